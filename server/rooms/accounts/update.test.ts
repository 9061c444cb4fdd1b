import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPerson } from '#tests/setup/people.ts'
import { soon } from '#tests/setup/soon.ts'
import { accountStubs, updateAccount } from './index.ts'

const password = 'plum blossom soup'
const letters: { to: string; subject: string; text: string }[] = []
let ctx: Context
let app: App
let tess: Someone
let lin: Someone

beforeAll(async () => {
  ctx = await testContext({ mail: { on: true, send: async (letter) => void letters.push(letter) } })
  app = await testApp(ctx)
  tess = await testPerson(ctx, app, 'tess.rowan')
  lin = await testPerson(ctx, app, { handle: 'lin_lan', locale: 'zh-Hans' })
})

const post = async () => {
  letters.length = 0
  await ctx.jobs.runDue(jobs)
  return letters
}
const tokenIn = (letter: { text: string } | undefined) => /token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
const confirm = (token: string) => app.inject({ method: 'POST', url: '/v1/me/email/confirm', payload: { token } })

describe('a profile', () => {
  it('takes what is given, cleaned, and leaves the rest', async () => {
    await tess.patch('/v1/me', {
      bio: 'Cats,\r\n\r\n\r\n\r\nand rain\u202e',
      place: ' Leeds ',
      languages: ['en', 'zh-Hans', 'en'],
      pronouns: 'she',
    })
    const me = (await tess.patch('/v1/me', { displayName: 'Tess Rowan' })).json()
    expect(me).toMatchObject({
      displayName: 'Tess Rowan',
      bio: 'Cats,\n\nand rain',
      place: 'Leeds',
      languages: ['en', 'zh-Hans'],
      pronouns: 'she',
    })
    expect((await accountStubs(ctx, [tess.id])).get(tess.id)?.displayName).toBe('Tess Rowan')
    const refused = await tess.patch('/v1/me', { displayName: '\u200b\u3164', bio: 'not this either' })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'name-empty'])
    expect((await tess.get('/v1/me')).json().bio).toBe('Cats,\n\nand rain')
  })

  it('shows pictures of one’s own only, as long as there are any', async () => {
    const media = async (owner: string) => {
      const id = ctx.ids.next()
      await ctx.db.run(sql`
        insert into media (id, account_id, master, master_width, master_height, width, height) values (${id}, ${owner}, 'x', 9, 9, 9, 9)`)
      return id
    }
    const [own, other] = [await media(tess.id), await media(lin.id)]
    const set = (id: string) => updateAccount(ctx, tess.viewer, { avatar: { id, url: `/media/${id}.webp` }, place: 'York' })
    const stolen = await set(other)
    expect(stolen.ok === false && stolen.problem.code).toBe('media-not-yours')
    expect((await tess.get('/v1/me')).json()).toMatchObject({ avatar: null, place: 'Leeds' })
    expect((await set(own)).ok).toBe(true)
    expect((await tess.get('/v1/me')).json().avatar).toBe(`/media/${own}.webp`)
    await ctx.events.emit(ctx.db, 'media.changed', {
      mediaId: own,
      accountId: tess.id,
      url: '/media/big.webp',
      smallUrl: '/media/small.webp',
    })
    ctx.events.wire(wiring)
    await ctx.events.drain()
    await vi.waitFor(async () => expect((await tess.get('/v1/me')).json().avatar).toBe('/media/small.webp'), soon)
    await ctx.db.run(sql`delete from media where id = ${own}`)
    expect((await tess.get('/v1/me')).json().avatar).toBeNull()
  })

  it('tells others when a private account opens', async () => {
    const opened = async (is: boolean) => {
      await tess.patch('/v1/me', { private: is })
      const row = await ctx.db.one<{ facts: { opened: boolean; private: boolean } }>(
        sql`select facts from outbox where name = 'account.changed' order by id desc limit 1`,
      )
      return [row?.facts.private, row?.facts.opened]
    }
    expect(await opened(true)).toEqual([true, false])
    expect(await opened(false)).toEqual([false, true])
  })
})

describe('an e-mail address', () => {
  it('asks for the password, counts once its letter is answered, and tells the one before', async () => {
    expect((await tess.patch('/v1/me', { email: 'tess@example.org' })).json().fields).toHaveProperty('password')
    const asked = (await tess.patch('/v1/me', { email: 'tess@example.org', password })).json()
    expect(asked).toMatchObject({ email: 'tess@example.org', emailVerified: false })
    const [first] = await post()
    expect((await confirm(tokenIn(first))).statusCode).toBe(204)
    expect((await tess.get('/v1/me')).json().emailVerified).toBe(true)

    await tess.patch('/v1/me', { email: 'new@example.org', password })
    expect((await post()).map((l) => l.to).sort()).toEqual(['new@example.org', 'tess@example.org'])
    const login = (name: string) => app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: name, password } })
    expect((await login('tess@example.org')).statusCode, 'the old one counts until then').toBe(200)
    const stale = tokenIn(letters.find((l) => l.to === 'new@example.org'))
    await tess.patch('/v1/me', { email: 'newer@example.org', password })
    expect((await confirm(stale)).statusCode, 'a letter to an address given up').toBe(410)
    const newer = tokenIn((await post()).find((l) => l.to === 'newer@example.org'))
    expect((await confirm(newer)).statusCode).toBe(204)
    expect((await login('tess@example.org')).statusCode).toBe(401)
    expect((await login('newer@example.org')).statusCode).toBe(200)
    await tess.patch('/v1/me', { email: null, password })
    expect((await tess.get('/v1/me')).json()).toMatchObject({ email: null, emailVerified: false })
  })

  it('goes to the first of two who answer, and speaks the language of its reader', async () => {
    await post()
    await tess.patch('/v1/me', { email: 'shared@example.org', password })
    await lin.patch('/v1/me', { email: 'Shared@example.org', password })
    const both = await post()
    expect(both.map((l) => l.subject).sort()).toEqual(['Please confirm your e-mail for Vermilion', '请确认你在 Vermilion 的邮箱'])
    const answers = await Promise.all(both.map((l) => confirm(tokenIn(l))))
    expect(answers.map((a) => a.statusCode).sort()).toEqual([204, 409])
  })
})

it('ends all other sessions with a new password, and asks for the old one', async () => {
  const other = await app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'lin_lan', password } })
  const headers = { authorization: `Bearer ${other.json().token}` }
  const next = 'seven umbrellas drying'
  expect((await lin.post('/v1/me/password', { current: 'wrong wrong', next })).json().fields).toHaveProperty('current')
  expect((await lin.post('/v1/me/password', { current: password, next: 'lin_lan2026' })).json().fields).toHaveProperty('next')
  expect((await app.inject({ method: 'GET', url: '/v1/me', headers })).statusCode).toBe(200)
  expect((await lin.post('/v1/me/password', { current: password, next })).statusCode).toBe(204)
  expect((await app.inject({ method: 'GET', url: '/v1/me', headers })).statusCode).toBe(401)
  expect((await lin.get('/v1/me')).statusCode).toBe(200)
})
