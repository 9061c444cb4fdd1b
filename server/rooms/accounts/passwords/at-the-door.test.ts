import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'
import { throttle } from './throttle.ts'

const START = Date.parse('2026-11-21T08:00:00Z')
const password = 'osmanthus tram window'
let calendar = START
let ms = 0
let ctx: Context
let app: App

beforeEach(async () => {
  calendar = START
  ms = 0
  ctx = await testContext({ config: { rateLimits: true }, clock: { now: () => new Date(calendar), monotonic: () => ms } })
})

/** Time goes by, for both clocks. */
const turn = (seconds: number) => {
  ms += seconds * 1000
  calendar += seconds * 1000
}

describe('a place', () => {
  it.each([3_600_000, -3_600_000, 86_400_000, -86_400_000])(
    'is held and let go as before when the calendar is set by %i ms',
    async (step) => {
      const brake = throttle(ctx)
      for (let i = 0; i < 5; i++) await brake.begin('password', '1', 'net')
      calendar += step
      expect(await brake.begin('password', '1', 'net'), 'not freed').toBe(1)
      expect(await brake.begin('password', '1', 'other'), 'not refused').toBe(0)
      turn(1)
      expect(await brake.begin('password', '1', 'net'), 'not an hour more').toBe(0)
    },
  )
})

describe('at the door', () => {
  const post = (url: string, payload: object, remoteAddress = '203.0.113.1', cookie = '') =>
    app.inject({ method: 'POST', url, payload, remoteAddress, headers: cookie ? { cookie, 'x-vermilion': '1' } : {} })
  const signIn = (login: string, word: string, remoteAddress?: string, cookie?: string) =>
    post('/v1/sign-in', { login, password: word }, remoteAddress, cookie)
  const deviceOf = (said: Awaited<ReturnType<typeof post>>) => {
    const { name, value } = said.cookies.find((c) => c.name === 'vermilion_device') as { name: string; value: string }
    return `${name}=${value}`
  }

  beforeEach(async () => {
    app = await testApp(ctx)
  })

  it('many at once are one after the other', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn('tess.rowan', 'wrong')))
    expect(tries.filter((t) => t.statusCode === 401)).toHaveLength(5)
    const slowed = tries.find((t) => t.statusCode === 429)
    expect(slowed?.json().code).toBe('too-many-requests')
    expect(Number(slowed?.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('however a login is written, it is one', async () => {
    const made = await post('/v1/sign-up', { handle: 'tess.rowan', password })
    expect(made.statusCode).toBe(201)
    const ways = [
      'tess.rowan',
      '@tess.rowan',
      '@@tess.rowan',
      ' @ TESS.rowan\t',
      'ｔｅｓｓ．ｒｏｗａｎ',
      '@＠tess.rowan',
      'te\u200bss.rowan\u2060',
      '@@@Tess.Rowan',
    ]
    const said = []
    for (const login of ways) said.push((await signIn(login, 'wrong', '203.0.113.2')).statusCode)
    expect(said).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const unknown = []
    for (const login of ways.map((w) => w.replace(/[rR]owan|ｒｏｗａｎ/u, 'nobody')))
      unknown.push((await signIn(login, 'wrong', '203.0.113.2')).statusCode)
    expect(unknown, 'a name that nobody has tells nothing').toEqual(said)
    ms += 5000
    for (const login of ways) expect((await signIn(login, password, '203.0.113.3')).statusCode, login).toBe(200)
  })

  it('forty-five strangers do not keep the owner out; a device that was there before is kept out by nobody', async () => {
    const device = deviceOf(await post('/v1/sign-up', { handle: 'tess.rowan', password }))
    const other = deviceOf(await post('/v1/sign-up', { handle: 'lin_lan', password }))
    for (let i = 0; i < 45; i++) expect((await signIn('tess.rowan', 'wrong', `198.51.100.${i}`)).statusCode).toBe(401)
    expect((await signIn('tess.rowan', password, '192.0.2.77')).statusCode).toBe(200)
    // Somebody behind the same exit guesses until they are held; the owner's telephone there is not.
    for (let i = 0; i < 6; i++) await signIn('tess.rowan', 'wrong', '192.0.2.1')
    expect((await signIn('tess.rowan', password, '192.0.2.1')).statusCode).toBe(429)
    expect((await signIn('tess.rowan', password, '192.0.2.1', other)).statusCode, 'the device of somebody else').toBe(429)
    const [name = '', value = ''] = device.split('=')
    for (const forged of [`${value.slice(0, -1)}x`, value.slice(0, 22), `${'x'.repeat(22)}${value.slice(22)}`, 'nonsense'])
      expect((await signIn('tess.rowan', password, '192.0.2.1', `${name}=${forged}`)).statusCode, forged).toBe(429)
    expect((await signIn('tess.rowan', password, '192.0.2.1', device)).statusCode).toBe(200)
    // A known device is held for its own wrong tries alone, and holds nobody else.
    const tries = []
    for (let i = 0; i < 7; i++) tries.push((await signIn('tess.rowan', 'wrong', '192.0.2.200', device)).statusCode)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect((await signIn('tess.rowan', password, '192.0.2.200')).statusCode).toBe(200)
  })

  it('a browser is known for those who signed in there, up to five, and shows nobody who they are', async () => {
    let cookie = ''
    for (let i = 0; i < 7; i++) {
      const said = await post('/v1/sign-up', { handle: `someone${i}`, password }, `198.51.100.${i}`, cookie)
      cookie = deviceOf(said)
      expect(cookie).not.toContain(said.json().account.id)
      const flags = String(said.headers['set-cookie'])
      expect(flags).toMatch(/vermilion_device=[^;]+;[^,]*HttpOnly/)
    }
    expect(cookie.split('.')).toHaveLength(6)
  })

  it('whoever took a session cannot make the owner wait for a proof in theirs', async () => {
    const owner = (await post('/v1/sign-up', { handle: 'tess.rowan', password })).json()
    const thief = (await signIn('tess.rowan', password, '198.51.100.9')).json()
    const prove = (token: string, word: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/me/recovery-codes',
        headers: { authorization: `Bearer ${token}` },
        payload: { password: word },
      })
    const tries = []
    for (let i = 0; i < 7; i++) tries.push((await prove(thief.token, 'wrong')).statusCode)
    expect(tries.slice(5)).toEqual([429, 429])
    expect((await prove(owner.token, password)).statusCode).toBe(200)
    // Nor use up the calls that the owner needs to put them out.
    for (let i = 0; i < 60; i++) await prove(thief.token, 'wrong')
    expect((await prove(owner.token, password)).statusCode).toBe(200)
    const headers = { authorization: `Bearer ${owner.token}` }
    expect((await app.inject({ method: 'DELETE', url: '/v1/me/sessions', headers })).statusCode).toBe(204)
    expect((await prove(thief.token, 'wrong')).statusCode).toBe(401)
  })

  it('passwords guessed at in sessions that were taken are few together, and the owner proves it is them in their own', async () => {
    const owner = (await post('/v1/sign-up', { handle: 'tess.rowan', password })).json()
    const thieves: string[] = []
    for (let i = 0; i < 3; i++) thieves.push((await signIn('tess.rowan', password, `198.51.100.${i}`)).json().token)
    const prove = (token: string, word: string) =>
      app.inject({ method: 'POST', url: '/v1/me/proof', headers: { authorization: `Bearer ${token}` }, payload: { password: word } })
    let looked = 0
    for (let minute = 0; minute < 12 * 60; minute += 6) {
      for (const token of thieves) looked += (await prove(token, 'wrong')).json().code === 'password-wrong' ? 1 : 0
      await ctx.limits.tell()
      turn(360)
    }
    // A hundred at once, fifty more in half a day, and the first three of each session.
    expect(looked).toBeGreaterThan(100)
    expect(looked).toBeLessThanOrEqual(160)
    for (const word of ['mistyped', 'again', password])
      expect((await prove(owner.token, word)).statusCode, word).toBe(word === password ? 200 : 403)
    // Who needs more tries signs in again.
    const more = []
    for (let i = 0; i < 4; i++) more.push((await prove(owner.token, 'mistyped')).statusCode)
    expect(more).toEqual([403, 403, 403, 429])
    const anew = (await signIn('tess.rowan', password, '192.0.2.1')).json()
    expect((await prove(anew.token, password)).statusCode).toBe(200)
  })

  it('numbers guessed in sessions that were taken are few, and the owner proves it is them in another', async () => {
    const made = (await post('/v1/sign-up', { handle: 'tess.rowan', password })).json()
    const thieves: string[] = []
    for (let i = 0; i < 3; i++) thieves.push((await signIn('tess.rowan', password, `198.51.100.${i}`)).json().token)
    const call = (token: string, url: string, payload: object) =>
      app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${token}` }, payload })
    const secret = Secret.fromBase32((await call(made.token, '/v1/me/totp', { password })).json().secret)
    const code = () => new TOTP({ secret }).generate({ timestamp: calendar })
    const confirmed = await call(made.token, '/v1/me/totp/confirm', { code: code(), password })
    const [recovery] = confirmed.json().recoveryCodes
    let looked = 0
    for (let minute = 0; minute < 24 * 60; minute += 6) {
      for (const token of thieves)
        for (const url of ['/v1/me/proof', '/v1/me/recovery-codes']) {
          const said = await call(token, url, { code: '000000' })
          if (said.json().code === 'code-wrong') looked++
          else expect(said.statusCode).toBe(429)
        }
      // Told before the clock is turned: what waits a quarter of a second would else be taken hours later.
      await ctx.limits.tell()
      turn(360)
    }
    expect(looked).toBeGreaterThan(10)
    expect(looked).toBeLessThanOrEqual(30)
    const thief = thieves[0] as string
    expect((await call(thief, '/v1/me/proof', { password })).statusCode, 'numbers hold up nothing else').toBe(200)
    expect((await call(made.token, '/v1/me/proof', { code: recovery })).statusCode).toBe(200)
    expect((await call(made.token, '/v1/me/proof', { password })).statusCode).toBe(200)
    expect((await post('/v1/sign-in', { login: 'tess.rowan', password, code: code() }, '192.0.2.5')).statusCode).toBe(200)
  })

  it('wrong codes of one who knows the password do not keep the owner out', async () => {
    const made = await post('/v1/sign-up', { handle: 'tess.rowan', password })
    const device = deviceOf(made)
    const headers = { authorization: `Bearer ${made.json().token}` }
    const started = await app.inject({ method: 'POST', url: '/v1/me/totp', headers, payload: { password } })
    const totp = new TOTP({ secret: Secret.fromBase32(started.json().secret) })
    const code = () => totp.generate({ timestamp: calendar })
    const confirmed = await app.inject({ method: 'POST', url: '/v1/me/totp/confirm', headers, payload: { code: code(), password } })
    const [recovery] = confirmed.json().recoveryCodes
    const enter = (withCode: string, ip: string, cookie?: string) =>
      post('/v1/sign-in', { login: 'tess.rowan', password, code: withCode }, ip, cookie)
    const thief = []
    for (let i = 0; i < 40; i++) thief.push((await enter('000000', `198.51.100.${i}`)).statusCode)
    expect(thief.filter((s) => s === 401).length, 'twenty numbers are looked at, then they trickle').toBe(20)
    turn(30)
    expect((await enter(code(), '192.0.2.9', device)).statusCode, 'from a device that is known').toBe(200)
    expect((await enter(recovery, '192.0.2.10')).statusCode, 'with a recovery code from anywhere').toBe(200)
    turn(30)
    const wait = Number((await enter(code(), '192.0.2.11')).headers['retry-after'])
    expect(wait).toBe(10)
    turn(wait)
    expect((await enter(code(), '192.0.2.11')).statusCode, 'in its turn').toBe(200)
  })
})

describe('three hundred people behind one address', () => {
  it('sign up, sign in and read in ten minutes; a flood from there is braked, and another network is not', async () => {
    app = await testApp(ctx)
    const school = '203.0.113.50'
    const call = (method: 'GET' | 'POST', url: string, payload?: object, remoteAddress = school) =>
      app.inject({ method, url, remoteAddress, ...(payload ? { payload } : {}) })
    // Names that are refused cost no hash, and are counted as any try.
    for (let i = 0; i < 300; i++) expect((await call('POST', '/v1/sign-up', { handle: 'admin', password })).statusCode).toBe(409)
    const tries = await Promise.all(
      Array.from({ length: 301 }, (_, i) => call('POST', '/v1/sign-up', { handle: 'admin', password }, `2001:db8:7:7::${i + 1}`)),
    )
    expect(new Set(tries.map((t) => t.statusCode)), 'a /64 is one network').toEqual(new Set([409]))
    let refused = 0
    for (let i = 0; i < 400; i++) refused += (await call('POST', '/v1/sign-up', { handle: 'admin', password })).statusCode === 429 ? 1 : 0
    expect(refused).toBe(100)
    expect((await call('POST', '/v1/sign-up', { handle: 'admin', password }, '203.0.113.51')).statusCode).toBe(409)
    // One page of the feed and three notes each minute, signed out.
    let hindered = 0
    for (let minute = 0; minute < 10; minute++, turn(60))
      for (let person = 0; person < 30; person++) hindered += (await call('GET', '/v1/site')).statusCode === 200 ? 0 : 1
    expect(hindered).toBe(0)
  })
})
