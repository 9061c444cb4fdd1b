import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import css from '#web/features/accounts/door.module.css'
import { Refused } from '#web/features/accounts/refused.tsx'
import { AskForLetter, ResetByCode, ResetByLink } from '#web/features/accounts/reset-form.tsx'
import type { Page } from '#web/lib/page.ts'
import { Link } from '#web/lib/router.tsx'

function Body({ search }: { search: URLSearchParams }) {
  const token = search.get('token')
  return (
    <div className={css.page}>
      <h1>{token ? <Trans>Choose a new password</Trans> : <Trans>Getting back in</Trans>}</h1>
      {token ? (
        <ResetByLink token={token} code={search.get('refused') === 'totp-required'} />
      ) : (
        <>
          <Refused />
          <AskForLetter done={search.get('done') === 'sent'} />
          <ResetByCode />
          <p className={css.lead}>
            <Trans>
              Neither of these? An administrator of this site can make a one-time link for you. Ask someone who knows you here to pass it
              on.
            </Trans>
          </p>
        </>
      )}
      <p className={css.foot}>
        <Link href="/sign-in">
          <Trans>Back to sign in</Trans>
        </Link>
      </p>
    </div>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Getting back in`)} · Vermilion`, hidden: true }),
}
