import { Secret, TOTP } from 'otpauth'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { makeAuthenticator } from '#tests/setup/authenticator.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPerson } from '#tests/setup/people.ts'
import { openSession } from '../index.ts'

const password = 'plum blossom soup'
const MINUTE = 60_000
let now = Date.parse('2026-11-21T08:00:00Z')
let ctx: Context
let app: App
let count = 0

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(now) }, config: { logLevel: 'silent' } })
  app = await testApp(ctx)
})

/** Another session of the same person. */
async function elsewhere(of: Someone) {
  const authorization = `Bearer ${await openSession(ctx, of.id)}`
  return (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url, headers: { authorization }, ...(payload ? { payload } : {}) })
}
const options = async () => (await app.inject({ method: 'POST', url: '/v1/passkeys/options' })).json()
async function addPasskey(who: Pick<Someone, 'post'>, name: string) {
  const device = makeAuthenticator({ origin: ctx.config.origin })
  const asked = (await who.post('/v1/me/passkeys/options', { password })).json()
  const added = await who.post('/v1/me/passkeys', { name, response: device.create(asked) })
  expect(added.statusCode, added.body).toBe(201)
  return { device, id: added.json().id as string }
}
const byPasskey = async (device: ReturnType<typeof makeAuthenticator>) =>
  app.inject({ method: 'POST', url: '/v1/passkeys/sign-in', payload: { response: device.get(await options()) } })

/** What each route that asks for a proof is called with; `made` is what it needs to be there. */
const calls: Record<string, { body?: object; url?: (w: World) => string; admin?: boolean }> = {
  'POST /v1/me/password': { body: { next: 'seven umbrellas drying' } },
  'POST /v1/me/totp': {},
  'POST /v1/me/totp/confirm': { body: { code: '123456' } },
  'DELETE /v1/me/totp': {},
  'POST /v1/me/recovery-codes': {},
  'POST /v1/me/passkeys/options': {},
  'POST /v1/me/passkeys': { body: { response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } } },
  'DELETE /v1/me/passkeys/:id': { url: () => '/v1/me/passkeys/1' },
  'PATCH /v1/me': { body: { email: 'thief@example.org' } },
  'DELETE /v1/me': {},
  'POST /v1/admin/accounts/:handle/reset-link': { admin: true, url: (w) => `/v1/admin/accounts/${w.other.handle}/reset-link` },
  'PUT /v1/admin/accounts/:handle/role': {
    admin: true,
    url: (w) => `/v1/admin/accounts/${w.other.handle}/role`,
    body: { role: 'moderator' },
  },
}
/** Writes of this room that change no way in; each says why it needs no proof. */
const harmless: Record<string, string> = {
  'POST /v1/me/proof': 'gives one',
  'DELETE /v1/me/sessions': 'only takes access away',
  'DELETE /v1/me/sessions/:id': 'only takes access away',
  'POST /v1/me/email/resend': 'a letter to the address that was given under a proof',
  'POST /v1/me/restore': 'opens nothing that was not open; asked for under a proof',
  'POST /v1/me/agreements': 'agrees to rules',
  'PUT /v1/admin/accounts/:handle/suspension': 'moderation',
  'DELETE /v1/admin/accounts/:handle/suspension': 'moderation',
}

interface World {
  me: Someone
  other: Someone
}

describe('every route that changes how one gets in', () => {
  it('is known to this test, and every other write of the room says why it needs no proof', () => {
    const writes = app.routeTable.filter(
      (r) =>
        r.method !== 'GET' &&
        r.access !== 'public' &&
        /^\/v1\/(me(\/|$)|admin\/accounts)/.test(r.url) &&
        !/^\/v1\/me\/(notifications|filters|drafts|boards|blocks|mutes|follow)/.test(r.url),
    )
    const named = (r: { method: string; url: string }) => `${r.method} ${r.url}`
    expect(
      app.routeTable
        .filter((r) => r.proof)
        .map(named)
        .sort(),
    ).toEqual(Object.keys(calls).sort())
    expect(
      writes
        .filter((r) => !r.proof)
        .map(named)
        .sort(),
    ).toEqual(Object.keys(harmless).sort())
  })

  /** All that lets anyone in, of everybody, as it is stored; what merely counts or dates is left out. */
  const waysIn = async () => {
    const tables: Record<string, string> = {
      account_secret: 'account_id, email, pending_email, password_hash, totp_secret, totp_enabled_at',
      passkey: 'id, account_id, credential_id, name',
      passkey_challenge: `challenge, kind, account_id`,
      recovery_code: 'account_id, code_hash',
      account_token: 'token_hash, account_id, kind, email',
      account: 'id, role, state',
      session: 'id, account_id, token_hash',
    }
    const all = []
    for (const [table, columns] of Object.entries(tables))
      all.push(table, await ctx.db.rows(sql`select ${sql.raw(columns)} from ${sql.raw(table)} order by 1, 2`))
    return JSON.stringify(all)
  }

  for (const [route, { body, url, admin }] of Object.entries(calls)) {
    it(`${route}: no proof, an old one, one of another session or account, a wrong one, a fresh one`, async () => {
      count++
      const me = await testPerson(ctx, app, { handle: `me.${count}`, locale: 'zh-Hans', role: admin ? 'admin' : 'person' })
      const other = await testPerson(ctx, app, { handle: `other.${count}` })
      const [method = 'GET', path = ''] = route.split(' ') as ['POST', string]
      const call = (more: object = {}) =>
        app.inject({
          method,
          url: url?.({ me, other }) ?? path,
          headers: { authorization: `Bearer ${me.token}` },
          payload: { ...body, ...more },
        })
      const refused = async (why: string) => {
        const before = await waysIn()
        const said = await call()
        expect([said.statusCode, said.json().code, said.json().title], why).toEqual([403, 'proof-needed', '请先确认是你本人'])
        expect(await waysIn(), `${why}: nothing has changed`).toBe(before)
      }
      await refused('no proof')
      const second = await elsewhere(me)
      expect((await second('POST', '/v1/me/proof', { password })).statusCode).toBe(200)
      await refused('a proof of another session of mine')
      await other.post('/v1/me/proof', { password })
      await refused('a proof of another account')
      expect((await me.post('/v1/me/proof', { password })).statusCode).toBe(200)
      now += 5 * MINUTE
      await refused('a proof of five minutes ago')
      await me.post('/v1/me/proof', { password })
      now -= 60 * MINUTE
      await refused('a proof from before the clock was set back')
      await me.post('/v1/me/proof', { password })
      const wrong = await call(route === 'POST /v1/me/password' ? { current: 'wrong wrong' } : { password: 'wrong wrong' })
      expect([wrong.statusCode, wrong.json().code], 'a wrong one beside a fresh one').toEqual([403, 'password-wrong'])
      await me.post('/v1/me/proof', { password })
      now += 4 * MINUTE
      const done = await call()
      expect(done.body === '' ? '' : done.json().code, 'with a fresh one').not.toBe('proof-needed')
    })
  }

  it('takes its proof along, too', async () => {
    const me = await testPerson(ctx, app, 'takes.along')
    expect((await me.post('/v1/me/totp', { password })).statusCode).toBe(200)
    expect((await me.patch('/v1/me', { email: 'a@example.org', password })).statusCode).toBe(200)
    expect((await me.patch('/v1/me', { displayName: 'No proof for a name' })).statusCode).toBe(200)
  })
})

describe('what counts as a proof', () => {
  let me: Someone
  beforeEach(async () => {
    me = await testPerson(ctx, app, `proves.${++count}`)
  })

  it('is a code of the authenticator once, or a recovery code once, also of many at once', async () => {
    const { secret } = (await me.post('/v1/me/totp', { password })).json()
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
    const { recoveryCodes } = (await me.post('/v1/me/totp/confirm', { code: codeNow() })).json()
    now += 10 * MINUTE
    const code = codeNow()
    const tries = await Promise.all([1, 2, 3].map(() => me.post('/v1/me/proof', { code })))
    expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401, 401])
    const [one] = recoveryCodes
    const more = await Promise.all([1, 2, 3].map(() => me.post('/v1/me/proof', { code: one })))
    expect(more.map((t) => t.statusCode).sort()).toEqual([200, 401, 401])
  })

  it('is a passkey of this account, answered once, and no one else’s', async () => {
    const { device } = await addPasskey(me, 'Mine')
    const thief = await testPerson(ctx, app, `thief.${++count}`)
    const theirs = await addPasskey(thief, 'Theirs')
    expect((await me.post('/v1/me/proof', { passkey: theirs.device.get(await options()) })).json().code).toBe('passkey-failed')
    const answer = device.get(await options(), { counts: false })
    const tries = await Promise.all([1, 2].map(() => me.post('/v1/me/proof', { passkey: answer })))
    expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401])
    expect((await me.post('/v1/me/proof', {})).json().code).toBe('password-wrong')
  })

  it('says which ways there are', async () => {
    expect((await me.post('/v1/me/recovery-codes')).json().ways).toEqual(['password'])
    await me.post('/v1/me/recovery-codes', { password })
    await addPasskey(me, 'Mine')
    now += 10 * MINUTE
    expect((await me.post('/v1/me/recovery-codes')).json().ways).toEqual(['password', 'passkey', 'code'])
  })
})

describe('a new password', () => {
  const next = 'seven umbrellas drying'
  it('ends what a thief has added: passkeys, sessions, codes, links, an address, a second step begun', async () => {
    const me = await testPerson(ctx, app, `robbed.${++count}`)
    const mine = await addPasskey(me, 'Mine')
    // The thief has the very token of the owner, and once knew the password.
    const theirs = await addPasskey(me, 'Theirs')
    const thief = await elsewhere(me)
    const { recoveryCodes } = (await thief('POST', '/v1/me/recovery-codes', { password })).json()
    await thief('PATCH', '/v1/me', { email: 'thief@example.org' })
    await thief('POST', '/v1/me/totp')
    await ctx.db.run(sql`
      insert into account_token (token_hash, account_id, kind, email, expires_at)
      values (${Buffer.alloc(32, count)}, ${me.id}, 'email', 'thief@example.org', now() + interval '1 day')`)
    const asked = (await thief('POST', '/v1/me/passkeys/options')).json()
    now += 30 * MINUTE
    const done = await me.post('/v1/me/password', { current: password, next, keepPasskeys: [mine.id] })
    expect(done.statusCode, done.body).toBe(204)
    expect((await byPasskey(theirs.device)).statusCode).toBe(401)
    expect((await byPasskey(mine.device)).statusCode, 'what the owner keeps by name').toBe(200)
    expect((await thief('GET', '/v1/me')).statusCode).toBe(401)
    const device = makeAuthenticator({ origin: ctx.config.origin })
    expect((await me.post('/v1/me/passkeys', { response: device.create(asked) })).statusCode, 'a question from before').toBe(401)
    const recover = { login: me.handle, code: recoveryCodes[0], password: 'the thief’s own words' }
    expect((await app.inject({ method: 'POST', url: '/v1/reset/recovery', payload: recover })).statusCode).toBe(401)
    expect((await me.post('/v1/me/totp/confirm', { code: '123456' })).json().code).toBe('totp-not-started')
    expect((await me.get('/v1/me')).json()).toMatchObject({ email: null, totp: false, passkeys: 1 })
    expect(await ctx.db.one(sql`select 1 from account_token where account_id = ${me.id}`)).toBeUndefined()
  })

  it('keeps the passkey that was the proof, and no other', async () => {
    const me = await testPerson(ctx, app, `forgot.${++count}`)
    const mine = await addPasskey(me, 'Mine')
    const theirs = await addPasskey(me, 'Theirs')
    await me.post('/v1/me/proof', { passkey: mine.device.get(await options()) })
    expect((await me.post('/v1/me/password', { next })).statusCode).toBe(204)
    expect((await byPasskey(mine.device)).statusCode).toBe(200)
    expect((await byPasskey(theirs.device)).statusCode).toBe(401)
  })

  it('removes all passkeys when it comes by a recovery code or a link', async () => {
    const me = await testPerson(ctx, app, `lost.${++count}`)
    const { device } = await addPasskey(me, 'Mine')
    const { recoveryCodes } = (await me.post('/v1/me/recovery-codes')).json()
    const recover = { login: me.handle, code: recoveryCodes[0], password: next }
    const tries = await Promise.all([1, 2].map(() => app.inject({ method: 'POST', url: '/v1/reset/recovery', payload: recover })))
    expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401])
    expect((await byPasskey(device)).statusCode).toBe(401)
  })

  it('of several at once is set by one', async () => {
    const me = await testPerson(ctx, app, `parallel.${++count}`)
    const words = ['seven umbrellas drying', 'eight umbrellas drying', 'nine umbrellas drying']
    const tries = await Promise.all(words.map((w) => me.post('/v1/me/password', { current: password, next: w })))
    expect(tries.map((t) => t.statusCode).sort()).toEqual([204, 403, 403])
  })

  it('is followed by no session that was being opened with the old one, and no passkey that was being added', async () => {
    for (let round = 0; round < 6; round++) {
      const me = await testPerson(ctx, app, `race.${++count}`)
      const thief = await elsewhere(me)
      const asked = (await thief('POST', '/v1/me/passkeys/options', { password })).json()
      const device = makeAuthenticator({ origin: ctx.config.origin })
      const signIn = () => app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: me.handle, password } })
      const [changed, , ...opened] = await Promise.all([
        me.post('/v1/me/password', { current: password, next }),
        thief('POST', '/v1/me/passkeys', { response: device.create(asked) }),
        ...[1, 2, 3].map(signIn),
      ])
      expect(changed?.statusCode).toBe(204)
      for (const one of opened) {
        if (one.statusCode !== 200) continue
        const headers = { authorization: `Bearer ${one.json().token}` }
        expect((await app.inject({ method: 'GET', url: '/v1/me', headers })).statusCode).toBe(401)
      }
      expect((await byPasskey(device)).statusCode).toBe(401)
    }
  })

  it('gives a browser another token: a copied cookie opens nothing any more, in no process', async () => {
    const me = await testPerson(ctx, app, `cookie.${++count}`)
    const cookie = `vermilion=${me.token}`
    const by = (value: string) => app.inject({ method: 'GET', url: '/v1/me', headers: { cookie: value } })
    expect((await by(cookie)).statusCode).toBe(200)
    const done = await app.inject({
      method: 'POST',
      url: '/v1/me/password',
      headers: { cookie, 'x-vermilion': '1' },
      payload: { current: password, next },
    })
    expect(done.statusCode).toBe(204)
    const fresh = done.cookies.find((c) => c.name === 'vermilion')?.value
    expect((await by(cookie)).statusCode).toBe(401)
    expect((await me.get('/v1/me')).statusCode, 'nor as a bearer token').toBe(401)
    expect((await by(`vermilion=${fresh}`)).statusCode).toBe(200)
  })
})
