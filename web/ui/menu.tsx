import { type ReactNode, useEffect, useId, useRef } from 'react'
import { own } from '#web/lib/own.ts'
import { Link } from '#web/lib/router.tsx'
import { IconButton } from './button.tsx'
import { MoreIcon } from './icons.tsx'
import css from './menu.module.css'

export interface MenuItem {
  label: ReactNode
  icon?: ReactNode
  onPick?: () => void
  href?: string
  danger?: boolean
}

/** A button with a list of things to do. Arrow keys move, Escape closes, focus returns. */
export function Menu(props: {
  label: string
  items: readonly (MenuItem | false | null | undefined)[]
  button?: ReactNode
  onPicture?: boolean
}) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const menu = list.current
    if (!menu) return
    const place = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'open' || !button.current) return
      const at = button.current.getBoundingClientRect()
      const { offsetWidth: width, offsetHeight: height } = menu
      const below = at.bottom + 4 + height <= innerHeight
      menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`
      menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`
      menu.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    }
    menu.addEventListener('toggle', place)
    return () => menu.removeEventListener('toggle', place)
  }, [])
  const close = () => list.current?.hidePopover()
  return (
    <>
      <IconButton
        ref={button}
        label={props.label}
        aria-haspopup="menu"
        popoverTarget={id}
        {...(props.onPicture ? { onPicture: true } : {})}
      >
        {props.button ?? <MoreIcon />}
      </IconButton>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={props.label}
        className={css.menu}
        onKeyDown={(event) => {
          const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
          const at = items.indexOf(document.activeElement as HTMLElement)
          const next = own({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }, event.key)
          if (next === undefined) return
          event.preventDefault()
          items.at(next % items.length)?.focus()
        }}
      >
        {props.items.map((item, index) => {
          if (!item) return null
          const inner = (
            <>
              {item.icon}
              <span>{item.label}</span>
            </>
          )
          const shape = [css.item, item.danger && css.danger].filter(Boolean).join(' ')
          return item.href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a menu does not move.
            <Link key={index} role="menuitem" tabIndex={-1} className={shape} href={item.href} onClick={close}>
              {inner}
            </Link>
          ) : (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              key={index}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={shape}
              onClick={() => {
                close()
                button.current?.focus()
                item.onPick?.()
              }}
            >
              {inner}
            </button>
          )
        })}
      </div>
    </>
  )
}
