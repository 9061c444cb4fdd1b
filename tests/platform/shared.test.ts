import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { idsTopic, payloadsOf, tellAll } from '#server/platform/bus.ts'
import { everything } from '#server/platform/cached.ts'
import type { Context } from '#server/platform/context.ts'
import { type Locks, lock } from '#server/platform/locks.ts'
import { sweepLimits } from '#server/platform/shared-limits.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { lineTo } from '#tests/setup/line.ts'
import { processes as site } from '#tests/setup/processes.ts'
import { soon } from '#tests/setup/soon.ts'

const rate = { burst: 10, seconds: 600 } as const

const takeMany = async (ctxs: readonly Context[], n: number, key = 'me') => {
  const waits = await Promise.all(Array.from({ length: n }, (_, i) => (ctxs[i % ctxs.length] as Context).limits.take('t', key, rate)))
  return waits.filter((w) => w === 0).length
}

describe('an exact limit', () => {
  it('is one for two processes, at once or in turn, and is given back as time goes by', async () => {
    const { open, turn } = await site()
    const both = await Promise.all([open(), open()])
    expect(await takeMany(both, 40)).toBe(10)
    const wait = await both[1].limits.take('t', 'me', rate)
    expect(wait).toBeGreaterThan(50)
    expect(wait).toBeLessThanOrEqual(60)
    expect(await takeMany(both, 4, 'somebody else')).toBe(4)
    turn(wait)
    expect(await takeMany(both, 6)).toBe(1)
    await both[0].limits.take('t', 'me', rate, -3)
    expect(await takeMany(both, 6), 'given back').toBe(3)
    turn(100_000)
    expect(await takeMany(both, 40), 'never more than the burst').toBe(10)
    turn(601)
    expect(await sweepLimits(both[0])).toBe(2)
  })

  it('outlives a restart, and is written nowhere by name', async () => {
    const { open } = await site()
    const first = await open()
    expect(await takeMany([first], 20, '198.51.100.77')).toBe(10)
    await first.stop()
    const second = await open()
    expect(await takeMany([second], 5, '198.51.100.77')).toBe(0)
    expect(JSON.stringify((await second.db.pool.query(`select encode(id, 'escape') from rate_limit`)).rows)).not.toContain('198')
  })

  it('inside a transaction counts if that commits', async () => {
    const ctx = await (await site()).open()
    const all = { burst: 1, seconds: 600 }
    await expect(
      ctx.db.tx(async (tx) => {
        expect(await ctx.limits.take('t', 'me', all, 1, tx)).toBe(0)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await ctx.db.tx((tx) => ctx.limits.take('t', 'me', all, 1, tx))).toBe(0)
    expect(await ctx.db.tx((tx) => ctx.limits.take('t', 'me', all, 1, tx))).toBeGreaterThan(0)
  })

  it('goes on in each process from what it knows while the database is away', async () => {
    const line = await lineTo(await testDatabase())
    const { open } = await site(line.database)
    const ctx = await open()
    expect(await takeMany([ctx], 7)).toBe(7)
    line.cut()
    expect(await takeMany([ctx], 20)).toBe(3)
    expect(await takeMany([ctx], 20, 'new')).toBe(10)
  })
})

describe('a limit that is counted at once', () => {
  it('is told to other processes when much of it is used, and no rate is passed for long', async () => {
    const { open, turn } = await site()
    const both = await Promise.all([open(), open()])
    const budget = { burst: 80, seconds: 80 }
    let through = 0
    const seconds = 400
    for (let s = 0; s < seconds; s++, turn(1)) {
      for (const ctx of both) {
        for (let i = 0; i < 40; i++) if (ctx.limits.count('t', 'me', budget) === 0) through++
        await ctx.limits.tell()
      }
    }
    // The burst, one a second, and a burst that was let through too much at first and is owed until the end.
    expect(through).toBeGreaterThan(seconds * 0.9)
    expect(through).toBeLessThanOrEqual(80 + seconds + 80)
    // One process alone, for comparison, would let as much through; two that know nothing of each other twice that.
    expect(through).toBeLessThan(1.5 * seconds)
  })

  it('what one process has used up is used up in a new one, as far as it asks', async () => {
    const { open } = await site()
    const budget = { burst: 80, seconds: 8000 }
    const first = await open()
    for (let i = 0; i < 80; i++) first.limits.count('t', 'me', budget)
    await first.stop()
    const second = await open()
    let through = 0
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < 10; i++) if (second.limits.count('t', 'me', budget) === 0) through++
      await second.limits.tell()
    }
    expect(through).toBeLessThanOrEqual(10)
  })

  it('asks the database nothing', async () => {
    const ctx = await (await site()).open()
    const query = vi.spyOn(ctx.db.pool, 'query')
    for (let i = 0; i < 100; i++) ctx.limits.count('t', `${i % 3}`, rate)
    expect(query).not.toHaveBeenCalled()
  })
})

describe('the bus', () => {
  const topic = idsTopic('test.things')

  it('carries what a transaction says when it commits, and nothing of one that does not; all on one connection', async () => {
    const { open } = await site()
    const [a, b] = await Promise.all([open(), open()])
    const heard = new Map<Context, string[]>()
    for (const ctx of [a, b]) {
      const ids: string[] = []
      heard.set(ctx, ids)
      const ready = new Promise<void>((done) => ctx.bus.hear(topic, { heard: (more) => ids.push(...more), missed: done }))
      await ready
      await new Promise<void>((done) => ctx.bus.hear(idsTopic('test.others'), { heard: () => {}, missed: done }))
    }
    await a.db.tx((tx) => tellAll(tx, topic, ['undone']).then(() => Promise.reject(new Error('no')))).catch(() => {})
    await a.db.tx((tx) => a.bus.tellOthers(tx, topic, ['1', '2']))
    const many = Array.from({ length: 2000 }, (_, i) => `1000000000000${i}`)
    await a.db.tx((tx) => tellAll(tx, topic, many))
    await vi.waitFor(() => expect(heard.get(b)).toEqual(['1', '2', ...many]), soon)
    await vi.waitFor(() => expect(heard.get(a)).toEqual(many), soon)
    const { rows } = await a.db.pool.query(`select query from pg_stat_activity where datname = current_database() and query like 'listen%'`)
    expect(rows).toHaveLength(2)
  })

  it('says how late it was: whoever could not hear forgets all, and hears again', async () => {
    const database = await testDatabase()
    const { open } = await site(database)
    const [ctx, other] = await Promise.all([open(), open()])
    let missed = 0
    const heard: string[] = []
    ctx.bus.hear(topic, { heard: (ids) => heard.push(...ids), missed: () => missed++ })
    await vi.waitFor(() => expect(missed).toBe(1), soon)
    await other.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    )
    await vi.waitFor(() => expect(missed).toBe(2), soon)
    await tellAll(other.db, topic, ['after'])
    await vi.waitFor(() => expect(heard).toEqual(['after']), soon)
  })

  it('packs lines into payloads that NOTIFY takes, and loses none', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `${i} 数 ${'x'.repeat(i % 50)}`)
    const payloads = payloadsOf(lines, 'tag')
    expect(payloads.every((p) => Buffer.byteLength(p) < 8000 && p.startsWith('@tag\n'))).toBe(true)
    expect(payloads.flatMap((p) => p.split('\n').slice(1))).toEqual(lines)
    expect(() => payloadsOf(['x'.repeat(8000)], null)).toThrow('too long')
  })
})

describe('a cache that hears of changes', () => {
  it('loads once for all who ask, forgets in every process, and keeps nothing that began to load before', async () => {
    const { open, turn } = await site()
    const [a, b] = await Promise.all([open(), open()])
    const topic = idsTopic('test.cached')
    let value = 0
    let loads = 0
    let gate: Promise<unknown> = Promise.resolve()
    const cacheOf = (ctx: Context) =>
      ctx.cached({
        topic,
        max: 10,
        ttl: 1000,
        load: async () => {
          loads++
          const read = value
          await gate
          return read
        },
      })
    for (const ctx of [a, b]) await ready(ctx)
    expect(await Promise.all(Array.from({ length: 9 }, () => cacheOf(b).get('k')))).toEqual(Array(9).fill(0))
    expect(loads).toBe(1)
    value = 1
    await a.db.tx((tx) => tellAll(tx, topic, ['k']))
    await vi.waitFor(async () => expect(await cacheOf(b).get('k')).toBe(1), soon)
    const before = Promise.withResolvers<void>()
    gate = before.promise
    cacheOf(b).forget(['k'])
    const old = cacheOf(b).get('k')
    value = 2
    cacheOf(b).forget(['k'])
    gate = Promise.resolve()
    expect(await cacheOf(b).get('k')).toBe(2)
    before.resolve()
    expect(await old).toBe(1)
    expect(await cacheOf(b).get('k'), 'not put back by the one that came late').toBe(2)
    value = 3
    cacheOf(b).forget([everything])
    expect(await cacheOf(b).get('k')).toBe(3)
    value = 4
    turn(2)
    expect(await cacheOf(b).get('k'), 'grown too old').toBe(4)
    async function ready(ctx: Context) {
      cacheOf(ctx)
      await new Promise<void>((done) => ctx.bus.hear(idsTopic('test.ready'), { heard: () => {}, missed: done }))
    }
  })

  it('keeps no failure', async () => {
    const ctx = await (await site()).open()
    const load = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue('there')
    const cache = ctx.cached({ topic: idsTopic('test.failing'), max: 10, ttl: 1000, load })
    await expect(cache.get('k')).rejects.toThrow('away')
    expect(await cache.get('k')).toBe('there')
  })
})

describe('advisory locks', () => {
  it('have a number each, whatever the room, and are taken in one place', async () => {
    const root = new URL('../../', import.meta.url).pathname
    const numbers: number[] = []
    for (const file of globSync('server/rooms/*/locks.ts', { cwd: root }))
      numbers.push(...Object.values(((await import(root + file)) as { locks: Locks }).locks))
    expect(numbers.length).toBeGreaterThan(2)
    expect([...new Set(numbers)]).toEqual(numbers)
    const files = globSync(['server/**/*.ts', 'demo/**/*.ts', 'db/migrations/*.sql'], { cwd: root }).filter((f) => !f.includes('.test.'))
    const users = files.filter((f) => /pg_(try_)?advisory/.test(readFileSync(root + f, 'utf8')))
    expect(users.sort()).toEqual(['server/platform/locks.ts', 'server/platform/migrate.ts'])
  })

  it('hold up whoever wants the same, and nobody else', async () => {
    const [one, another] = [1, 2]
    const ctx = await (await site()).open()
    const order: string[] = []
    const first = Promise.withResolvers<void>()
    const taken = Promise.withResolvers<void>()
    const holder = ctx.db.tx(async (tx) => {
      await lock(tx, one, ['1 2', '3 4'])
      taken.resolve()
      await first.promise
      order.push('first')
    })
    await taken.promise
    const second = ctx.db.tx((tx) => lock(tx, one, ['3 4', '5 6']).then(() => order.push('second')))
    await ctx.db.tx((tx) => lock(tx, another, ['1 2']).then(() => order.push('other')))
    first.resolve()
    await Promise.all([holder, second])
    expect(order).toEqual(['other', 'first', 'second'])
  })
})
