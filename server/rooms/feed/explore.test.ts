import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { quickAnswers } from '#server/platform/quick.ts'
import type { List } from '#server/platform/schema.ts'
import { wiring } from '#server/wiring.ts'
import { type TestDatabase, testContext, testDatabase } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import type { FeedCard } from './schema.ts'

let database: TestDatabase
let ctx: Context
let app: App
let tess: Someone
/** The story's clock: a minute goes by when a test says so. */
let now = Date.now()
const minute = () => {
  now += 60_000
}

beforeAll(async () => {
  database = await testDatabase()
  ctx = await testContext({ database, clock: { now: () => new Date(now), monotonic: () => now } })
  app = await testApp(ctx)
  ctx.events.wire(wiring)
  ;[tess] = (await testPeople(ctx, app, ['tess.rowan'])) as [Someone]
})

async function publish(title: string): Promise<void> {
  const said = await tess.post('/v1/notes', { title, text: 'x', media: [await picture(ctx, tess.id)] })
  expect(said.statusCode, said.body).toBe(201)
  await ctx.events.drain()
  minute()
}

it('gives everybody the same bytes for a moment, and reasons to no one', async () => {
  await publish('Same')
  const all = await Promise.all(Array.from({ length: 20 }, () => app.inject('/v1/feed')))
  expect(new Set(all.map((r) => r.body)).size).toBe(1)
  expect(all[0]?.headers['content-type']).toMatch(/^application\/json/)
  expect(all[0]?.headers.vary).toMatch(/cookie/i)
  const [first] = all.map((r) => r.json() as List<FeedCard>)
  const items = first?.items ?? []
  expect(items[0]?.why).toBeUndefined()
  expect(items[0]?.mine).toEqual({ liked: false, collected: false })
})

it('answers strangers from memory in the very same way, and nobody else', async () => {
  minute()
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const quick = quickAnswers(ctx)
  const get = async (headers: Record<string, string> = {}) => {
    const said = await fetch(`${origin}/v1/feed`, { headers })
    const all = Object.fromEntries([...said.headers].filter(([name]) => name !== 'date'))
    return { status: said.status, headers: all, body: await said.text() }
  }
  const first = await get()
  expect(quick.served).toBe(0)
  expect(await get()).toEqual(first)
  expect(quick.served).toBe(1)
  expect(first.headers['x-content-type-options']).toBe('nosniff')
  const own = await get({ authorization: `Bearer ${tess.token}` })
  expect(own.headers['cache-control']).toBe('private, no-store')
  await get({ cookie: 'lang=zh-Hans' })
  await get({ 'accept-language': 'zh-CN' })
  expect(quick.served).toBe(1)
  minute()
  await publish('Newer')
  expect((await get()).body).toContain('Newer')
})

it('limits strangers who are answered from memory, too', async () => {
  const strict = await testContext({ config: { rateLimits: true }, database: database })
  const door = await testApp(strict)
  const origin = await door.listen({ port: 0, host: '127.0.0.1' })
  const ask = async () => {
    const said = await fetch(`${origin}/v1/feed`)
    await said.text()
    return said.status
  }
  const codes: number[] = []
  // The bucket of a network holds 2,000 and gets 33 a second back.
  for (let n = 0; n < 120 && !codes.includes(429); n++) codes.push(...(await Promise.all(Array.from({ length: 50 }, ask))))
  expect(codes).toContain(429)
  expect(codes.indexOf(429)).toBeGreaterThanOrEqual(1950)
  expect(quickAnswers(strict).served).toBeGreaterThan(100)
})
