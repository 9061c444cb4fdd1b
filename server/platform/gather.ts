/** Answers what was found for these keys, and perhaps for others that were asked for with them. */
export type Gathered<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>

interface Batch<V> extends PromiseWithResolvers<ReadonlyMap<string, V>> {
  keys: Set<string>
}

/** Loads under way at once; what is asked for meanwhile waits, and goes together. */
const LANES = 2
/** Keys of one load. */
const MOST = 200

/**
 * Loads what many ask for in one statement. Whoever asks in the same turn of the event loop is answered by the same load, and so is whoever
 * asks while as many loads are under way as may be: the busier the process, the less a key costs. Nobody is answered by a load that began before they asked, so what
 * was committed before is always seen. A load that fails fails all who wait for it.
 */
export function gather<V>(load: (keys: string[]) => Promise<ReadonlyMap<string, V>>, { lanes = LANES, most = MOST } = {}): Gathered<V> {
  const waiting: Batch<V>[] = []
  let running = 0
  let due = false
  const run = async ({ keys, resolve, reject }: Batch<V>) => {
    try {
      resolve(await load([...keys]))
    } catch (e) {
      reject(e)
    }
    running--
    begin()
  }
  const begin = () => {
    due = false
    while (running < lanes) {
      const batch = waiting.shift()
      if (!batch) return
      running++
      void run(batch)
    }
  }
  return (keys) => {
    let batch = waiting.at(-1)
    if (!batch || batch.keys.size >= most) {
      batch = { keys: new Set(), ...Promise.withResolvers<ReadonlyMap<string, V>>() }
      waiting.push(batch)
    }
    for (const key of keys) batch.keys.add(key)
    if (!due && running < lanes) {
      due = true
      setImmediate(begin)
    }
    return batch.promise
  }
}
