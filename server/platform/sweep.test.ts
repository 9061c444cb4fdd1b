import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { testContext } from '#tests/setup/database.ts'
import { idsTopic } from './bus.ts'
import { Standing } from './standing.ts'
import { sweepNow } from './sweep.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const TTL_MS = 1000
const topic = idsTopic('tests.swept')

/** A large value that nothing holds but the cache; told whether it is still there after a collection. */
function large() {
  let value: object | null = { bytes: new Uint8Array(1_000_000) }
  const ref = new WeakRef(value)
  return {
    take: () => {
      const taken = value as object
      value = null
      return taken
    },
    isThere: async () => {
      // What a WeakRef has named in this turn of the loop stays until the next one.
      await new Promise((done) => setImmediate(done))
      collect()
      return ref.deref() !== undefined
    },
  }
}

it('an entry that has ended is let go of though nobody asks for it again', async () => {
  let now = 1
  const ctx = await testContext({ clock: { now: () => new Date(), monotonic: () => now } })
  const [one, two] = [large(), large()]
  await ctx.cached({ topic, max: 10, ttl: TTL_MS, load: async () => one.take() }).get('a')
  const standing = new Standing<object>(ctx, 10, () => 1)
  await standing.make('a', async () => ({ value: two.take(), names: ['7'], life: { fresh: TTL_MS, most: TTL_MS } }))
  now += TTL_MS - 1
  sweepNow(ctx)
  expect([await one.isThere(), await two.isThere()]).toEqual([true, true])
  now += 2
  sweepNow(ctx)
  expect([await one.isThere(), await two.isThere()]).toEqual([false, false])
})
