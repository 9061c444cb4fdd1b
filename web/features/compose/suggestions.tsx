import { Plural, useLingui } from '@lingui/react/macro'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Suggestion } from '#server/rooms/search/schema.ts'
import { own } from '#web/lib/own.ts'
import { Avatar } from '#web/ui/avatar.tsx'
import { HashIcon } from '#web/ui/icons-more.tsx'
import css from './suggestions.module.css'

/** What may be meant, below the place where one types. The focus stays in the field. */
export function Suggestions(props: {
  id: string
  items: readonly Suggestion[]
  at: number
  onPick: (item: Suggestion) => void
  style?: CSSProperties
}) {
  const { t } = useLingui()
  const { id, items, at, onPick } = props
  return (
    <div id={id} role="listbox" aria-label={t`Suggestions`} className={items.length > 0 ? css.list : undefined} style={props.style}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
        <div
          key={`${item.kind}${item.text}${item.handle}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={css.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {item.kind === 'account' ? (
            <Avatar account={{ handle: item.handle ?? '', displayName: item.text, avatar: item.avatar ?? null }} size={28} />
          ) : (
            <HashIcon size={20} />
          )}
          <span dir="auto">{item.text}</span>
          <small>{item.handle ? `@${item.handle}` : item.notes ? <Plural value={item.notes} one="# note" other="# notes" /> : null}</small>
        </div>
      ))}
    </div>
  )
}

/** Arrows choose, Enter and Tab take, Escape leaves. True when the key was meant for the list. */
export function suggestionKey(
  event: KeyboardEvent,
  list: { items: readonly Suggestion[]; at: number; setAt: (at: number) => void; pick: (item: Suggestion) => void; close: () => void },
): boolean {
  const { items, at, setAt, pick, close } = list
  if (items.length === 0 || event.nativeEvent.isComposing) return false
  const step = own({ ArrowDown: 1, ArrowUp: -1 }, event.key)
  const chosen = items[at]
  if (step) setAt((at + step + items.length) % items.length)
  else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.metaKey && !event.ctrlKey && chosen) pick(chosen)
  else if (event.key === 'Escape') close()
  else return false
  event.preventDefault()
  event.stopPropagation()
  return true
}
