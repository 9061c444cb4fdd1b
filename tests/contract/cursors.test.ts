import * as fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { decodeCursor, encodeCursor, listSeal, timed } from '#server/platform/cursor.ts'
import { isListRoute } from '#server/platform/http.ts'
import { Id } from '#server/platform/schema.ts'
import { sealWith } from '#server/platform/seal.ts'
import { type Outside, openSite } from './outside.ts'

let site: Outside
let lists: string[]
let ids: string[]
let token: string
let other: string

/** Every list there is, with somebody and something in it. */
beforeAll(async () => {
  site = await openSite()
  const mei = await site.join('mei')
  const tess = await site.join('tess')
  token = mei.token
  other = tess.token
  await site.ctx.db.pool.query(`update account set role = 'admin' where id = ${mei.id}`)
  const post = async (path: string, body: object, as = mei.token) => (await site.call('POST', path, { token: as, body })).json
  const note = await post('/v1/notes', { title: 'Soup', text: 'Long soup #soup' })
  const theirs = await post('/v1/notes', { title: 'Cat', text: 'A cat #soup' }, tess.token)
  const comment = await post(`/v1/notes/${note.id}/comments`, { text: 'Warm' }, tess.token)
  await post(`/v1/notes/${note.id}/comments`, { text: 'Thanks', replyTo: comment.id })
  await post('/v1/notes', { title: 'More soup', text: 'With dumplings #soup' })
  await post('/v1/notes', { title: 'More cat', text: 'Two cats #soup' }, tess.token)
  await post(`/v1/notes/${note.id}/comments`, { text: 'And thick' }, tess.token)
  await post('/v1/boards', { title: 'Garden' })
  const board = await post('/v1/boards', { title: 'Kitchen' })
  await site.call('PUT', `/v1/boards/${board.id}/notes/${theirs.id}`, { token })
  await site.call('PUT', '/v1/accounts/tess/follow', { token })
  await site.call('PUT', '/v1/accounts/mei/follow', { token: tess.token })
  await post('/v1/drafts', { content: { title: 'S' } })
  await post('/v1/reports', { subject: { type: 'note', id: theirs.id }, reason: 'spam' })
  const fill: Record<string, string> = { handle: 'mei', name: 'soup' }
  const ofRoute = (url: string) => (url.includes('/boards/:id') ? board.id : url.includes('/comments/:id') ? comment.id : note.id)
  const gets = site.app.routeTable.filter((r) => r.method === 'GET')
  ids = gets.filter((r) => r.url.includes(':id')).map((r) => r.url)
  lists = gets
    .filter((r) => r.query instanceof z.ZodObject && 'cursor' in r.query.shape)
    .map((r) => r.url.replace(/:(\w+)/g, (_all, name: string) => fill[name] ?? ofRoute(r.url)))
    .flatMap((url) => (url === '/v1/search' ? ['notes', 'accounts', 'topics'].map((type) => `${url}?q=soup&type=${type}`) : [url]))
    .flatMap((url) => (/(comments|topics\/soup\/notes)$/.test(url) ? ['new', 'top'].map((sort) => `${url}?sort=${sort}`) : [url]))
    .flatMap((url) => (url.endsWith('/cases') ? ['open', 'decided'].map((state) => `${url}?state=${state}`) : [url]))
})

const sealed = (secret: Buffer, list: readonly unknown[], position: string) => listSeal(sealWith(secret), list).close(position)
const withQuery = (url: string, more: string) => `${url}${url.includes('?') ? '&' : '?'}${more}`
/** Numbers as a forger would choose them, besides any others. */
const forged = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    -1,
    0.5,
    1e308,
    -1e308,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    '1',
    '0',
    '9223372036854775807',
    '9223372036854775808',
    null,
    '',
    '\0',
  ),
  fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 12 }),
)
const cursors = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((s) => s.toWellFormed()) },
  { weight: 4, arbitrary: fc.array(forged, { maxLength: 5 }).map((parts) => encodeCursor(parts as string[])) },
)

/** For this test, every cursor counts as one that the site gave out: what reads them must stand by itself. */
const trusting = () => vi.spyOn(site.ctx.seal, 'open').mockImplementation((_purpose, token) => token)
afterEach(() => void vi.restoreAllMocks())

const as = (who: string | null) => (who ? { headers: { authorization: `Bearer ${who}` } } : {})
const read = async (url: string, who: string | null) => (await site.app.inject({ url, ...as(who) })).json()
/** What somebody finds in a list, whatever the order: the feed lets young notes in at places of their own. */
const contents = async (who: string | null): Promise<string[][]> =>
  Promise.all(
    lists.map(async (url) => {
      const { items = [] } = await read(withQuery(url, 'limit=100'), who)
      return items.map((one: { id?: string; name?: string; handle?: string }) => one.id ?? one.name ?? one.handle).sort()
    }),
  )

describe('cursors', () => {
  it('are good for the list, the words asked and the person they were given to, and for nothing else', async () => {
    const given = new Map<string, string>()
    for (const url of lists) {
      const { next } = await read(withQuery(url, 'limit=1'), token)
      if (next) given.set(url, next)
    }
    expect(given.size).toBeGreaterThan(5)
    for (const [url, own] of given) {
      const [first, second] = [await read(withQuery(url, 'limit=1'), token), await read(withQuery(url, `limit=1&cursor=${own}`), token)]
      expect(second.items, url).not.toEqual(first.items)
      for (const [other, foreign] of given)
        if (other !== url)
          expect((await read(withQuery(url, `limit=1&cursor=${foreign}`), token)).items, `${url} by ${other}`).toEqual(first.items)
    }
    const url = '/v1/notes/1/comments'
    const made = encodeCursor(['1'])
    const seal = (list: readonly unknown[]) => listSeal(site.ctx.seal, list)
    expect(seal([url, 'a']).open(seal([url, 'a']).close(made))).toBe(made)
    expect(seal([url, 'a']).open(seal([url, 'b']).close(made))).toBeUndefined()
    expect(seal([url]).open(sealed(Buffer.alloc(32, 1), [url], made))).toBeUndefined()
  })

  it('forged, mutated or borrowed, never change what anybody else gets', async () => {
    const first = await read('/v1/feed?limit=1', null)
    // Later places name the stored feed; the first one carries what its page showed, and is mangled whole.
    const { next } = await read(`/v1/feed?limit=1&cursor=${first.next}`, null)
    const parts = decodeCursor(next.slice(0, -16), ['s', 'i', 'i', 'n', 'n']) as (string | number)[]
    const before = [await contents(null), await contents(other)]
    expect(before[0]?.flat().length).toBeGreaterThan(5)
    const mutated = fc
      .tuple(fc.nat(4), fc.oneof(fc.nat(40), fc.constantFrom<string | number>(2 ** 31 - 1, 1e15, '', 'A'.repeat(12))), fc.nat(3))
      .map(([at, by, end]) => {
        const text = encodeCursor(parts.map((part, i) => (i !== at ? part : typeof by === 'string' ? by : Number(part) + by)))
        return [text, text + next.slice(-16), text + 'A'.repeat(16), first.next.slice(0, -1)][end] as string
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(cursors, mutated), fc.constantFrom(null, token), async (cursor, who) => {
        await Promise.all(lists.map((url) => read(withQuery(url, `limit=20&cursor=${encodeURIComponent(cursor)}`), who)))
      }),
      { numRuns: 40, interruptAfterTimeLimit: 20_000 },
    )
    expect([await contents(null), await contents(other)]).toEqual(before)
  }, 60_000)

  it('are on every list, and nowhere else', () => {
    for (const { method, url, query, response } of site.app.routeTable) {
      const answer = response[200]
      const pages = method === 'GET' && answer instanceof z.ZodObject && 'next' in answer.shape
      if (isListRoute(query)) expect(pages, url).toBe(true)
    }
  })

  it('of our making are read back, part for part', () => {
    const parts = fc.tuple(
      fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
      fc.double({ noNaN: true, min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
      fc.string({ maxLength: 200 }),
    )
    fc.assert(
      fc.property(parts, (made) => {
        expect(decodeCursor(encodeCursor(made), ['id', 'n', 's'])).toEqual(JSON.parse(JSON.stringify(made)))
      }),
    )
  })

  it('of anybody’s making are read as a place or as the beginning', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const place = timed(cursor)
        if (place) expect(Number.isNaN(new Date(Number(BigInt(place.us) / 1000n)).getTime())).toBe(false)
      }),
    )
  })

  it.each(['as they came', 'as if we had given them out'])(
    'whatever they are, no list breaks: %s',
    async (how) => {
      expect(lists.length).toBeGreaterThan(25)
      if (how !== 'as they came') trusting()
      await fc.assert(
        fc.asyncProperty(cursors, fc.constantFrom(1, 20, 100), async (cursor, limit) => {
          const query = `cursor=${encodeURIComponent(cursor)}&limit=${limit}`
          await Promise.all(
            lists.map(async (url) => {
              const said = await site.app.inject({ url: withQuery(url, query), headers: { authorization: `Bearer ${token}` } })
              expect([200, 400], `${url} ${query}: ${said.body}`).toContain(said.statusCode)
              if (said.statusCode === 200) expect(said.json(), url).toMatchObject({ items: expect.any(Array) })
            }),
          )
        }),
        { numRuns: 60, interruptAfterTimeLimit: 20_000 },
      )
    },
    60_000,
  )

  it('forged as times and numbers at the ends of the world, no list breaks', async () => {
    trusting()
    const whole = [[], ['1'], ['9223372036854775807'], [1, 1, 1e308], ['1', 1, 1, '1'], ['9223372036854775807', 1e300, -1e308, '1']]
    for (const first of ['1', '9223372036854775807', 1e308, -1e308, 0.5, 2 ** 53, 'x'])
      for (const rest of whole) {
        const cursor = encodeCursor([first, ...rest])
        const refused = await Promise.all(
          lists.map(async (url) => {
            const said = await site.app.inject({ url: withQuery(url, `cursor=${cursor}`), headers: { authorization: `Bearer ${token}` } })
            return said.statusCode === 200 ? [] : [`${url}: ${said.body.slice(0, 300)}`]
          }),
        )
        expect(refused.flat(), JSON.stringify([first, ...rest])).toEqual([])
      }
  }, 60_000)

  it.each(['0', '-1', '101', '1.5', 'x', '', '1e999', 'NaN'])('limit=%s is refused by every list, and said of the field', async (limit) => {
    for (const url of lists) {
      const said = await site.app.inject({ url: withQuery(url, `limit=${limit}`), headers: { authorization: `Bearer ${token}` } })
      expect(said.statusCode, url).toBe(400)
      expect(said.json().fields, url).toHaveProperty('limit')
    }
  })

  it('page by page, lists give everything once', async () => {
    for (const url of lists) {
      const all: string[] = []
      let cursor = ''
      for (let pages = 0; pages < 20; pages++) {
        const { items, next } = (await site.call('GET', withQuery(url, `limit=1${cursor}`), { token })).json
        expect(items.length, url).toBeLessThanOrEqual(2)
        all.push(...items.map((one: object) => JSON.stringify(one)))
        if (next === null) break
        cursor = `&cursor=${encodeURIComponent(next)}`
      }
      expect(new Set(all).size, url).toBe(all.length)
    }
  })
})

describe('ids', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((s) => s.toWellFormed()),
    fc.bigInt().map(String),
  )
  it('are 1 to 2^63-1 in decimal, and nothing else is one', () => {
    fc.assert(
      fc.property(fc.oneof(any, fc.bigInt({ min: -5n, max: 2n ** 63n + 5n }).map(String)), (id) => {
        const good = /^[1-9]\d*$/.test(id) && BigInt(id) < 2n ** 63n
        expect(Id.safeParse(id).success).toBe(good)
      }),
    )
  })

  it('whatever stands in their place, no address breaks', async () => {
    await fc.assert(
      fc.asyncProperty(any, async (id) => {
        for (const url of ids) {
          const path = url.replace(':id', encodeURIComponent(id))
          const said = await site.app.inject({ url: path, headers: { authorization: `Bearer ${token}` } })
          expect([200, 400, 404], `${path}: ${said.body}`).toContain(said.statusCode)
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 15_000 },
    )
  })
})
