import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { deliver, redeliver } from '#server/platform/delivery.ts'
import type { Handler, Wiring } from '#server/platform/events.ts'
import { type TestDatabase, testContext, testDatabase } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

type Took = Handler<'note.liked'>

let database: TestDatabase
let ctx: Context
let other: Context
let calls: Record<string, number>
let poison: Set<string>

beforeEach(async () => {
  database = await testDatabase()
  // Nothing of what fails here on purpose need be read.
  ctx = await testContext({ database, config: { logLevel: 'fatal' } })
  other = await testContext({ database, config: { logLevel: 'fatal' } })
  await ctx.db.run(sql`create table effect (subscriber text, n int, position bigint generated always as identity)`)
  calls = {}
  poison = new Set()
})

/** Writes down what it was given; throws at what is poison to it. */
const subscriber =
  (name: string): Took =>
  async (_ctx, tx, events) => {
    calls[name] = (calls[name] ?? 0) + 1
    await tx.run(sql`insert into effect (subscriber, n) select ${name}, n from unnest(${events.map((e) => e.facts.noteId)}::int[]) as n`)
    for (const e of events) if (poison.has(`${name} ${e.facts.noteId}`)) throw new Error(`cannot take "the words of somebody" ${e.id}`)
  }
const three: Wiring = { 'note.liked': { feed: subscriber('feed'), graph: subscriber('graph'), notify: subscriber('notify') } }

const happen = (count: number, from = 0) =>
  ctx.db.tx((tx) =>
    ctx.events.emitMany(
      tx,
      'note.liked',
      Array.from({ length: count }, (_, i) => ({ noteId: String(from + i), authorId: '1', by: '2', comment: false, rootId: null })),
    ),
  )
const effects = async (name: string): Promise<number[]> =>
  (await ctx.db.rows<{ n: number }>(sql`select n from effect where subscriber = ${name} order by position`)).map((r) => r.n)
const upTo = (count: number, ...without: number[]) => Array.from({ length: count }, (_, i) => i).filter((n) => !without.includes(n))
const kept = () =>
  ctx.db.rows<{ subscriber: string; n: number; tries: number; dead: boolean; why: string }>(
    sql`select subscriber, (facts->>'noteId')::int as n, tries, due_at is null as dead, why from delivery order by event_id, subscriber`,
  )
/** As if the waits were over. Where tries are counted, one pass at a time is made: a drain on a slow machine meets the next wait's end. */
const later = () => ctx.db.run(sql`update delivery set due_at = now() where due_at is not null`)

describe('an event that one of three subscribers cannot take', () => {
  it('costs a few tries, is kept for that one alone, and holds up nothing', async () => {
    ctx.events.wire(three)
    await happen(500)
    poison.add('graph 400')
    await deliver(ctx, three, 500)
    expect(calls).toMatchObject({ feed: 1, notify: 1 })
    expect(calls.graph).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(500)) + 1)
    for (const name of ['feed', 'notify']) expect(await effects(name)).toEqual(upTo(500))
    expect(await effects('graph')).toEqual(upTo(500, 400))
    expect(await kept()).toMatchObject([{ subscriber: 'graph', n: 400, tries: 1, dead: false }])
  })

  it('is tried twelve times, then only when asked for; what is told of it quotes nobody', async () => {
    ctx.events.wire(three)
    await happen(3)
    poison.add('notify 1')
    await deliver(ctx, three, 500)
    for (let i = 1; i < 12; i++) {
      expect(await kept()).toMatchObject([{ tries: i, dead: false }])
      await later()
      await redeliver(ctx, three, 500)
    }
    expect(await kept()).toMatchObject([{ subscriber: 'notify', tries: 12, dead: true }])
    await later()
    expect(await ctx.events.drain()).toBe(0)
    expect(await effects('feed')).toEqual([0, 1, 2])

    const app = await testApp(ctx)
    const [admin, tess] = (await testPeople(ctx, app, [{ handle: 'boss', role: 'admin' }, 'tess'])) as [Someone, Someone]
    expect((await tess.get('/v1/admin/deliveries')).statusCode).toBe(403)
    const { items } = (await admin.get('/v1/admin/deliveries')).json()
    expect(items).toMatchObject([{ subscriber: 'notify', name: 'note.liked', state: 'given-up', tries: 12, nextTry: null }])
    expect(items[0].why).toMatch(/^Error in tests\/platform\/delivery\.test\.ts:\d+$/)
    expect((await app.inject('/metrics')).body).toMatch(/^deliveries_dead\{subscriber="notify"\} 1$/m)
    expect((await tess.post('/v1/admin/deliveries/retry', {})).statusCode).toBe(403)
    expect((await admin.post('/v1/admin/deliveries/retry', { subscriber: 'feed' })).json()).toEqual({ count: 0 })

    poison.clear()
    expect((await admin.post('/v1/admin/deliveries/retry', { event: items[0].event })).json()).toEqual({ count: 1 })
    await ctx.events.drain()
    expect(await kept()).toEqual([])
    expect((await effects('notify')).sort()).toEqual([0, 1, 2])
    // Figures are gathered once a second.
    await expect.poll(async () => (await app.inject('/metrics')).body).not.toMatch(/^deliveries_dead\{/m)
  })

  it('is found by two workers at once without any innocent one being kept, each effect once', async () => {
    ctx.events.wire(three)
    other.events.wire(three)
    for (let i = 0; i < 2000; i += 500) await happen(500, i)
    for (const n of [0, 400, 401, 999, 1000, 1999]) poison.add(`feed ${n}`)
    poison.add('graph 400')
    await Promise.all([ctx.events.drain(), other.events.drain(), ctx.events.drain()])
    expect((await kept()).map((k) => `${k.subscriber} ${k.n}`).sort()).toEqual([...poison].sort())
    for (const name of ['feed', 'graph', 'notify']) {
      const bad = upTo(2000).filter((n) => poison.has(`${name} ${n}`))
      expect((await effects(name)).sort((a, b) => a - b)).toEqual(upTo(2000, ...bad))
    }
    poison.clear()
    await later()
    await Promise.all([ctx.events.drain(), other.events.drain()])
    for (const name of ['feed', 'graph', 'notify']) expect((await effects(name)).sort((a, b) => a - b)).toEqual(upTo(2000))
  })
})

it('a subscriber that takes nothing costs a bounded number of tries and loses nothing', async () => {
  ctx.events.wire(three)
  await happen(500)
  for (const n of upTo(500)) poison.add(`graph ${n}`)
  await deliver(ctx, three, 500)
  expect(calls.graph).toBeLessThan(150)
  expect(await kept()).toHaveLength(500)
  expect(await effects('notify')).toEqual(upTo(500))
  poison.clear()
  for (let i = 0; i < 2; i++) {
    await later()
    await ctx.events.drain()
  }
  expect((await effects('graph')).sort((a, b) => a - b)).toEqual(upTo(500))
})

it('a connection that breaks in the middle is nobody’s fault: nothing is kept, everything happens once', async () => {
  let broken = 0
  const breaks: Took = async (c, tx, events) => {
    if (broken++ > 0) return subscriber('graph')(c, tx, events)
    await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`)
  }
  ctx.events.wire({ 'note.liked': { feed: subscriber('feed'), graph: breaks } })
  await happen(50)
  await expect(ctx.events.drain()).rejects.toThrow()
  expect(await effects('feed')).toEqual([])
  await ctx.events.drain()
  expect(await kept()).toEqual([])
  for (const name of ['feed', 'graph']) expect(await effects(name)).toEqual(upTo(50))
})

it('a deadlock between two workers, or a full disk, is no fault of the event that meets it: tried again, not kept', async () => {
  let failed = 0
  const clashes: Took = async (c, tx, events) => {
    failed++
    if (failed <= 3) await tx.run(sql`do $$ begin raise exception 'clash' using errcode = '40P01'; end $$`)
    if (failed === 4) await tx.run(sql`do $$ begin raise exception 'full' using errcode = '53100'; end $$`)
    return subscriber('graph')(c, tx, events)
  }
  ctx.events.wire({ 'note.liked': { graph: clashes } })
  await happen(1)
  await expect(ctx.events.drain()).rejects.toMatchObject({ code: '53100' })
  await ctx.events.drain()
  expect(await kept()).toEqual([])
  expect(await effects('graph')).toEqual([0])
})

it('what fails only at commit is found too', async () => {
  await ctx.db.run(sql`create table late (n int check (n is not null) , constraint once unique (n) deferrable initially deferred)`)
  const doubts: Took = async (c, tx, events) => {
    for (const e of events) await tx.run(sql`insert into late (n) values (${e.facts.noteId === '7' ? 6 : e.facts.noteId})`)
    return subscriber('graph')(c, tx, events)
  }
  ctx.events.wire({ 'note.liked': { feed: subscriber('feed'), graph: doubts } })
  await happen(40)
  await ctx.events.drain()
  expect(new Set((await kept()).map((k) => k.n))).toEqual(new Set([7]))
  expect(await effects('graph')).toEqual(upTo(40, 7))
})

it('waits under the name of a subscriber that this release does not have', async () => {
  ctx.events.wire(three)
  await happen(2)
  poison.add('graph 0')
  await deliver(ctx, three, 500)
  ctx.events.wire({ 'note.liked': { feed: subscriber('feed') } })
  await later()
  await ctx.events.drain()
  expect(await kept()).toMatchObject([{ subscriber: 'graph', n: 0, tries: 1, why: 'nobody of this name in this release' }])
})

describe('a subscriber that does not come back', () => {
  const soon = () =>
    Object.assign(
      ctx.hold('platform.delivery', () => ({ first: 0, later: 0, whole: 0 })),
      { first: 700, later: 100, whole: 20_000 },
    )

  it('from one event keeps that one, and holds up neither its neighbours nor the others', async () => {
    soon()
    const back: (() => void)[] = []
    const afterwards: Promise<unknown>[] = []
    const stuck: Took = async (_ctx, tx, events) => {
      await tx.run(sql`insert into effect (subscriber, n) select 'stuck', n from unnest(${events.map((e) => e.facts.noteId)}::int[]) as n`)
      if (!events.some((e) => e.facts.noteId === '5')) return
      await new Promise<void>((done) => back.push(done))
      // Long after its end: nothing of this may be written into what others do.
      const late = tx.run(sql`insert into effect (subscriber, n) values ('late', 1)`)
      afterwards.push(late.catch((e) => e))
      await late
    }
    await happen(8)
    await deliver(ctx, { 'note.liked': { stuck, notify: subscriber('notify') } }, 500)
    expect(await effects('notify')).toEqual(upTo(8))
    expect(await effects('stuck')).toEqual(upTo(8, 5))
    expect(await kept()).toMatchObject([{ subscriber: 'stuck', n: 5, tries: 1, dead: false, why: expect.stringContaining('Endless') }])
    for (const done of back) done()
    await expect.poll(() => afterwards.length).toBe(back.length)
    for (const late of await Promise.all(afterwards)) expect(late).toBeInstanceOf(Error)
    expect(await effects('late')).toEqual([])
  })

  it('from a statement that waits for ever is brought back by the database', async () => {
    soon()
    const wiring: Wiring = {
      'note.liked': {
        stuck: async (_ctx, tx) => void (await tx.run(sql`select pg_sleep(3600)`)),
        notify: subscriber('notify'),
      },
    }
    await happen(1)
    await deliver(ctx, wiring, 500)
    expect(await effects('notify')).toEqual([0])
    expect(await kept()).toMatchObject([{ subscriber: 'stuck', n: 0, tries: 1 }])
  })
})
