import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { LanguagePicker } from '#web/features/accounts/language-picker.tsx'
import { localeNames, locales } from '#web/lib/i18n.ts'
import { currentTheme, setLocale, setTheme, type Theme } from '#web/lib/preferences.ts'
import { Choices } from '#web/ui/field.tsx'
import css from './settings.module.css'

/** The language the interface speaks, and its colours. */
export function DisplaySettings() {
  const { i18n } = useLingui()
  const [theme, pick] = useState<Theme>('auto')
  useEffect(() => pick(currentTheme()), [])
  return (
    <>
      <noscript>
        <LanguagePicker />
      </noscript>
      <div className="scripted">
        <section className={css.block}>
          <Choices
            legend={<Trans>Language of the interface</Trans>}
            name="locale"
            value={i18n.locale}
            options={locales.map((locale) => ({ value: locale, label: <span lang={locale}>{localeNames[locale]}</span> }))}
            onChange={(locale) => void setLocale(locale as (typeof locales)[number], true)}
          />
        </section>
        <section className={css.block}>
          <Choices
            legend={<Trans>Colours</Trans>}
            name="theme"
            value={theme}
            options={[
              { value: 'auto', label: <Trans>As on this device</Trans> },
              { value: 'light', label: <Trans>Light</Trans> },
              { value: 'dark', label: <Trans>Dark</Trans> },
            ]}
            onChange={(value) => {
              setTheme(value as Theme)
              pick(value as Theme)
            }}
          />
        </section>
      </div>
    </>
  )
}
