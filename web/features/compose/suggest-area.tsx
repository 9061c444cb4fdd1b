import { type TextareaHTMLAttributes, useId, useRef, useState } from 'react'
import type { Suggestion } from '#server/rooms/search/schema.ts'
import { Suggestions, suggestionKey } from './suggestions.tsx'
import { type Token, tokenAt } from './token.ts'
import { useSuggestions } from './use-suggestions.ts'
import css from './words-pane.module.css'

export interface AreaHandle {
  /** Types a sign at the caret, as the person could. */
  type: (sign: string) => void
}

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  value: string
  onText: (text: string) => void
  handle?: { current: AreaHandle | null }
}

/** A text area that helps with `#topics` and `@people`, at the caret. */
export function SuggestArea({ value, onText, handle, ...rest }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [token, setToken] = useState<Token | null>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const [at, setAt] = useState(0)
  const items = useSuggestions(token)
  const isOpen = token !== null && items.length > 0

  const look = (field: HTMLTextAreaElement) => {
    const next = field.selectionStart === field.selectionEnd ? tokenAt(field.value, field.selectionStart) : null
    if (next?.start !== token?.start || next?.word !== token?.word) setAt(0)
    if (next && next.start !== token?.start) setPlace(caretPlace(field, next.start))
    setToken(next)
  }
  const insert = (text: string, from?: number) => {
    const field = area.current
    if (!field) return
    field.focus()
    if (from !== undefined) field.setSelectionRange(from, field.selectionEnd)
    // The one way of typing that the browser's undo knows; it fires `input` by itself.
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
      onText(field.value)
    }
  }
  const pick = (item: Suggestion) => {
    if (token) insert(`${token.sign}${item.kind === 'account' ? item.handle : item.text} `, token.start)
    setToken(null)
  }
  if (handle) {
    handle.current = {
      type: (sign) => {
        const before = area.current?.value.slice(0, area.current.selectionStart) ?? ''
        insert(/[\w&/]$/.test(before) ? ` ${sign}` : sign)
      },
    }
  }
  return (
    <div className={css.areaBox}>
      <textarea
        {...rest}
        ref={area}
        className={css.text}
        value={value}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-list-${at}` : undefined}
        onChange={(event) => {
          onText(event.target.value)
          look(event.target)
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setToken(null)}
        onKeyDown={(event) => {
          if (isOpen) suggestionKey(event, { items, at, setAt, pick, close: () => setToken(null) })
        }}
      />
      <Suggestions id={`${id}-list`} items={isOpen ? items : []} at={at} onPick={pick} style={place} />
    </div>
  )
}

/** Where a character stands in a text area: measured on a copy of it, because areas do not say. */
function caretPlace(field: HTMLTextAreaElement, index: number): { left: number; top: number } {
  const style = getComputedStyle(field)
  const copy = document.createElement('div')
  for (const name of ['font', 'padding', 'border', 'lineHeight', 'letterSpacing', 'boxSizing'] as const) copy.style[name] = style[name]
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    width: `${field.clientWidth}px`,
  })
  copy.textContent = field.value.slice(0, index)
  const mark = document.createElement('span')
  mark.textContent = '#'
  copy.append(mark)
  document.body.append(copy)
  const { offsetLeft, offsetTop, offsetHeight } = mark
  copy.remove()
  return {
    left: Math.max(0, Math.min(offsetLeft, field.clientWidth - 320)),
    top: Math.min(offsetTop + offsetHeight + 12 - field.scrollTop, field.clientHeight),
  }
}
