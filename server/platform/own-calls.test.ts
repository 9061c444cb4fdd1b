import { beforeAll, expect, it, vi } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testPeople } from '#tests/setup/people.ts'
import type { Context } from './context.ts'
import type { App } from './http.ts'
import { answered } from './metrics.ts'
import { ownCalls } from './own-calls.ts'

let ctx: Context
let app: App
let tess: Someone
let note: string
const ip = '203.0.113.9'

beforeAll(async () => {
  ctx = await testContext({ config: { rateLimits: true } })
  app = await buildApp(ctx)
  ctx.onStop(() => app.close())
  ;[tess] = (await testPeople(ctx, app, ['tess.rowan'])) as [Someone]
  const made = await tess.post('/v1/notes', { title: 'Mochi', text: 'Pays her #petTax', media: [await picture(ctx, tess.id)] })
  note = made.json().id
  for (const text of ['one', 'two']) await tess.post(`/v1/notes/${note}/comments`, { text })
})

const asked = (url: string, someone?: Someone, locale = 'en') =>
  ownCalls(app, ctx)(url, { viewer: someone?.viewer ?? null, locale, ip, req: { id: 'x', log: ctx.log as never } })

/** What is sealed anew each time. */
const without = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, one) => (key === 'next' && one !== null ? 'sealed' : one))

it('answers what the doors answer, to a stranger and to somebody, in both languages', async () => {
  const urls = [
    '/v1/site',
    '/v1/feed',
    '/v1/feed?limit=1',
    '/v1/feed/following',
    `/v1/notes/${note}`,
    `/v1/notes/${note}/comments?sort=top`,
    `/v1/notes/${note}/comments?limit=1`,
    '/v1/accounts/tess.rowan',
    '/v1/accounts/tess.rowan/notes',
    '/v1/topics/pettax',
    `/v1/topics/${encodeURIComponent('#petTax')}/notes?sort=new`,
    '/v1/topics',
    '/v1/agreements',
    '/v1/me',
    '/v1/me/liked',
    '/v1/me/notifications',
    '/v1/moderation/cases',
    // Refusals.
    '/v1/notes/123',
    '/v1/notes/abc',
    '/v1/feed?limit=9999',
    '/v1/nowhere',
    '/v1/accounts/%E0%A4%A',
    `/v1/topics/${'x'.repeat(301)}`,
    '/v1/search?q=',
  ]
  for (const url of urls)
    for (const someone of [undefined, tess])
      for (const locale of ['en', 'zh-Hans']) {
        const headers = {
          'accept-language': locale,
          cookie: `locale=${locale}`,
          ...(someone ? { authorization: `Bearer ${someone.token}` } : {}),
        }
        const said = await app.inject({ url, headers, remoteAddress: ip })
        const own = await asked(url, someone, locale)
        const where = `${url} ${someone?.handle} ${locale}`
        expect([own.status, without(own.value)], where).toEqual([said.statusCode, without(said.json())])
      }
})

it('opens the cursors that a list gave its reader, and nobody else’s', async () => {
  const list = `/v1/notes/${note}/comments?limit=1`
  const first = (await asked(list)).value as { items: { id: string }[]; next: string }
  const second = (await asked(`${list}&cursor=${encodeURIComponent(first.next)}`)).value as { items: { id: string }[] }
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  const mine = (await asked(`${list}&cursor=${encodeURIComponent(first.next)}`, tess)).value as { items: { id: string }[] }
  expect(mine.items[0]?.id, 'from its beginning').toBe(first.items[0]?.id)
})

it('takes from a route’s own budget and from no other, and says how long to wait', async () => {
  const take = vi.spyOn(ctx.limits, 'count')
  await asked(`/v1/notes/${note}`)
  expect(take).not.toHaveBeenCalled()
  await asked('/v1/feed')
  expect(take.mock.calls.map(([name, key]) => `${name} ${key}`)).toEqual([`feed n${ip}`])
  take.mockReturnValue(7)
  expect(await asked('/v1/feed')).toMatchObject({ status: 429, wait: 7, value: { code: 'too-many-requests' } })
  take.mockRestore()
})

it('is in the figures like any other answer', async () => {
  const count = vi.spyOn(answered(ctx), 'count')
  const counted = async (url: string) => {
    count.mockClear()
    await ownCalls(app, ctx)(url, { viewer: null, locale: 'en', ip, req: { id: 'x', log: ctx.log as never } })
    return count.mock.calls.map(([method, route, status]) => `${method} ${route} ${status}`)
  }
  expect(await counted(`/v1/notes/${note}`)).toEqual(['GET /v1/notes/:id 200'])
  expect(await counted('/v1/me')).toEqual(['GET /v1/me 401'])
  count.mockRestore()
  expect((await app.inject('/metrics')).body).toContain('route="/v1/notes/:id"')
})

it('says of an answer for a stranger whether its changes are told, of somebody’s own never', async () => {
  expect((await asked(`/v1/notes/${note}`)).told).toBe(true)
  expect((await asked(`/v1/notes/${note}`, tess)).told).toBe(false)
  expect((await asked('/v1/feed')).told).toBe(false)
})

it('says when to ask again while the database is away, and names a bug by the number of its page', async () => {
  const rows = vi.spyOn(ctx.db, 'rows').mockRejectedValue(Object.assign(new Error('away'), { code: '57P01' }))
  const one = vi.spyOn(ctx.db, 'one').mockRejectedValue(Object.assign(new Error('away'), { code: '57P01' }))
  expect(await asked('/v1/accounts/tess.rowan')).toMatchObject({ status: 503, wait: 2, value: { code: 'unavailable' } })
  one.mockRejectedValue(new Error('a bug'))
  expect(await asked('/v1/accounts/tess.rowan')).toMatchObject({ status: 500, value: { code: 'internal' } })
  for (const mock of [rows, one]) mock.mockRestore()
})

it('a route that the site may ask needs nothing that only the door has', () => {
  const reads = app.routeTable.filter(({ own }) => own !== null)
  expect(reads.length).toBeGreaterThan(30)
  expect(reads.filter(({ own }) => /\b(?:req|reply)\b/.test(String(own?.handler))).map(({ url }) => `${url} says no \`own\``)).toEqual([])
})
