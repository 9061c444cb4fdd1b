import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { CloseIcon } from '#web/ui/icons.tsx'
import { HashIcon } from '#web/ui/icons-more.tsx'
import { MAX_TOPICS } from './content.ts'
import { Suggestions, suggestionKey } from './suggestions.tsx'
import css from './topics-field.module.css'
import { useSuggestions } from './use-suggestions.ts'

/** What a topic may be made of; anything else parts it from the next. */
const clean = (typed: string) =>
  (typed.match(/[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[\u200c\u200d](?=[\p{L}\p{M}]))*/gu) ?? []).filter(
    (one) => /\p{L}/u.test(one) && one.length <= 60,
  )

/** Topics that do not stand in the text, as chips. */
export function TopicsField({ topics, onChange }: { topics: readonly string[]; onChange: (topics: string[]) => void }) {
  const { t } = useLingui()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const [focus, setFocus] = useState(false)
  const word = typed.replace(/^[#＃]/, '')
  const found = useSuggestions(focus && word ? { sign: '#', start: 0, word } : null)
  const items = found.filter((one) => !topics.some((had) => had.toLowerCase() === one.text.toLowerCase()))

  const add = (names: readonly string[]) => {
    const fresh = names.filter((name, i) => ![...topics, ...names.slice(0, i)].some((had) => had.toLowerCase() === name.toLowerCase()))
    if (fresh.length) onChange([...topics, ...fresh].slice(0, MAX_TOPICS))
    setTyped('')
    setAt(-1)
  }
  const remove = (name: string) => {
    onChange(topics.filter((had) => had !== name))
    input.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (suggestionKey(event, { items, at, setAt, pick: (one) => add([one.text]), close: () => setTyped('') })) return
    const last = topics.at(-1)
    if (event.key === 'Backspace' && typed === '' && last) remove(last)
    if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === ',' || event.key === ' ') {
      if (event.key === 'Enter' || typed) event.preventDefault()
      add(clean(typed))
    }
  }
  return (
    <div className={css.field}>
      <ul className={css.chips} aria-label={t`Topics of this note`}>
        {topics.map((name) => (
          <li key={name} className={css.chip}>
            <span dir="auto">#{name}</span>
            <button type="button" aria-label={t`Remove the topic ${name}`} onClick={() => remove(name)}>
              <CloseIcon size={14} />
            </button>
          </li>
        ))}
        {topics.length < MAX_TOPICS && (
          <li className={css.adding}>
            <HashIcon size={18} />
            <input
              ref={input}
              role="combobox"
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={at >= 0 && items.length > 0 ? `${id}-list-${at}` : undefined}
              aria-autocomplete="list"
              aria-label={t`Add a topic`}
              autoComplete="off"
              enterKeyHint="done"
              dir="auto"
              maxLength={80}
              placeholder={t`Add topics so that people find it`}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(-1)
              }}
              onKeyDown={keys}
              onFocus={() => setFocus(true)}
              onBlur={() => {
                setFocus(false)
                add(clean(typed))
              }}
            />
          </li>
        )}
      </ul>
      <Suggestions
        id={`${id}-list`}
        items={items}
        at={at}
        onPick={(one) => add([one.text])}
        style={{ insetInlineStart: 12, top: '100%' }}
      />
      {topics.length >= MAX_TOPICS && (
        <p className={css.full}>
          <Trans>{MAX_TOPICS} topics are plenty.</Trans>
        </p>
      )}
    </div>
  )
}
