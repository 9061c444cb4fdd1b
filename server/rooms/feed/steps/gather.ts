import type { Context } from '#server/platform/context.ts'
import { orWithout } from '#server/platform/without.ts'
import { takeIn } from '../pool.ts'
import type { Audience, Named, Snapshot, Source } from '../types.ts'

/** How long a feed waits for a source that has to ask somebody. */
const BUDGET_MS = 50

/** What each source found, in the order of the sources, as places in the pool. */
export type Gathered = readonly Int32Array[]
type Places = Int32Array | Promise<Int32Array>

/**
 * Asks all sources at once. One that fails or takes longer than its budget costs a feed only what it would have brought. What a source says for
 * many readers alike (`same`) is asked for once while the pool stays as it is. No promise where no source needs one: most feeds are made in one go.
 */
export function gather(ctx: Context, pool: Snapshot, audience: Audience, sources: readonly Source[]): Gathered | Promise<Gathered> {
  const found = sources.map((source) => ask(ctx, pool, audience, source))
  return found.some((places) => places instanceof Promise) ? Promise.all(found) : (found as Int32Array[])
}

function ask(ctx: Context, pool: Snapshot, audience: Audience, source: Source): Places {
  const same = source.same?.(audience)
  if (same === undefined) return find(ctx, pool, audience, source)
  const key = `${source.name} ${same}`
  const had = pool.answers.get(key)
  if (had) return had
  const found = find(ctx, pool, audience, source)
  pool.answers.set(key, found)
  if (found instanceof Promise) void found.then((places) => pool.answers.set(key, places))
  return found
}

function find(ctx: Context, pool: Snapshot, audience: Audience, source: Source): Places {
  const places = orWithout(ctx, `feed source ${source.name}`, source.budgetMs ?? BUDGET_MS, () => {
    const said = source.find(ctx, audience, pool)
    return said instanceof Promise ? said.then((ids) => placesOf(ctx, pool, ids)) : placesOf(ctx, pool, said)
  })
  return places instanceof Promise ? places.then((found) => found ?? nowhere()) : (places ?? nowhere())
}

const nowhere = () => new Int32Array(0)

/** Where these notes lie in the pool; those it does not hold are read into it first. */
function placesOf(ctx: Context, pool: Snapshot, ids: Named): Places {
  if (ids instanceof Int32Array) return ids
  const strange = ids.filter((id) => !pool.places.has(id))
  return strange.length > 0 ? takeIn(ctx, pool, strange).then(() => known(pool, ids)) : known(pool, ids)
}

function known({ places }: Snapshot, ids: readonly string[]): Int32Array {
  const found = new Int32Array(ids.length)
  let size = 0
  for (let n = 0; n < ids.length; n++) {
    const place = places.get(ids[n] as string)
    if (place !== undefined) found[size++] = place
  }
  return found.subarray(0, size)
}
