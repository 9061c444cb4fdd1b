import { expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { MAX_MENTIONS } from './mentions.ts'

it('one note or comment calls thirty people at most, and its writer hears why', async () => {
  const ctx = await testContext({ config: { rateLimits: true } })
  ctx.events.wire(wiring)
  const app = await testApp(ctx)
  const [tess, lin] = (await testPeople(ctx, app, ['tess.rowan', { handle: 'lin_lan', locale: 'zh-Hans' }])) as [Someone, Someone]
  await ctx.db.run(sql`insert into account (id, handle, display_name) select n, 'crowd' || n, 'Crowd' from generate_series(1, 400) as n`)
  const call = (from: number, n: number) => Array.from({ length: n }, (_, i) => `@crowd${from + i}`).join(' ')
  const told = async () => {
    await ctx.events.drain()
    return (await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from notification where kind = 'mention'`))?.n
  }
  const publish = (text: string) => tess.post('/v1/notes', { title: 'Party', text })

  const many = await publish(call(1, 300))
  expect([many.statusCode, many.json().code]).toEqual([422, 'too-many-mentions'])
  expect(many.json().fields.text).toContain(`${MAX_MENTIONS}`)
  expect((await publish(call(1, 31))).statusCode).toBe(422)
  expect((await publish(`${call(1, 30)} ${call(1, 30)}`)).statusCode, 'the same people twice are thirty').toBe(201)
  expect(await told()).toBe(30)

  const note = (await publish('Party')).json().id
  const said = await lin.post(`/v1/notes/${note}/comments`, { text: call(1, 31) })
  expect([said.statusCode, said.json().title]).toEqual([422, '提到的人太多了'])
  expect((await lin.post(`/v1/notes/${note}/comments`, { text: call(31, 30) })).statusCode).toBe(201)
  expect(await told()).toBe(60)

  expect((await tess.patch(`/v1/notes/${note}`, { text: call(100, 31) })).statusCode).toBe(422)
  // Edited over and over, each time with others: two hundred in an hour, then no more.
  const codes = []
  for (let i = 0; i < 8; i++) codes.push(await tess.patch(`/v1/notes/${note}`, { text: call(100 + 30 * i, 30) }))
  expect(codes.map((c) => c.statusCode)).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
  expect(Number(codes.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  expect(await told()).toBe(60 + 150)
  expect((await tess.patch(`/v1/notes/${note}`, { title: 'A party' })).statusCode, 'other words can still be changed').toBe(200)
})
