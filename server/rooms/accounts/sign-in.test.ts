import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { jobs } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'
import { hashing } from './passwords/hashing.ts'

interface Sent {
  to: string
  subject: string
  text: string
}
const letters: Sent[] = []
let ctx: Context
let app: App

beforeAll(async () => {
  ctx = await testContext({ mail: { on: true, send: async (letter) => void letters.push(letter) } })
  app = await testApp(ctx)
})

const password = 'osmanthus tram window'
const post = (url: string, payload: object, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, payload, headers })
const signUp = (handle: string, more: object = {}) => post('/v1/sign-up', { handle, password, ...more })
/** What an answer shows but for what is one's own. */
const shape = (answer: Awaited<ReturnType<typeof post>>) => ({
  status: answer.statusCode,
  headers: Object.keys(answer.headers).sort(),
  fields: Object.keys(answer.json().account ?? answer.json()).sort(),
})
const tokenIn = (letter: Sent | undefined) => /token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''

describe('signing up', () => {
  it('needs a handle and a password and nothing else, and signs in', async () => {
    const answer = await signUp('Tess.Rowan', { language: 'en', displayName: '  Tess\u202e   Rowan ' })
    expect(answer.statusCode).toBe(201)
    const { account, token } = answer.json()
    expect(account).toMatchObject({ handle: 'tess.rowan', displayName: 'Tess Rowan', email: null, hasPassword: true, accepted: null })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toContain(`vermilion=${token}`)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const me = await app.inject({ method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${token}` } })
    expect(me.json().handle).toBe('tess.rowan')
    const stored = await ctx.db.rows<{ row: string }>(sql`select row_to_json(s)::text as row from session s`)
    expect(stored.some((s) => s.row.includes(token))).toBe(false)
  })

  it('lets one of many have a handle, whatever its capitals', async () => {
    const answers = await Promise.all(['lin_lan', 'LIN_LAN', 'Lin_Lan', 'lin_lan'].map((h) => signUp(h)))
    expect(answers.map((a) => a.statusCode).sort()).toEqual([201, 409, 409, 409])
    expect(await ctx.db.one(sql`select count(*)::int as n from account where handle = 'lin_lan'`)).toEqual({ n: 1 })
  })

  it.each([
    ['admin', 'handle-reserved'],
    ['ver.milion', 'handle-reserved'],
    ['tess.rowan', 'handle-taken'],
  ])('refuses the handle %s', async (handle, code) => {
    const answer = await signUp(handle)
    expect([answer.statusCode, answer.json().code]).toEqual([409, code])
    expect(answer.json().fields).toHaveProperty('handle')
  })

  it('says whether a handle can be had', async () => {
    const ask = async (handle: string) => (await app.inject({ method: 'GET', url: `/v1/handles/${handle}` })).json()
    expect(await ask('Nobody.Yet')).toEqual({ available: true })
    expect(await ask('TESS.rowan')).toEqual({ available: false, reason: 'taken' })
    expect(await ask('support')).toEqual({ available: false, reason: 'reserved' })
    expect(await ask('a')).toEqual({ available: false, reason: 'invalid' })
  })

  it('speaks the language of who is refused', async () => {
    const answer = await post('/v1/sign-up', { handle: 'chen.mo', password: 'woaini1314' }, { 'accept-language': 'zh-CN' })
    expect([answer.statusCode, answer.json().code, answer.json().title]).toEqual([422, 'password-too-common', '这个密码太容易被猜到'])
  })

  it('records agreement to the version in force only', async () => {
    const { version } = (await app.inject({ method: 'GET', url: '/v1/agreements' })).json()
    expect((await signUp('agrees', { agreed: version })).json().account.accepted).toBe(version)
    const asked = (await signUp('agreed.before', { agreed: '2020-01-01' })).json()
    expect(asked.account.accepted).toBeNull()
    const headers = { authorization: `Bearer ${asked.token}` }
    expect((await post('/v1/me/agreements', { version: '2020-01-01' }, headers)).json().code).toBe('agreement-old')
    expect((await post('/v1/me/agreements', { version }, headers)).statusCode).toBe(204)
    expect((await app.inject({ method: 'GET', url: '/v1/me', headers })).json().accepted).toBe(version)
  })
})

describe('what strangers can find out', () => {
  it('does the same work and says the same for an unknown account, a wrong password and an account without one', async () => {
    await ctx.db.run(sql`
      update account_secret set password_hash = null where account_id = (select id from account where handle = 'agreed.before')`)
    const answers = []
    const work = []
    for (const login of ['nobody.at.all', 'tess.rowan', 'agreed.before', 'nobody@example.org']) {
      const before = hashing(ctx).done
      answers.push(await post('/v1/sign-in', { login, password: 'not the right one' }))
      work.push(hashing(ctx).done - before)
    }
    expect(new Set(work)).toEqual(new Set([1]))
    expect(new Set(answers.map((a) => a.body)).size).toBe(1)
    expect(new Set(answers.map((a) => JSON.stringify(Object.keys(a.headers)))).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(401)
  })

  it('answers a sign-up the same whether the address belongs to somebody', async () => {
    const first = await signUp('maya.has.mail', { email: 'Maya@example.org' })
    await ctx.jobs.runDue(jobs)
    const token = tokenIn(letters.at(-1))
    expect(letters.at(-1)?.to).toBe('Maya@example.org')
    expect((await post('/v1/me/email/confirm', { token })).statusCode).toBe(204)
    expect((await post('/v1/me/email/confirm', { token })).json().code).toBe('link-spent')
    const second = await signUp('maya.again', { email: 'maya@EXAMPLE.org' })
    const third = await signUp('maya.other', { email: 'other@example.org' })
    expect(shape(second)).toEqual(shape(third))
    expect(shape(second)).toEqual(shape(first))
    expect(second.json().account.emailVerified).toBe(false)
    letters.length = 0
    await ctx.jobs.runDue(jobs)
    const told = letters.find((l) => l.to === 'maya@EXAMPLE.org')
    expect(told?.text).toContain('@maya.has.mail')
    expect(told?.text).not.toContain('token=')
  })

  it('answers a wish for a reset letter the same for everyone', async () => {
    letters.length = 0
    const answers = []
    for (const login of ['maya.has.mail', 'tess.rowan', 'nobody.here', 'maya@example.org']) answers.push(await post('/v1/reset', { login }))
    expect(new Set(answers.map((a) => `${a.statusCode} ${a.body}`))).toEqual(new Set(['202 ']))
    await ctx.jobs.runDue(jobs)
    expect(letters.map((l) => l.to)).toEqual(['Maya@example.org', 'Maya@example.org'])
  })

  it('answers a recovery code the same for an unknown account and a wrong code', async () => {
    const body = { code: '7k2m-7k2m-7k2m-7k2m', password: 'a kettle and two cups' }
    const answers = await Promise.all(['nobody.here', 'tess.rowan'].map((login) => post('/v1/reset/recovery', { login, ...body })))
    expect(new Set(answers.map((a) => `${a.statusCode} ${a.body}`)).size).toBe(1)
  })
})

describe('signing in', () => {
  it('takes a handle in any capitals, with @, or a proven address', async () => {
    for (const login of ['MAYA.has.mail', '@maya.has.mail', 'maya@example.org', ' maya.has.mail '])
      expect((await post('/v1/sign-in', { login, password })).statusCode).toBe(200)
    expect((await post('/v1/sign-in', { login: 'other@example.org', password })).statusCode).toBe(401)
  })

  it('takes the same password from an input method that types full-width signs', async () => {
    await signUp('full.width', { password: 'Ｋａｗａ 2２ 河 and hill' })
    expect((await post('/v1/sign-in', { login: 'full.width', password: 'Kawa 22 河 and hill' })).statusCode).toBe(200)
  })

  it('makes an old hash anew', async () => {
    const old = '$argon2id$v=19$m=8192,t=1,p=1$'
    const { argon2Sync } = await import('node:crypto')
    const nonce = Buffer.from('sixteen bytes !!')
    const tag = argon2Sync('argon2id', { message: password, nonce, memory: 8192, passes: 1, parallelism: 1, tagLength: 32 })
    const plain = (b: Buffer) => b.toString('base64').replace(/=+$/, '')
    const hashOf = () =>
      ctx.db.one<{ password_hash: string }>(sql`
      select password_hash from account_secret join account on id = account_id where handle = 'full.width'`)
    await ctx.db.run(sql`
      update account_secret set password_hash = ${`${old}${plain(nonce)}$${plain(tag)}`}
      where account_id = (select id from account where handle = 'full.width')`)
    expect((await post('/v1/sign-in', { login: 'full.width', password })).statusCode).toBe(200)
    expect((await hashOf())?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await post('/v1/sign-in', { login: 'full.width', password })).statusCode).toBe(200)
  })

  it('resets by letter once, within the hour, and ends every session', async () => {
    letters.length = 0
    const before = (await post('/v1/sign-in', { login: 'maya.has.mail', password })).json().token
    await post('/v1/reset', { login: 'maya.has.mail' })
    await ctx.jobs.runDue(jobs)
    const token = tokenIn(letters.at(-1))
    const weak = await post('/v1/reset/confirm', { token, password: 'maya.has.mail1' })
    expect(weak.json().code).toBe('password-too-common')
    const next = 'seven umbrellas drying'
    const tries = await Promise.all([1, 2, 3].map(() => post('/v1/reset/confirm', { token, password: next })))
    expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 410, 410])
    expect((await app.inject({ method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${before}` } })).statusCode).toBe(401)
    expect((await post('/v1/sign-in', { login: 'maya.has.mail', password: next })).statusCode).toBe(200)
    await ctx.jobs.runDue(jobs)
    expect(letters.at(-1)?.subject).toContain('was changed')
  })
})
