import { Trans } from '@lingui/react/macro'
import { useRouter } from '#web/lib/router.tsx'
import css from './door.module.css'

/** What became of a form that was sent without JavaScript: the address of the page it led to tells (server/doors/site/forms.ts). */
export function Refused() {
  const search = new URLSearchParams(useRouter().place.search)
  const refused = search.get('refused')
  if (refused)
    return (
      <p className={css.trouble} role="alert">
        {refused === 'too-many-requests' ? (
          <Trans>Too many tries. Please wait a little.</Trans>
        ) : (
          <Trans>That did not work. Please check what you typed, and try again.</Trans>
        )}
      </p>
    )
  return search.get('done') === 'saved' ? (
    <p className={css.good} role="status">
      <Trans>Saved</Trans>
    </p>
  ) : null
}
