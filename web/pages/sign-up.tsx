import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { agreementsQuery } from '#web/features/accounts/agreements.tsx'
import css from '#web/features/accounts/door.module.css'
import { SignUpForm } from '#web/features/accounts/sign-up-form.tsx'
import type { Page } from '#web/lib/page.ts'
import { safeNext } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'

function Body({ search }: { search: URLSearchParams }) {
  const next = safeNext(search.get('next'))
  // Where the plain form was refused: without JavaScript the address tells.
  const refused = search.get('error')
  return (
    <div className={css.page}>
      <div>
        <h1>
          <Trans>Come in, have a seat</Trans>
        </h1>
        <p className={css.lead}>
          <Trans>No phone number, no real name. Pick a handle, and you are here.</Trans>
        </p>
      </div>
      {refused && (
        <p className={css.trouble} role="alert">
          {refused === 'handle-taken' || refused === 'handle-reserved' ? (
            <Trans>Somebody has this handle already. Please choose another one.</Trans>
          ) : refused === 'password-too-common' || refused === 'password-too-short' ? (
            <Trans>This password is too easy to guess. Please choose a longer one.</Trans>
          ) : refused === 'too-many-requests' ? (
            <Trans>Too many tries. Please wait a little.</Trans>
          ) : (
            <Trans>That did not work. Please try again.</Trans>
          )}
        </p>
      )}
      <SignUpForm next={next} wished={search.get('handle') ?? ''} />
      <p className={css.foot}>
        <Trans>
          Been here before? <Link href="/sign-in">Sign in</Link>
        </Trans>
      </p>
    </div>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client, i18n }) => client.prefetchQuery(agreementsQuery(i18n.locale)),
  head: ({ i18n }) => ({
    title: `${i18n._(msg`Sign up`)} · Vermilion`,
    description: i18n._(msg`No phone number, no real name. Pick a handle, and you are here.`),
  }),
}
