import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { currentTheme, setTheme, type Theme } from '#web/lib/preferences.ts'
import { MoonIcon, SunIcon, ThemeIcon } from '#web/ui/icons.tsx'
import css from './theme-picker.module.css'

/** As the device, light, or dark. */
export function ThemePicker() {
  const { t } = useLingui()
  const [theme, pick] = useState<Theme>('auto')
  // The server does not know what the device prefers; the mark is set once the page is alive.
  useEffect(() => pick(currentTheme()), [])
  const options = [
    { value: 'auto', label: t`Colours as on this device`, icon: <ThemeIcon size={20} /> },
    { value: 'light', label: t`Light colours`, icon: <SunIcon size={20} /> },
    { value: 'dark', label: t`Dark colours`, icon: <MoonIcon size={20} /> },
  ] as const
  return (
    <fieldset className={css.picker} aria-label={t`Colours`}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={theme === option.value}
          aria-label={option.label}
          title={option.label}
          onClick={() => {
            setTheme(option.value)
            pick(option.value)
          }}
        >
          {option.icon}
        </button>
      ))}
    </fieldset>
  )
}
