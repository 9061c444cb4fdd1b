import { useSyncExternalStore } from 'react'

export interface Store<T> {
  get: () => T
  set: (change: Partial<T> | ((now: T) => Partial<T>)) => void
  watch: (watcher: () => void) => () => void
}

/** State that outlives a drawing: uploads and saves go on while the page draws, and both must see the latest. */
export function createStore<T extends object>(first: T): Store<T> {
  let now = first
  const watchers = new Set<() => void>()
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...(typeof change === 'function' ? change(now) : change) }
      for (const watcher of watchers) watcher()
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get, store.get)
