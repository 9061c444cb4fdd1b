import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { openVault, vault } from '#server/platform/vault.ts'
import { testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'
import { accountsStart } from '../index.ts'

const password = 'plum blossom soup'
const codeAt = (secret: string, time: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time })

it('opens what it sealed, in its place only, and never what was touched or sealed with another key', () => {
  const own = openVault(randomBytes(32))
  const sealed = own.seal('JBSWY3DPEHPK3PXP', 'account 1')
  expect(own.open(sealed, 'account 1')).toBe('JBSWY3DPEHPK3PXP')
  expect(own.seal('JBSWY3DPEHPK3PXP', 'account 1')).not.toBe(sealed)
  expect(own.open(sealed, 'account 2')).toBeNull()
  expect(openVault(randomBytes(32)).open(sealed, 'account 1')).toBeNull()
  const lastSigns = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((sign) => sealed.slice(0, -1) + sign)
  for (const bad of ['', 'v1', 'JBSWY3DPEHPK3PXP', sealed.slice(0, -1), `${sealed}A`, ...lastSigns])
    if (bad !== sealed) expect(own.open(bad, 'account 1'), bad).toBeNull()
})

it('keeps authenticators’ secrets out of the database, under one key for all processes of a folder', async () => {
  const database = await testDatabase()
  const dataDir = testFolder()
  const now = Date.parse('2026-11-21T08:00:00Z')
  const clock = { now: () => new Date(now) }
  const [ctx, second] = await Promise.all([1, 2].map(() => testContext({ database, config: { dataDir }, clock })))
  if (!ctx || !second) throw new Error('two contexts')
  const [one, two] = [ctx, second].map((c) => vault(c).prefix)
  expect(one).toBe(two)
  const file = join(dataDir, 'keys/secrets.key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const app = await testApp(ctx)
  const me = await testPerson(ctx, app, 'tess.rowan')
  const { secret } = (await me.post('/v1/me/totp', { password })).json()
  const there = JSON.stringify([
    await ctx.db.rows(sql`select * from account_secret`),
    await ctx.db.rows(sql`select * from outbox`),
    await ctx.db.rows(sql`select * from idempotency`),
  ])
  expect(there).not.toContain(secret)
  expect(there).not.toContain(readFileSync(file, 'utf8').trim())
  const elsewhere = await testApp(second)
  const confirmed = await elsewhere.inject({
    method: 'POST',
    url: '/v1/me/totp/confirm',
    headers: { authorization: `Bearer ${me.token}` },
    payload: { code: codeAt(secret, now) },
  })
  expect(confirmed.statusCode, confirmed.body).toBe(200)
})

it('seals what an earlier release stored in plain, however many start at once; a lost key leaves a way in', async () => {
  let now = Date.parse('2026-11-21T08:00:00Z')
  const clock = { now: () => new Date(now) }
  const database = await testDatabase()
  const ctx = await testContext({ database, clock, config: { logLevel: 'silent' } })
  const app = await testApp(ctx)
  const me = await testPerson(ctx, app, 'lin_lan')
  const { secret } = (await me.post('/v1/me/totp', { password })).json()
  const { recoveryCodes } = (await me.post('/v1/me/totp/confirm', { code: codeAt(secret, now) })).json()
  await ctx.db.run(sql`update account_secret set totp_secret = ${secret}`)
  const second = await testContext({ database, clock, config: { dataDir: ctx.config.dataDir } })
  await Promise.all([ctx, second, ctx].map((c) => accountsStart.open(c)))
  const [row] = await ctx.db.rows<{ kept: string }>(sql`select totp_secret as kept from account_secret`)
  expect(row?.kept).toMatch(/^v1\./)
  now += 60_000
  const signIn = (on: typeof app, code: string) =>
    on.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'lin_lan', password, code } })
  expect((await signIn(app, codeAt(secret, now))).statusCode).toBe(200)

  const moved = await testContext({ database, clock, config: { secretsKey: randomBytes(32), logLevel: 'silent' } })
  await accountsStart.open(moved)
  const there = await testApp(moved)
  now += 60_000
  const refused = await signIn(there, codeAt(secret, now))
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'totp-unreadable'])
  const entered = await signIn(there, recoveryCodes[0])
  expect(entered.statusCode).toBe(200)
  const headers = { authorization: `Bearer ${entered.json().token}` }
  expect((await there.inject({ method: 'DELETE', url: '/v1/me/totp', headers, payload: { password } })).statusCode).toBe(204)
  const again = await there.inject({ method: 'POST', url: '/v1/me/totp', headers })
  const on = await there.inject({
    method: 'POST',
    url: '/v1/me/totp/confirm',
    headers,
    payload: { code: codeAt(again.json().secret, now) },
  })
  expect(on.statusCode).toBe(200)
})
