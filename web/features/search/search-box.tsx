import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import type { Suggestion } from '#server/rooms/search/schema.ts'
import { own } from '#web/lib/own.ts'
import { pathTo } from '#web/lib/path.ts'
import { useGo } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { CloseIcon, SearchIcon } from '#web/ui/icons.tsx'
import { HashIcon } from '#web/ui/icons-more.tsx'
import { suggestionsQuery } from './queries.ts'
import css from './search.module.css'

const hrefOf = (of: Suggestion) =>
  of.kind === 'topic' ? pathTo.topic(of.text) : of.kind === 'account' && of.handle ? pathTo.account(of.handle) : pathTo.search(of.text)

/** The search field with what may be meant below it. A form like any other: it works without JavaScript. */
export function SearchBox({ q, type, focus }: { q: string; type: string; focus?: boolean }) {
  const { t } = useLingui()
  const go = useGo()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useDeferredValue(typed.trim())
  const { data } = useQuery({ ...suggestionsQuery(asked), enabled: open && asked !== '', placeholderData: (had) => had })
  const items = open && asked !== '' ? (data?.items ?? []) : []

  const leave = (href: string) => {
    setOpen(false)
    input.current?.blur()
    void go(href)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = items[at]
    if (chosen) return leave(hrefOf(chosen))
    const words = typed.trim()
    if (words) leave(pathTo.search(words, type === 'notes' ? undefined : type))
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setOpen(false)
    const step = own({ ArrowDown: 1, ArrowUp: -1 }, event.key)
    if (!step || items.length === 0) return
    event.preventDefault()
    setAt((now) => ((now + step + 1 + items.length + 1) % (items.length + 1)) - 1)
  }

  return (
    <search className={css.bar}>
      <form action="/search" method="get" className={css.form} onSubmit={submit}>
        <div className={css.box}>
          <SearchIcon size={20} />
          <input
            ref={input}
            type="search"
            name="q"
            dir="auto"
            role="combobox"
            aria-label={t`Search notes, people and topics`}
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={t`Notes, people, topics, in any language`}
            // biome-ignore lint/a11y/noAutofocus: whoever opens an empty search came to type.
            autoFocus={focus}
            maxLength={200}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={keys}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
          />
          {type !== 'notes' && <input type="hidden" name="type" value={type} />}
          {typed && (
            <IconButton
              label={t`Clear`}
              onClick={() => {
                setTyped('')
                input.current?.focus()
              }}
            >
              <CloseIcon size={18} />
            </IconButton>
          )}
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={t`Suggestions`} className={items.length > 0 ? css.options : undefined}>
          {items.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as a combobox asks.
            <div
              key={`${item.kind}${item.text}${item.handle}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={css.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => leave(hrefOf(item))}
            >
              {item.kind === 'account' ? (
                <Avatar account={{ handle: item.handle ?? '', displayName: item.text, avatar: item.avatar ?? null }} size={28} />
              ) : item.kind === 'topic' ? (
                <HashIcon size={20} />
              ) : (
                <SearchIcon size={20} />
              )}
              <span dir="auto">{item.text}</span>
              <small>
                {item.handle ? `@${item.handle}` : item.notes ? <Plural value={item.notes} one="# note" other="# notes" /> : null}
              </small>
            </div>
          ))}
        </div>
        <noscript>
          <button type="submit">
            <Trans>Search</Trans>
          </button>
        </noscript>
      </form>
    </search>
  )
}
