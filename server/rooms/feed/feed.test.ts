import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { rebuildFeed } from './index.ts'
import type { FeedCard } from './schema.ts'
import { storedSession } from './session-store.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
let shy: Someone
/** The story's clock: a minute goes by whenever someone looks. */
let now = Date.now()
const minute = () => {
  now += 60_000
}

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(now), monotonic: () => now } })
  app = await testApp(ctx)
  ctx.events.wire(wiring)
  ;[tess, lin, mo, shy] = (await testPeople(ctx, app, [
    'tess.rowan',
    { handle: 'lin.yue', locale: 'zh-Hans' },
    'mo',
    { handle: 'shy', private: true },
  ])) as [Someone, Someone, Someone, Someone]
})

async function publish(who: Someone, body: object): Promise<string> {
  const said = await who.post('/v1/notes', { media: [await picture(ctx, who.id)], ...body })
  expect(said.statusCode, said.body).toBe(201)
  await ctx.events.drain()
  minute()
  return said.json().id
}
const page = async (who: Someone | null, url = '/v1/feed'): Promise<List<FeedCard>> => {
  const said = who ? await who.get(url) : await app.inject(url)
  expect(said.statusCode, said.body).toBe(200)
  return said.json()
}
/** All pages of a feed, with `between` happening before each further one. */
async function pages(who: Someone | null, url: string, limit: number, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const ids: string[] = []
  let at = await page(who, `${url}?limit=${limit}`)
  for (;;) {
    ids.push(...at.items.map((c) => c.id))
    if (!at.next) return ids
    await between()
    at = await page(who, `${url}?limit=${limit}&cursor=${at.next}`)
  }
}
const ids = async (who: Someone | null, url?: string) => (await page(who, url)).items.map((c) => c.id)

describe('Explore', () => {
  it('shows a new note at once, and takes it away when it goes', async () => {
    expect(await ids(null)).toEqual([])
    minute()
    const id = await publish(tess, { title: 'First', text: 'hello' })
    expect(await ids(null)).toEqual([id])
    const hidden = await publish(tess, { title: 'For followers', text: 'x', visibility: 'followers' })
    await publish(shy, { title: 'Private person', text: 'x' })
    expect(await ids(null)).toEqual([id])
    expect(await ids(lin)).not.toContain(hidden)
    await tess.delete(`/v1/notes/${id}`)
    minute()
    expect(await ids(null)).toEqual([])
  })

  it('turns pages without a double or a gap while notes and likes come in', async () => {
    for (let i = 0; i < 23; i++) await publish([tess, lin, mo][i % 3] as Someone, { title: `Note ${i}`, text: 'x' })
    const expected = new Set(await ids(null, '/v1/feed?limit=100'))
    expect(expected.size).toBeGreaterThanOrEqual(23)
    for (const who of [null, shy]) {
      let n = 0
      const before = new Set(await ids(who, '/v1/feed?limit=100'))
      const seen = await pages(who, '/v1/feed', 5, async () => {
        await publish(mo, { title: `Meanwhile ${n++}`, text: 'x' })
        await tess.put(`/v1/notes/${[...expected][n * 3]}/like`)
        await ctx.events.drain()
      })
      expect(new Set(seen)).toEqual(before)
      expect(seen).toHaveLength(before.size)
    }
  })

  it('goes on where another process, or a restart, left off', async () => {
    const other = await testContext({ clock: ctx.clock, database: await sameDatabase() })
    const twin = await testApp(other)
    const turned = async (next: string | null): Promise<string[]> => {
      if (!next) return []
      const said: List<FeedCard> = (await twin.inject(`/v1/feed?limit=6&cursor=${next}`)).json()
      return [...said.items.map((c) => c.id), ...(await turned(said.next))]
    }
    const firsts: List<FeedCard>[] = []
    // Feeds made one after the other begin at different places of the queue of unseen notes.
    for (let n = 0; n < 8; n++) {
      minute()
      firsts.push(await page(null, '/v1/feed?limit=6'))
    }
    const newer = await publish(lin, { title: 'Too late for this feed', text: 'x' })
    // Long enough for notes to be no longer brand new.
    for (let n = 0; n < 12; n++) minute()
    for (const first of firsts) {
      const rest = await turned(first.next)
      expect(rest).not.toContain(newer)
      const all = [...first.items.map((c) => c.id), ...rest]
      expect(new Set(all).size).toBe(all.length)
    }
  })

  it('is one session in every process and after a restart, whatever is liked and published between its pages', async () => {
    for (const [who, limit] of [
      [null, 4],
      [shy, 4],
      // Too long a first page for its cursor to carry: stored at once.
      [shy, 30],
    ] as const) {
      minute()
      const doors: App[] = []
      for (let n = 0; n < 2; n++) doors.push(await testApp(await testContext({ clock: ctx.clock, database: await sameDatabase() })))
      const ask = async (door: App, query: string): Promise<List<FeedCard>> => {
        const said = await door.inject({ url: `/v1/feed?${query}`, headers: who ? { authorization: `Bearer ${who.token}` } : {} })
        expect(said.statusCode, said.body).toBe(200)
        return said.json()
      }
      const all = new Set((await page(who, '/v1/feed?limit=100')).items.map((c) => c.id))
      const first = await ask(app, `limit=${limit}`)
      const seen = first.items.map((c) => c.id)
      let n = 0
      for (let { next } = first; next; n++) {
        // What is at the feed's end would come to its top, and what was at its top falls behind.
        const late = [...all].at(-1 - n)
        await Promise.all([tess, lin, mo].map((fan) => fan.put(`/v1/notes/${late}/like`)))
        await Promise.all([tess, lin, mo].map((fan) => fan.put(`/v1/notes/${late}/collect`)))
        await publish(mo, { title: `Between pages ${n}`, text: 'x' })
        // The process that begins the session at its second page is not the one that made the first, and a third one reads on.
        const at: List<FeedCard> = await ask(doors[n % 2] as App, `limit=${limit}&cursor=${next}`)
        if (who) expect(at.items.every((card) => card.why)).toBe(true)
        seen.push(...at.items.map((c) => c.id))
        next = at.next
      }
      expect(n).toBeGreaterThan(0)
      expect(seen).toHaveLength(new Set(seen).size)
      expect(new Set(seen)).toEqual(all)
    }
  })

  it('stores nothing for who looks at one page, and each session for twenty minutes', async () => {
    const stored = async () => (await ctx.db.rows<{ name: string }>(sql`select name from feed_session`)).map((r) => r.name)
    await ctx.db.run(sql`delete from feed_session`)
    minute()
    const first = await page(shy, '/v1/feed?limit=5')
    expect(await stored()).toEqual([])
    const [second, again] = [
      await page(shy, `/v1/feed?limit=5&cursor=${first.next}`),
      await page(shy, `/v1/feed?limit=5&cursor=${first.next}`),
    ]
    expect(again).toEqual(second)
    const [name] = await stored()
    expect(await stored()).toHaveLength(1)
    expect((await storedSession(ctx, shy.id, name as string))?.ids.slice(0, 5)).toEqual(first.items.map((c) => c.id))
    expect(await storedSession(ctx, tess.id, name as string)).toBeUndefined()
    await jobs['feed.sweep']?.(ctx, {})
    expect(await stored()).toEqual([name])
    await ctx.db.run(sql`update feed_session set until = now()`)
    expect(await storedSession(ctx, shy.id, name as string)).toBeUndefined()
    await jobs['feed.sweep']?.(ctx, {})
    expect(await stored()).toEqual([])
  })

  it('begins anew at a cursor it cannot read', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('["a",-1,0]').toString('base64url'), Buffer.from('["a",1e9,1]').toString('base64url')])
      expect((await app.inject(`/v1/feed?cursor=${cursor}`)).statusCode).toBe(200)
    expect((await app.inject('/v1/feed?limit=0')).statusCode).toBe(400)
    expect((await app.inject('/v1/feed?limit=101')).statusCode).toBe(400)
  })
})

/** The database of `ctx`, for a second process. */
async function sameDatabase() {
  const { host, user, database } = ctx.db.pool.options as { host: string; user: string; database: string }
  return { connection: { host, user, database }, url: '' }
}

describe('a personal feed', () => {
  it('says why, leaves out my own and obeys blocks, mutes and muted words', async () => {
    const mine = await publish(tess, { title: 'Mine', text: 'x' })
    const theirs = await publish(lin, { title: 'Zebra crossing', text: 'x', topics: ['stripes'] })
    const { items } = await page(tess, '/v1/feed?limit=100')
    expect(items.map((c) => c.id)).toContain(theirs)
    expect(items.map((c) => c.id)).not.toContain(mine)
    expect(items.every((c) => c.why)).toBe(true)
    await tess.put('/v1/accounts/lin.yue/follow')
    minute()
    const followed = (await page(tess, '/v1/feed?limit=100')).items
    expect(followed.find((c) => c.id === theirs)?.why).toEqual({ code: 'following' })
    const look = () => ids(tess, '/v1/feed?limit=100')
    for (const [on, off] of [
      [() => tess.put('/v1/accounts/lin.yue/mute'), () => tess.delete('/v1/accounts/lin.yue/mute')],
      [() => lin.put('/v1/accounts/tess.rowan/block'), () => lin.delete('/v1/accounts/tess.rowan/block')],
    ] as const) {
      await on()
      expect(await look()).not.toContain(theirs)
      await off()
      expect(await look()).toContain(theirs)
    }
    for (const filter of [
      { kind: 'topic', value: 'Stripes' },
      { kind: 'word', value: 'zebra' },
    ]) {
      const { id } = (await tess.post('/v1/me/filters', filter)).json()
      expect(await look()).not.toContain(theirs)
      // Muted words shorten no page.
      expect((await page(tess, '/v1/feed?limit=10')).items).toHaveLength(10)
      await tess.delete(`/v1/me/filters/${id}`)
      expect(await look()).toContain(theirs)
    }
  })

  it('knows what I like', async () => {
    const id = await publish(mo, { title: 'Likable', text: 'x' })
    await lin.put(`/v1/notes/${id}/like`)
    const card = (await page(lin, '/v1/feed?limit=100')).items.find((c) => c.id === id)
    expect(card?.mine.liked).toBe(true)
    expect(card?.counts.likes).toBe(1)
  })
})

describe('Following', () => {
  it('is chronological, has private accounts I follow, and nobody else', async () => {
    expect((await app.inject('/v1/feed/following')).statusCode).toBe(401)
    const reader = mo
    expect(await page(reader, '/v1/feed/following')).toEqual({ items: [], next: null })
    await reader.put('/v1/accounts/tess.rowan/follow')
    await reader.put('/v1/accounts/shy/follow')
    await shy.put('/v1/me/follow-requests/mo')
    const a = await publish(tess, { title: 'A', text: 'x' })
    const b = await publish(shy, { title: 'B', text: 'x', visibility: 'followers' })
    await publish(tess, { title: 'Only me', text: 'x', visibility: 'private' })
    await publish(lin, { title: 'Not followed', text: 'x' })
    const c = await publish(tess, { title: 'C', text: 'x', visibility: 'followers' })
    for (let i = 0; i < 30; i++) await lin.put(`/v1/notes/${a}/like`)
    expect(await ids(reader, '/v1/feed/following?limit=3')).toEqual([c, b, a])
  })

  it('turns pages without a double or a gap while notes come in', async () => {
    const before = await ids(mo, '/v1/feed/following?limit=100')
    const seen = await pages(mo, '/v1/feed/following', 3, () => publish(tess, { title: 'Meanwhile', text: 'x' }))
    expect(seen).toEqual(before)
    expect(seen.length).toBeGreaterThan(9)
  })

  it('reads on past what is muted', async () => {
    await mo.post('/v1/me/filters', { kind: 'word', value: 'meanwhile' })
    const some = await page(mo, '/v1/feed/following?limit=3')
    expect(some.items).toHaveLength(3)
    expect(some.items.every((c) => c.title !== 'Meanwhile')).toBe(true)
  })
})

it('warmth made anew is what events had written', async () => {
  const all = () => ctx.db.rows(sql`select note_id, round(warmth::numeric, 6)::text as warmth from feed_note order by note_id`)
  const before = await all()
  await ctx.db.run(sql`delete from feed_note`)
  await rebuildFeed(ctx.db)
  const after = await all()
  expect(after.map((r) => r.note_id)).toEqual(before.map((r) => r.note_id))
  expect(after).toEqual(before)
})
