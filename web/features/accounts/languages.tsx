import { Trans } from '@lingui/react/macro'
import css from './door.module.css'

/** Languages one may say one reads, each in its own script. */
export const readable: readonly { tag: string; name: string }[] = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-Hans', name: '简体中文' },
  { tag: 'zh-Hant', name: '繁體中文' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'es', name: 'Español' },
  { tag: 'fr', name: 'Français' },
  { tag: 'vi', name: 'Tiếng Việt' },
]

/** Which languages the person reads: the feed and, later, translation go by it. */
export function LanguagesRead({ value, onChange }: { value: readonly string[]; onChange: (tags: string[]) => void }) {
  return (
    <fieldset>
      <legend className={css.legend}>
        <Trans>Languages I read</Trans>
      </legend>
      <div className={css.chips}>
        {readable.map(({ tag, name }) => (
          <label key={tag} className={css.chip} lang={tag}>
            <input
              type="checkbox"
              name="languages"
              value={tag}
              checked={value.includes(tag)}
              onChange={(event) => onChange(event.target.checked ? [...value, tag] : value.filter((other) => other !== tag))}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
