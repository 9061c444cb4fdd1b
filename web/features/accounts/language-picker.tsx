import { useLingui } from '@lingui/react/macro'
import { localeNames, locales } from '#web/lib/i18n.ts'
import { setLocale } from '#web/lib/preferences.ts'
import { useRouter } from '#web/lib/router.tsx'
import { LanguageIcon } from '#web/ui/icons.tsx'
import css from './language-picker.module.css'
import { useViewer } from './queries.ts'

/** Each language in its own script. Plain buttons of a form: it works before any script has loaded, and without. */
export function LanguagePicker({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useLingui()
  const viewer = useViewer()
  const { place } = useRouter()
  return (
    <form method="post" action="/language" className={`${css.picker} ${compact ? css.compact : ''}`}>
      <input type="hidden" name="back" value={`${place.path}${place.search}`} />
      {!compact && <LanguageIcon size={20} />}
      <fieldset aria-label={t`Language`}>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={i18n.locale === locale}
            onClick={(event) => {
              event.preventDefault()
              if (i18n.locale !== locale) void setLocale(locale, viewer !== null)
            }}
          >
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
