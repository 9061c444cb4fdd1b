import { beforeEach, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'
import { accountStubs, accountsJobs, suspendAccount } from '../index.ts'

const DAY = 86_400_000
const password = 'osmanthus tram window'
let now = 0
const clock = { now: () => new Date(now) }
let ctx: Context
let app: App
let tess: { id: string; token: string; headers: Record<string, string> }

beforeEach(async () => {
  now = Date.parse('2026-11-21T08:00:00Z')
  ctx = await testContext({ clock })
  app = await testApp(ctx)
  tess = await enter('/v1/sign-up', { handle: 'tess.rowan', password, email: 'tess@example.org', displayName: 'Tess' })
})

async function enter(url: string, payload: object) {
  const answer = await app.inject({ method: 'POST', url, payload })
  const { account, token } = answer.json()
  return { id: account.id, token, headers: { authorization: `Bearer ${token}` } }
}
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url, headers: tess.headers, ...(payload ? { payload } : {}) })
const leave = () => call('DELETE', '/v1/me', { password })
const sweep = (on = ctx) => accountsJobs['accounts.sweep']?.(on, {})
const happened = async (name: string) =>
  (await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from outbox where name = ${name}`))?.n

it('asks who it is, hides at once, ends other sessions, and says until when', async () => {
  const other = await enter('/v1/sign-in', { login: 'tess.rowan', password })
  expect((await call('DELETE', '/v1/me', {})).json().code).toBe('proof-needed')
  expect((await call('DELETE', '/v1/me', { password: 'not the right one' })).statusCode).toBe(403)
  const left = await leave()
  expect([left.statusCode, left.json()]).toEqual([200, { deletesAt: '2026-12-21T08:00:00.000Z' }])
  now += DAY
  expect((await leave()).json().deletesAt, 'the first date stands').toBe('2026-12-21T08:00:00.000Z')
  expect(await happened('account.leaving')).toBe(1)
  expect((await app.inject({ method: 'PUT', url: '/v1/accounts/lin_lan/follow', headers: tess.headers })).json().code).toBe(
    'account-leaving',
  )
  expect((await app.inject({ method: 'GET', url: '/v1/me', headers: other.headers })).statusCode).toBe(401)
  expect((await app.inject({ method: 'GET', url: '/v1/accounts/tess.rowan' })).statusCode).toBe(404)
  expect((await call('GET', '/v1/me')).json().deletesAt).toBe('2026-12-21T08:00:00.000Z')
})

it('comes back by signing in and one call', async () => {
  await leave()
  await call('POST', '/v1/sign-out')
  now += 29 * DAY
  await sweep()
  const again = await app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'tess.rowan', password } })
  expect(again.json().account.deletesAt).toBe('2026-12-21T08:00:00.000Z')
  tess.headers = { authorization: `Bearer ${again.json().token}` }
  expect((await call('POST', '/v1/me/restore')).statusCode).toBe(204)
  expect((await call('POST', '/v1/me/restore')).statusCode).toBe(204)
  expect(await happened('account.restored')).toBe(1)
  expect((await app.inject({ method: 'GET', url: '/v1/accounts/tess.rowan' })).statusCode).toBe(200)
  now += 2 * DAY
  await sweep()
  expect((await call('GET', '/v1/me')).json().deletesAt).toBeNull()
})

it('erases everything but the handle when the time is up, once, however many sweep', async () => {
  const database = await testDatabase()
  ctx = await testContext({ clock, database })
  const second = await testContext({ clock, database })
  app = await testApp(ctx)
  const left = []
  for (const handle of ['tess.rowan', 'lin_lan', 'maya']) {
    tess = await enter('/v1/sign-up', { handle, password, email: `${handle}@example.org`, displayName: 'A Name' })
    await call('POST', '/v1/me/recovery-codes', { password })
    await call('POST', '/v1/me/passkeys/options')
    await leave()
    await ctx.db.run(sql`
      insert into media (id, account_id, master, master_width, master_height, width, height, attached_at)
      values (${ctx.ids.next()}, ${tess.id}, ${`pictures/${handle}`}, 9, 9, 9, 9, now())`)
    left.push(tess)
  }
  now += 30 * DAY
  await Promise.all([sweep(), sweep(second), sweep()])
  expect(await happened('account.deleted')).toBe(3)
  ctx.events.wire(wiring)
  await ctx.events.drain()
  expect(await ctx.db.one(sql`select count(attached_at)::int as n from media`), 'pictures are let go of').toEqual({ n: 0 })
  expect((await call('GET', '/v1/me')).statusCode).toBe(401)
  for (const table of ['account_secret', 'session', 'recovery_code', 'passkey', 'passkey_challenge', 'account_token'])
    expect(await ctx.db.one(sql`select count(*)::int as n from ${sql.raw(table)}`), table).toEqual({ n: 0 })
  const rows = await ctx.db.rows<{ row: string }>(sql`select row_to_json(a)::text as row from account a`)
  expect(rows.some((r) => r.row.includes('A Name') || r.row.includes('example.org'))).toBe(false)
  expect((await app.inject({ method: 'POST', url: '/v1/sign-up', payload: { handle: 'lin_lan', password } })).json().code).toBe(
    'handle-taken',
  )
  expect((await app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'lin_lan', password } })).statusCode).toBe(401)
  expect(
    (
      await accountStubs(
        ctx,
        left.map((l) => l.id),
      )
    ).size,
  ).toBe(0)
})

it('does not lift a suspension', async () => {
  expect((await suspendAccount(ctx, null, tess.id, 'Adverts in other people’s comments')).ok).toBe(true)
  expect((await call('GET', '/v1/me')).statusCode, 'someone suspended can still read').toBe(200)
  expect((await leave()).statusCode).toBe(200)
  await call('POST', '/v1/me/restore')
  expect(await ctx.db.one(sql`select state, suspended_words from account where id = ${tess.id}`)).toEqual({
    state: 'suspended',
    suspended_words: 'Adverts in other people’s comments',
  })
})

it('does not let the last administrator go, nor two at the same moment', async () => {
  const [one, two] = [
    await testPerson(ctx, app, { handle: 'one.admin', role: 'admin' }),
    await testPerson(ctx, app, { handle: 'two.admin', role: 'admin' }),
  ]
  const goes = await Promise.all([one, two].map((p) => p.delete('/v1/me', { password: 'plum blossom soup' })))
  expect(goes.map((g) => g.statusCode).sort()).toEqual([200, 409])
  expect(goes.find((g) => g.statusCode === 409)?.json().code).toBe('last-admin')
})

it('is worked off by the clock', () => {
  expect(Object.keys(jobs)).toContain('accounts.sweep')
})
