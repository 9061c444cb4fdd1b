import { setImmediate as turn } from 'node:timers/promises'

/**
 * Asks for many what is asked for one by one: all that is asked for in the same turn of the event loop goes in one call of `read`, which begins after
 * every one of those asks, so that nobody gets what was true before they asked. Under load that is one statement for several requests; one that comes alone
 * waits for nothing. `most`: so many keys go together. Whoever asks gets what `read` found for all, a Map by key; if it fails, it fails for all of them.
 */
export function together<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  most = 500,
): (keys: Iterable<K>) => Promise<ReadonlyMap<K, V>> {
  let next: { keys: Set<K>; found: Promise<ReadonlyMap<K, V>> } | null = null
  const begin = () => {
    const keys = new Set<K>()
    const found = turn().then(() => {
      if (next?.keys === keys) next = null
      return read([...keys])
    })
    return { keys, found }
  }
  return (asked) => {
    if (next === null || next.keys.size >= most) next = begin()
    for (const key of asked) next.keys.add(key)
    return next.found
  }
}
