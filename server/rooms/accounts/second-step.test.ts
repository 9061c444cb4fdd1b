import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'

let now = Date.parse('2026-11-21T08:00:00Z')
let ctx: Context
let app: App
let headers: Record<string, string>
let secret: string
let recoveryCodes: string[]

const password = 'osmanthus tram window'
const post = (url: string, payload?: object, own: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, headers: own, ...(payload ? { payload } : {}) })
const signIn = (code?: string) => post('/v1/sign-in', { login: 'tess.rowan', password, ...(code ? { code } : {}) })
const codeAt = (time: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time })
const turn = (seconds: number) => {
  now += seconds * 1000
}

beforeEach(async () => {
  ctx = await testContext({ clock: { now: () => new Date(now) }, config: { logLevel: 'silent' } })
  app = await testApp(ctx)
  const { token } = (await post('/v1/sign-up', { handle: 'tess.rowan', password })).json()
  headers = { authorization: `Bearer ${token}` }
  const started = (await post('/v1/me/totp', { password }, headers)).json()
  secret = started.secret
  expect(started.uri).toContain('otpauth://totp/')
  expect(started.qr).toMatch(/^data:image\/svg\+xml;base64,/)
  expect((await signIn()).statusCode, 'nothing is asked before a code was confirmed').toBe(200)
  expect((await post('/v1/me/totp/confirm', { code: '000000' }, headers)).json().code).toBe('code-wrong')
  const confirmed = await post('/v1/me/totp/confirm', { code: codeAt(now) }, headers)
  expect(confirmed.statusCode).toBe(200)
  recoveryCodes = confirmed.json().recoveryCodes
  expect(new Set(recoveryCodes).size).toBe(10)
})

it('asks for a code and takes each one once, a step early or late', async () => {
  expect([(await signIn()).statusCode, (await signIn()).json().code]).toEqual([401, 'totp-required'])
  expect((await signIn(codeAt(now))).json().code, 'the code that turned it on is spent').toBe('code-wrong')
  turn(30)
  const code = codeAt(now)
  const tries = await Promise.all([signIn(code), signIn(code), signIn(code)])
  expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401, 401])
  expect((await signIn(code)).statusCode).toBe(401)
  const early = codeAt(now + 30_000)
  expect((await signIn(early)).statusCode).toBe(200)
  expect((await signIn(code)).statusCode, 'an older code than the last one used').toBe(401)
  turn(120)
  expect((await signIn(codeAt(now - 30_000))).statusCode).toBe(200)
  turn(120)
  expect((await signIn(codeAt(now - 60_000))).statusCode).toBe(401)
  expect((await signIn(codeAt(now + 60_000))).statusCode).toBe(401)
})

it('asks only who knows the password', async () => {
  const answer = await post('/v1/sign-in', { login: 'tess.rowan', password: 'wrong wrong wrong', code: codeAt(now + 30_000) })
  expect(answer.json().code).toBe('sign-in-failed')
})

it('takes a recovery code once, also when it comes many times at once', async () => {
  const [one = '', two = ''] = recoveryCodes
  const tries = await Promise.all([1, 2, 3, 4].map(() => signIn(one)))
  expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401, 401, 401])
  expect((await signIn(two.toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200)
})

it('resets a forgotten password by a recovery code, once', async () => {
  const body = { login: 'tess.rowan', code: recoveryCodes[0], password: 'a kettle and two cups' }
  const tries = await Promise.all([1, 2, 3].map(() => post('/v1/reset/recovery', body)))
  expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401, 401])
  expect((await app.inject({ method: 'GET', url: '/v1/me', headers })).statusCode, 'other sessions have ended').toBe(401)
  const again = await post('/v1/sign-in', { login: 'tess.rowan', password: body.password })
  expect(again.json().code, 'the second step stays on').toBe('totp-required')
})

it('makes new recovery codes for the owner, and the old ones end', async () => {
  expect((await post('/v1/me/recovery-codes', { password: 'wrong wrong wrong' }, headers)).json().code).toBe('password-wrong')
  const made = (await post('/v1/me/recovery-codes', { password }, headers)).json().recoveryCodes
  expect((await signIn(recoveryCodes[1])).statusCode).toBe(401)
  expect((await signIn(made[1])).statusCode).toBe(200)
})

it('is turned off by its owner only', async () => {
  const off = (payload: object) => app.inject({ method: 'DELETE', url: '/v1/me/totp', headers, payload })
  turn(360)
  expect((await off({})).json().code).toBe('proof-needed')
  expect((await off({ code: codeAt(now - 600_000) })).json().code).toBe('code-wrong')
  expect((await post('/v1/me/totp', { password }, headers)).json().code).toBe('totp-on')
  expect((await off({ password })).statusCode).toBe(204)
  expect((await signIn()).statusCode).toBe(200)
})

it('uses no code up when the session could not be opened', async () => {
  turn(30)
  const codes = [codeAt(now), recoveryCodes[3] ?? '']
  await ctx.db.run(sql`alter table session rename to session_away`)
  for (const code of codes) expect((await signIn(code)).statusCode).toBe(500)
  const reset = { login: 'tess.rowan', code: recoveryCodes[4], password: 'a kettle and two cups' }
  expect((await post('/v1/reset/recovery', reset)).statusCode).toBe(500)
  await ctx.db.run(sql`alter table session_away rename to session`)
  for (const code of codes) expect((await signIn(code)).statusCode).toBe(200)
  expect((await post('/v1/reset/recovery', reset)).statusCode).toBe(200)
})
