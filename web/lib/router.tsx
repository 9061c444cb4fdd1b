import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactNode,
  type Ref,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { coverMove } from './cover-move.ts'

/** Where the reader is. `over` is the page that stays visible beneath, when this one opened as a sheet. */
export interface Place {
  path: string
  /** With `?`, or empty. */
  search: string
  /** One for every entry of the history; positions of scroll are kept under it. */
  key: string
  over: Place | null
}

export interface GoOptions {
  replace?: boolean
  /** Open above the present page, which stays as it is. */
  over?: boolean
  /** Keep the position of scroll (a filter or a tab of the same page). */
  stay?: boolean
}

export interface Router {
  place: Place
  go: (href: string, options?: GoOptions) => Promise<void>
  /** One step back, or to `fallback` when this is the first page. */
  back: (fallback?: string) => void
  /** Loads the code of a page ahead of the tap. */
  warm: (href: string) => void
  /** A page is on its way and takes its time. */
  busy: boolean
}

const RouterContext = createContext<Router | null>(null)

export function useRouter(): Router {
  const router = use(RouterContext)
  if (!router) throw new Error('outside of the router')
  return router
}
export const useGo = () => useRouter().go

const scrolls = new Map<string, number>()
/** Where an entry was left, also before a reload. Storage is opened only when it is needed: at a first visit it is not. */
const scrollOf = (key: string): number => {
  if (!scrolls.has(key)) {
    const kept = JSON.parse(sessionStorage.getItem('scroll') ?? '{}') as Record<string, number>
    for (const [old, y] of Object.entries(kept)) if (!scrolls.has(old)) scrolls.set(old, y)
  }
  return scrolls.get(key) ?? 0
}
let keys = 0
const newKey = () => `${Date.now().toString(36)}${(keys++).toString(36)}`

const placeOf = (href: string, key: string, over: Place | null = null): Place => {
  const url = href.startsWith('/') ? new URL(`http://x${href}`) : new URL(href, 'http://x')
  return { path: url.pathname, search: url.search, key, over }
}

/** Puts the next page in place, at once; the picture that both pages show moves to its new place. */
const change = (from: string, to: string, put: () => void) => {
  const move = from === to || document.visibilityState !== 'visible' ? null : coverMove(from, to)
  flushSync(put)
  // `put` may have asked for a position of scroll, which comes first.
  if (move) queueMicrotask(move)
}

/**
 * The history of the tab as React state. `load` fetches the code of a page; a page is shown when its code is there, so that
 * nothing blank stands in between. Scroll positions are kept by entry and put back by whoever lays the page out synchronously.
 */
export function RouterProvider(props: { url: string; load: (path: string) => Promise<unknown> | null; children: ReactNode }) {
  const { load } = props
  const [place, setPlace] = useState(() => placeOf(props.url, 'first'))
  const [busy, setBusy] = useState(false)
  const now = useRef(place)
  const depth = useRef(0)
  const wanted = useRef(0)

  const router = useMemo<Router>(() => {
    const show = (next: Place, scroll: number | null) =>
      change(now.current.path, next.path, () => {
        now.current = next
        setPlace(next)
        if (scroll !== null) queueMicrotask(() => window.scrollTo(0, scroll))
      })
    const bring = async (next: Place, scroll: number | null) => {
      const mine = ++wanted.current
      const code = load(next.path)
      if (code) {
        const late = setTimeout(() => setBusy(true), 300)
        await code.catch(() => {})
        clearTimeout(late)
        setBusy(false)
      }
      // A later tap won while this page's code was on its way.
      if (mine !== wanted.current) return
      const sameBase = (next.over ?? next).key === (now.current.over ?? now.current).key
      show(next, sameBase ? null : scroll)
    }
    return {
      place,
      busy,
      async go(href, options = {}) {
        const url = new URL(href, location.href)
        if (url.origin !== location.origin) {
          location.assign(href)
          return
        }
        const from = now.current
        if (!from.over && !options.replace && url.pathname + url.search === from.path + from.search) {
          // Where the reader is already: to its top, without another entry in the history.
          window.scrollTo({ top: 0, behavior: 'smooth' })
          return
        }
        scrolls.set(from.key, window.scrollY)
        const key = options.replace && options.stay ? from.key : newKey()
        const over = options.over ? { ...(from.over ?? from), over: null } : null
        const next = placeOf(href, key, over)
        if (options.replace) history.replaceState({ key, over, depth: depth.current }, '', href)
        else history.pushState({ key, over, depth: ++depth.current }, '', href)
        await bring(next, options.stay ? null : 0)
      },
      back(fallback = '/') {
        if (depth.current > 0) history.back()
        else void this.go(fallback, { replace: true })
      },
      warm(href) {
        load(new URL(href, location.href).pathname)?.catch(() => {})
      },
    }
  }, [place, busy, load])

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const state = history.state as { key?: string; depth?: number } | null
    if (state?.key) {
      // A reload: the same entry, drawn anew as a page of its own.
      depth.current = state.depth ?? 0
      now.current = { ...now.current, key: state.key }
      setPlace(now.current)
      window.scrollTo(0, scrollOf(state.key))
    } else history.replaceState({ key: 'first', over: null, depth: 0 }, '')

    const onPop = (event: PopStateEvent) => {
      const from = now.current
      scrolls.set(from.key, window.scrollY)
      const at = (event.state ?? {}) as { key?: string; over?: Place | null; depth?: number }
      depth.current = at.depth ?? 0
      const next = placeOf(location.href, at.key ?? 'first', at.over ?? null)
      void load(next.path)
      const sameBase = (next.over ?? next).key === (from.over ?? from).key
      change(from.path, next.path, () => {
        now.current = next
        setPlace(next)
        if (!sameBase) queueMicrotask(() => window.scrollTo(0, scrollOf(next.key)))
      })
    }
    const onHide = () => {
      scrolls.set(now.current.key, window.scrollY)
      sessionStorage.setItem('scroll', JSON.stringify(Object.fromEntries([...scrolls].slice(-60))))
    }
    addEventListener('popstate', onPop)
    addEventListener('pagehide', onHide)
    return () => {
      removeEventListener('popstate', onPop)
      removeEventListener('pagehide', onHide)
    }
  }, [load])

  return <RouterContext value={router}>{props.children}</RouterContext>
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> &
  GoOptions & {
    href: string
    /** Asked at the tap: open above the present page? */
    overIf?: () => boolean
    ref?: Ref<HTMLAnchorElement>
  }

/** A link within the site: a real `<a>`, so that it works without JavaScript, in a new tab and for search engines. */
export function Link({ replace = false, over = false, stay = false, overIf, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (rest.target && rest.target !== '_self') return
    event.preventDefault()
    void router.go(rest.href, { replace, stay, over: over || (overIf?.() ?? false) })
  }
  return <a {...rest} href={rest.href} onClick={click} onPointerEnter={() => router.warm(rest.href)} />
}

/** Sends the reader elsewhere, without an entry in the history. */
export function Redirect(props: { to: string }) {
  const { go } = useRouter()
  useEffect(() => {
    void go(props.to, { replace: true })
  }, [go, props.to])
  return null
}
