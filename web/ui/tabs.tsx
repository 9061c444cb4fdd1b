import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '#web/lib/router.tsx'
import css from './tabs.module.css'

/** Tabs that are addresses: each one is a link, the present one is marked, and in sight where they are wider than the screen. */
export function Tabs(props: {
  label: string
  items: readonly { href: string; label: ReactNode }[]
  current: string
  /** Keeps the position of scroll: the tabs are within the page. */
  stay?: boolean
  look?: 'line' | 'pill'
  /** The present tab was tapped again. */
  onAgain?: () => void
}) {
  const strip = useRef<HTMLElement>(null)
  const { current } = props
  useEffect(() => {
    const nav = strip.current
    const tab = nav?.querySelector(`[href="${CSS.escape(current)}"]`)
    // Not `scrollIntoView`, which would move the page as well.
    if (nav && tab) nav.scrollLeft += Math.max(0, tab.getBoundingClientRect().right - nav.getBoundingClientRect().right)
  }, [current])
  return (
    <nav ref={strip} aria-label={props.label} className={`${css.tabs} ${props.look === 'pill' ? css.pill : css.line}`}>
      {props.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className={css.tab}
          aria-current={item.href === props.current ? 'page' : undefined}
          onClick={() => item.href === props.current && props.onAgain?.()}
          {...(props.stay ? { stay: true, replace: true } : {})}
        >
          <span>{item.label}</span>
        </Link>
      ))}
    </nav>
  )
}
