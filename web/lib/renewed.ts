import { useSyncExternalStore } from 'react'

/**
 * Whether the site was built anew since this tab was opened. A new build keeps the old one's files for a week, so most tabs never notice; one that
 * meets a file that is gone, or an answer it does not understand, asks here. Once true it stays true: only a reload ends it.
 */
let renewed = false
let asking: Promise<boolean> | null = null
let askedAt = Number.NEGATIVE_INFINITY
const watchers = new Set<() => void>()

/** Strange answers may come in numbers; a build does not. */
const AGAIN_MS = 30_000

/** The file a page ends its loading with. It carries the names of all others, so its own name changes with any of them. */
const buildIn = (pieces: string | undefined) => pieces?.split(' ').at(-1)

async function look(): Promise<boolean> {
  const mine = buildIn(document.querySelector<HTMLScriptElement>('script[data-pieces]')?.dataset.pieces)
  const answer = await fetch('/offline', { cache: 'no-store', credentials: 'omit' })
  if (!answer.ok) return false
  const now = buildIn(/ data-pieces="([^"]*)"/.exec(await answer.text())?.[1])
  return mine !== undefined && now !== undefined && mine !== now
}

/** Something is not as this build knows it: finds out whether there is another. False without a line. */
export function askRenewed(): Promise<boolean> {
  if (renewed || typeof document === 'undefined') return Promise.resolve(renewed)
  if (asking) return asking
  if (performance.now() - askedAt < AGAIN_MS) return Promise.resolve(false)
  askedAt = performance.now()
  asking = look()
    .catch(() => false)
    .then((found) => {
      asking = null
      renewed = found
      if (found) for (const watcher of watchers) watcher()
      return found
    })
  return asking
}

/** Answers that a newer server gives to an older page: no such call any more, or another form of it. */
export const isStrange = (status: number, code: string) => code === 'unreadable' || status === 400 || status === 405 || status === 415

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
export const useRenewed = () =>
  useSyncExternalStore(
    watch,
    () => renewed,
    () => false,
  )
