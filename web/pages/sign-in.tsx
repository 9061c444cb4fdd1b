import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { DemoPeople } from '#web/features/accounts/demo-people.tsx'
import css from '#web/features/accounts/door.module.css'
import { SignInForm } from '#web/features/accounts/sign-in-form.tsx'
import type { Page } from '#web/lib/page.ts'
import { safeNext } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'

function Body({ search }: { search: URLSearchParams }) {
  const next = safeNext(search.get('next'))
  // Where the plain form was refused: without JavaScript the address tells.
  const refused = search.get('error')
  const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <div className={css.page}>
      <h1>
        <Trans>Welcome back</Trans>
      </h1>
      {refused && refused !== 'totp-required' && (
        <p className={css.trouble} role="alert">
          {refused === 'sign-in-failed' ? (
            <Trans>Handle and password do not fit together. Please try again.</Trans>
          ) : refused === 'code-wrong' ? (
            <Trans>This code does not fit, or was used before. Please try again.</Trans>
          ) : refused === 'too-many-requests' ? (
            <Trans>Too many tries. Please wait a little.</Trans>
          ) : (
            <Trans>That did not work. Please try again.</Trans>
          )}
        </p>
      )}
      <SignInForm next={next} login={search.get('login') ?? ''} code={refused === 'totp-required' || refused === 'code-wrong'} />
      <p className={css.foot}>
        <Link href="/reset">
          <Trans>I cannot get in</Trans>
        </Link>
        {' · '}
        <Link href={`/sign-up${onward}`}>
          <Trans>I am new here</Trans>
        </Link>
      </p>
      <DemoPeople next={next} />
    </div>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Sign in`)} · Vermilion`, hidden: true }),
}
