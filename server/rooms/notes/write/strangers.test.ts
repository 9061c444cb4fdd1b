import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
/** Nothing grows old by itself. */
let now = 1_000_000

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(), monotonic: () => now } })
  app = await testApp(ctx)
  ;[tess, lin] = (await testPeople(ctx, app, ['tess.rowan', 'lin.yue'])) as [Someone, Someone]
})

const publish = async (body: object = {}): Promise<string> =>
  (await tess.post('/v1/notes', { title: 'Mochi', text: 'x', media: [await picture(ctx, tess.id)], topics: ['petTax'], ...body })).json().id
const look = (id: string) => app.inject(`/v1/notes/${id}`)
/** How often the text of a note was read. */
const reads = async (work: () => Promise<unknown>): Promise<number> => {
  const { pool } = ctx.db
  const query = pool.query
  let count = 0
  pool.query = ((q: { text?: string }, ...more: unknown[]) => {
    if (q.text?.includes('n.spans')) count++
    return (query as (...all: unknown[]) => unknown).call(pool, q, ...more)
  }) as typeof query
  try {
    await work()
  } finally {
    pool.query = query
  }
  return count
}

it('is what the ordinary way answers, and read once a minute', async () => {
  const id = await publish()
  const first = await look(id)
  expect(first.headers['content-type']).toBe('application/json; charset=utf-8')
  const { mine: _m, following: _f, canComment: _c, ...own } = (await lin.get(`/v1/notes/${id}`)).json()
  expect(first.json()).toMatchObject(own)
  expect(first.json()).toMatchObject({ mine: { liked: false, collected: false }, following: false, canComment: false })
  expect(await reads(async () => expect((await look(id)).body).toBe(first.body))).toBe(0)
  now += 60_001
  expect(await reads(() => look(id))).toBe(1)
})

it('has the counters of the moment, without reading the text again', async () => {
  const id = await publish()
  await look(id)
  await lin.put(`/v1/notes/${id}/like`)
  expect(await reads(async () => expect((await look(id)).json().counts.likes).toBe(1))).toBe(0)
})

it('changes at once with its words, and goes at once when it is withdrawn, however it is', async () => {
  const id = await publish()
  await look(id)
  await tess.patch(`/v1/notes/${id}`, { title: 'Changed' })
  expect((await look(id)).json().title).toBe('Changed')
  await tess.patch(`/v1/notes/${id}`, { visibility: 'followers' })
  expect((await look(id)).statusCode).toBe(404)
  await tess.patch(`/v1/notes/${id}`, { visibility: 'public' })
  expect((await look(id)).statusCode).toBe(200)
  await tess.patch('/v1/me', { private: true })
  expect((await look(id)).statusCode).toBe(404)
  await tess.patch('/v1/me', { private: false, displayName: 'Tess R.' })
  expect((await look(id)).json().author.displayName).toBe('Tess R.')
  const other = await publish()
  await look(other)
  await tess.delete(`/v1/notes/${other}`)
  expect((await look(other)).statusCode).toBe(404)
  await suspendAccount(ctx, null, tess.id, 'Spam')
  expect((await look(id)).statusCode).toBe(404)
})
