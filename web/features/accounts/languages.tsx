import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import css from './door.module.css'

/** So many are in sight; the others are a tap away. */
const FIRST = 8

/** Languages one may say one reads or writes in, each in its own script: the one list of them. */
export const readable: readonly { tag: string; name: string }[] = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-Hans', name: '简体中文' },
  { tag: 'zh-Hant', name: '繁體中文' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'es', name: 'Español' },
  { tag: 'fr', name: 'Français' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'pt', name: 'Português' },
  { tag: 'it', name: 'Italiano' },
  { tag: 'ru', name: 'Русский' },
  { tag: 'vi', name: 'Tiếng Việt' },
  { tag: 'th', name: 'ไทย' },
  { tag: 'id', name: 'Bahasa Indonesia' },
  { tag: 'ms', name: 'Bahasa Melayu' },
  { tag: 'hi', name: 'हिन्दी' },
  { tag: 'ar', name: 'العربية' },
  { tag: 'he', name: 'עברית' },
  { tag: 'tr', name: 'Türkçe' },
]

/** Which languages the person reads: the feed and, later, translation go by it. */
export function LanguagesRead({ value, onChange }: { value: readonly string[]; onChange: (tags: string[]) => void }) {
  // Those ticked when the list is opened stand in front; a tap moves nothing.
  const [front] = useState(() => readable.filter(({ tag }, at) => at < FIRST || value.includes(tag)))
  const chip = ({ tag, name }: { tag: string; name: string }) => (
    <label key={tag} className={css.chip} lang={tag} dir="auto">
      <input
        type="checkbox"
        name="languages"
        value={tag}
        checked={value.includes(tag)}
        onChange={(event) => onChange(event.target.checked ? [...value, tag] : value.filter((other) => other !== tag))}
      />
      {name}
    </label>
  )
  return (
    <fieldset>
      <legend className={css.legend}>
        <Trans>Languages I read</Trans>
      </legend>
      <div className={css.chips}>{front.map(chip)}</div>
      <details className={css.folded}>
        <summary>
          <Trans>More languages</Trans>
        </summary>
        <div className={css.chips}>{readable.filter((one) => !front.includes(one)).map(chip)}</div>
      </details>
    </fieldset>
  )
}
