import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { flushViews } from './count.ts'
import { SeenLately } from './seen.ts'

const MINUTE = 60_000

/** Adds a look, and tells whether it was new. */
const isNew = (seen: SeenLately, who: string, what: string, at: number) => seen.add(seen.marksOf(who)(what), at)

describe('looks lately', () => {
  it('are new once in half an hour, and again after an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(20)), { maxLength: 200 }), (looks) => {
        const seen = new SeenLately(0, 30 * MINUTE)
        const last = new Map<string, number>()
        let now = 0
        for (const [who, what, minutes] of looks) {
          now += minutes * MINUTE
          const key = `${who} ${what}`
          const fresh = isNew(seen, `${who}`, `${what}`, now)
          const before = last.get(key)
          if (before === undefined || now - before >= 60 * MINUTE) expect(fresh).toBe(true)
          else if (now - before < 30 * MINUTE) expect(fresh).toBe(false)
          last.set(key, now)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('are forgotten after an hour also where nobody looked when the half hour was over', () => {
    const seen = new SeenLately(0, 30 * MINUTE)
    expect(isNew(seen, 'tess', 'note', 0)).toBe(true)
    expect(isNew(seen, 'lin', 'note', 49 * MINUTE)).toBe(true)
    expect(isNew(seen, 'tess', 'note', 78 * MINUTE)).toBe(true)
  })

  it('of many are told apart, in the same memory', () => {
    const seen = new SeenLately(0, 30 * MINUTE)
    let lost = 0
    for (let i = 0; i < 300_000; i++) if (!isNew(seen, `someone ${i}`, 'note', 1)) lost++
    expect(lost).toBeLessThan(300)
    // With nearly as many as the filter takes, one new look in some hundreds is taken for an old one: that is what it may cost.
    for (let i = 0; i < 300_000; i++) if (!isNew(seen, 'someone', `${7_000_000_000_000 + i * 4_194_304}`, 1)) lost++
    expect(lost).toBeLessThan(1500)
    for (let i = 0; i < 300_000; i += 1000) expect(isNew(seen, `someone ${i}`, 'note', 2)).toBe(false)
  })
})

describe('at the door', () => {
  let ctx: Context
  let app: App
  let tess: Someone
  let lin: Someone
  let maya: Someone
  let ms = 0

  beforeAll(async () => {
    ctx = await testContext({ config: { rateLimits: true }, clock: { now: () => new Date(), monotonic: () => ms } })
    app = await testApp(ctx)
    ;[tess, lin, maya] = (await testPeople(ctx, app, ['tess.rowan', 'lin_lan', 'maya.rivers'])) as [Someone, Someone, Someone]
  })

  const publish = async (more: object = {}) =>
    (await tess.post('/v1/notes', { title: 'Mochi', text: 'a cat #cats', ...more })).json().id as string
  const viewsOf = async (id: string) => {
    await flushViews(ctx)
    return Number((await ctx.db.one<{ views: string }>(sql`select views from note_counter where note_id = ${id}`))?.views)
  }
  const say = (ids: string[], headers: Record<string, string>, remoteAddress = '198.51.100.7') =>
    app.inject({ method: 'POST', url: '/v1/views', headers, remoteAddress, payload: { items: ids.map((note) => ({ note })) } })
  const as = (who: Someone) => ({ authorization: `Bearer ${who.token}` })

  it('one person is one view, however often they say so, until half an hour has gone by', async () => {
    const id = await publish()
    expect((await say(Array<string>(100).fill(id), as(lin))).statusCode).toBe(202)
    await Promise.all(Array.from({ length: 20 }, () => say([id, id], as(lin), '203.0.113.4')))
    expect(await viewsOf(id)).toBe(1)
    await say([id], as(maya))
    expect(await viewsOf(id)).toBe(2)
    ms += 29 * MINUTE
    await say([id], as(lin))
    expect(await viewsOf(id)).toBe(2)
    ms += 60 * MINUTE
    await say([id], as(lin))
    expect(await viewsOf(id)).toBe(3)
  })

  it('strangers count by network and browser, and no network counts for more than forty', async () => {
    const id = await publish()
    for (const agent of ['Firefox', 'Safari', 'Firefox']) await say([id], { 'user-agent': agent })
    await say([id], { 'user-agent': 'Firefox' }, '198.51.100.8')
    expect(await viewsOf(id)).toBe(3)
    for (let i = 0; i < 100; i++) await say([id], { 'user-agent': `made up ${i}` }, '203.0.113.200')
    expect(await viewsOf(id)).toBe(43)
  })

  it.each([
    ['private', { visibility: 'private' }],
    ['for followers', { visibility: 'followers' }],
    ['scheduled', { publishAt: new Date(Date.now() + 3_600_000).toISOString() }],
  ])('a note that is %s counts no look of those who may not see it', async (_what, more) => {
    const id = await publish(more)
    await say([id], as(lin))
    await say([id], {})
    expect(await viewsOf(id)).toBe(0)
  })

  it('a look that did not count is no look: once the note can be seen, the next one counts', async () => {
    const id = await publish({ visibility: 'private' })
    for (const who of [as(lin), {}]) await say([id], who)
    expect(await viewsOf(id)).toBe(0)
    await tess.patch(`/v1/notes/${id}`, { visibility: 'public' })
    for (const who of [as(lin), {}]) await say([id], who)
    expect(await viewsOf(id)).toBe(2)
  })

  it('what is for followers counts those who follow; nobody’s own look counts', async () => {
    const id = await publish({ visibility: 'followers' })
    await lin.put('/v1/accounts/tess.rowan/follow')
    for (const who of [lin, tess, maya]) await say([id], as(who))
    expect(await viewsOf(id)).toBe(1)
    await lin.delete('/v1/accounts/tess.rowan/follow')
  })

  it('what is blocked, deleted, a comment or nothing counts none, and the rest of the call counts', async () => {
    const [open, gone] = [await publish(), await publish()]
    const comment = (await lin.post(`/v1/notes/${open}/comments`, { text: 'aw' })).json().id
    await tess.delete(`/v1/notes/${gone}`)
    expect((await say([comment, gone, '999', open], as(lin))).statusCode).toBe(202)
    expect([await viewsOf(open), await viewsOf(gone), await viewsOf(comment)]).toEqual([1, 0, 0])
    await tess.put('/v1/accounts/maya.rivers/block')
    await say([open], as(maya))
    expect(await viewsOf(open)).toBe(1)
  })
})
