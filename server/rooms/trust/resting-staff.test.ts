import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

let ctx: Context
let app: App
let elsewhere: App
let tess: Someone
let staff: Someone[]

beforeAll(async () => {
  const database = await testDatabase()
  ctx = await testContext({ database })
  app = await testApp(ctx)
  elsewhere = await testApp(await testContext({ database }))
  const wishes = [
    { handle: 'shen.wu', role: 'admin' as const },
    { handle: 'wen.admin', role: 'admin' as const },
    { handle: 'momo', role: 'moderator' as const },
    'tess.rowan',
  ]
  const people = await testPeople(ctx, app, wishes)
  tess = people[3] as Someone
  staff = people.slice(1, 3)
})

/** Everything that asks for a role, from the route table, so that what comes later is looked at, too. */
const staffRoutes = () => app.routeTable.filter((r) => r.access === 'moderator' || r.access === 'admin')
const get = (on: App, who: Someone, url: string) => on.inject({ url, headers: { authorization: `Bearer ${who.token}` } })

it.each(['deleting', 'suspended'])('powers over others end for whoever is %s, in every process, and come back after', async (state) => {
  const followers = (await tess.post('/v1/notes', { title: 'For followers', text: 'x', visibility: 'followers' })).json().id
  await ctx.db.run(sql`update account set state = 'suspended', suspended_at = now() where handle = 'tess.rowan'`)
  for (const on of [app, elsewhere]) await expect.poll(async () => (await get(on, tess, '/v1/accounts/momo')).statusCode).toBe(200)
  for (const who of staff) {
    const lists = staffRoutes().filter((r) => r.method === 'GET' && !r.url.includes(':') && (r.access !== 'admin' || who.handle !== 'momo'))
    expect(lists.length).toBeGreaterThan(0)
    for (const on of [app, elsewhere]) {
      for (const { url } of lists) expect((await get(on, who, url)).statusCode, url).toBe(200)
      expect((await get(on, who, `/v1/notes/${followers}`)).statusCode, 'staff look at what is reported').toBe(200)
    }
    await ctx.db.run(sql`
      update account set state = ${state}, deletes_at = case when ${state === 'deleting'} then now() + interval '30 days' end where id = ${who.id}`)
    const code = state === 'deleting' ? 'account-leaving' : 'account-suspended'
    for (const on of [app, elsewhere]) {
      // Another process hears of it a moment later.
      await expect.poll(async () => (await get(on, who, '/v1/moderation/cases')).json().code).toBe(code)
      expect((await get(on, who, '/v1/me')).json().role).toBe('person')
      for (const { method, url } of staffRoutes()) {
        const path = url.replace(':handle', 'tess.rowan').replace(/:\w+/g, '1')
        const said = await on.inject({
          method,
          url: path,
          headers: { authorization: `Bearer ${who.token}` },
          ...(method === 'GET' ? {} : { payload: {} }),
        })
        expect([said.statusCode, said.json().code], `${method} ${url}`).toEqual([403, code])
      }
      expect((await get(on, who, `/v1/notes/${followers}`)).statusCode).toBe(404)
      expect((await get(on, who, '/v1/accounts/tess.rowan')).statusCode).toBe(404)
      expect((await get(on, tess, `/v1/accounts/${who.handle}`)).statusCode).toBe(404)
    }
    await ctx.db.run(sql`update account set state = 'active', deletes_at = null where id = ${who.id}`)
    for (const on of [app, elsewhere]) await expect.poll(async () => (await get(on, who, '/v1/moderation/cases')).statusCode).toBe(200)
  }
  await ctx.db.run(sql`update account set state = 'active', suspended_at = null where handle = 'tess.rowan'`)
  // Until this process has heard that she may write again.
  await expect.poll(async () => (await tess.post('/v1/boards', { title: 'Back' })).statusCode).toBe(201)
})
