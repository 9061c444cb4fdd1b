import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testPeople } from '#tests/setup/people.ts'
import { processes } from '#tests/setup/processes.ts'
import { soon } from '#tests/setup/soon.ts'

let here: { ctx: Context; app: App }
let there: { ctx: Context; app: App }
let turn: (seconds: number) => void
let keeper: Someone
let tess: Someone
let lin: Someone
let note: string
let names = 0

beforeAll(async () => {
  const site = await processes()
  turn = site.turn
  const open = async () => {
    const ctx = await site.open()
    const app = await buildApp(ctx, { pages: true })
    ctx.onStop(() => app.close())
    return { ctx, app }
  }
  here = await open()
  there = await open()
  ;[keeper] = (await testPeople(here.ctx, here.app, [{ handle: 'keeper', role: 'admin' }])) as [Someone]
  // As long as there is no administrator, pages are kept for a moment only.
  await here.ctx.db.run(sql`update account set role = 'admin' where id = ${keeper.id}`)
})

const get = ({ app }: { app: App }, url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const page = async (door: { app: App }, headers: Record<string, string> = {}) => get(door, `/notes/${note}`, headers)
/** Statements that a process sends while something is done. */
const statements = async ({ ctx }: { ctx: Context }, work: () => Promise<unknown>): Promise<number> => {
  const ask = vi.spyOn(ctx.db.pool, 'query')
  await work()
  const { length } = ask.mock.calls
  ask.mockRestore()
  return length
}

beforeEach(async () => {
  names++
  const people = [`tess${names}`, `lin${names}`]
  ;[tess, lin] = (await testPeople(here.ctx, here.app, people)) as [Someone, Someone]
  const said = await tess.post('/v1/notes', { title: `Mochi ${names}`, text: 'Pays her tax', media: [await picture(here.ctx, tess.id)] })
  note = said.json().id
  await here.ctx.events.drain()
})

describe('a page for nobody in particular', () => {
  it('is drawn once and then given out without asking the database', async () => {
    const first = await page(here)
    expect(first.statusCode).toBe(200)
    turn(9)
    expect(await statements(here, async () => expect((await page(here)).body).toBe(first.body))).toBe(0)
    turn(30)
    expect(await statements(here, () => page(here))).toBeGreaterThan(0)
  })

  it('shows a moved number after two seconds, in both processes', async () => {
    for (const door of [here, there]) await page(door)
    await lin.put(`/v1/notes/${note}/like`)
    const comment = (await lin.post(`/v1/notes/${note}/comments`, { text: 'Such fur' })).json().id
    for (const door of [here, there])
      await vi.waitFor(async () => {
        turn(2)
        expect((await page(door)).body).toContain('Such fur')
        expect((await page(door)).body).toMatch(/"likes":1/)
      }, soon)
    await tess.put(`/v1/comments/${comment}/pin`)
    for (const door of [here, there]) await vi.waitFor(async () => expect((await page(door)).body).toContain('"pinned":true'), soon)
  })

  it.each<[string, () => Promise<unknown>]>([
    ['turned private', () => tess.patch(`/v1/notes/${note}`, { visibility: 'private' })],
    ['for followers only', () => tess.patch(`/v1/notes/${note}`, { visibility: 'followers' })],
    ['deleted', () => tess.delete(`/v1/notes/${note}`)],
    ['of an account that closed', () => tess.patch('/v1/me', { private: true })],
    ['of somebody suspended', () => suspendAccount(here.ctx, null, tess.id, 'Spam')],
    ['of somebody leaving', () => tess.delete('/v1/me', { password: 'plum blossom soup' })],
  ])('%s is gone at once, and from the other process as soon as it hears', async (_how, withdraw) => {
    for (const door of [here, there])
      for (const locale of ['en', 'zh-Hans']) expect((await page(door, { cookie: `locale=${locale}` })).statusCode).toBe(200)
    await withdraw()
    expect((await page(here)).statusCode).toBe(404)
    await vi.waitFor(async () => expect((await page(there)).statusCode).toBe(404), soon)
    expect((await page(there, { cookie: 'locale=zh-Hans' })).statusCode).toBe(404)
  })

  it.each<[string, (comment: string) => Promise<unknown>]>([
    ['deleted', (comment) => lin.delete(`/v1/comments/${comment}`)],
    ['of somebody suspended', () => suspendAccount(here.ctx, null, lin.id, 'Spam')],
  ])('loses a comment that was %s', async (_how, withdraw) => {
    const comment = (await lin.post(`/v1/notes/${note}/comments`, { text: 'Unkind words' })).json().id
    for (const door of [here, there]) expect((await page(door)).body).toContain('Unkind words')
    await withdraw(comment)
    expect((await page(here)).body).not.toContain('Unkind words')
    await vi.waitFor(async () => expect((await page(there)).body).not.toContain('Unkind words'), soon)
  })

  it('says new words and new names at once', async () => {
    await lin.post(`/v1/notes/${note}/comments`, { text: 'Such fur' })
    for (const door of [here, there]) await page(door)
    await tess.patch(`/v1/notes/${note}`, { title: 'Mochi, washed' })
    await lin.patch('/v1/me', { displayName: 'Lin of the hill' })
    expect((await page(here)).body).toContain('Mochi, washed')
    expect((await page(here)).body).toContain('Lin of the hill')
    await vi.waitFor(async () => expect((await page(there)).body).toContain('Lin of the hill'), soon)
    expect((await page(there)).body).toContain('Mochi, washed')
  })

  it.each([
    ['the feed', () => '/'],
    ['a topic', () => '/topics/pettax?sort=new'],
    ['a profile', () => `/@${tess.handle}`],
  ])('%s loses a note at once that it shows', async (_what, url) => {
    await tess.post('/v1/notes', { title: `Tagged ${names}`, text: '#petTax', media: [await picture(here.ctx, tess.id)] })
    const other = (await tess.get(`/v1/accounts/${tess.handle}/notes`)).json().items[0].id
    await here.ctx.events.drain()
    turn(5)
    const shows = async (door: { app: App }) => (await get(door, url())).body.includes(`/notes/${other}"`)
    await vi.waitFor(async () => {
      turn(2)
      expect([await shows(here), await shows(there)]).toEqual([true, true])
    }, soon)
    await tess.delete(`/v1/notes/${other}`)
    expect(await shows(here)).toBe(false)
    await vi.waitFor(async () => expect(await shows(there)).toBe(false), soon)
  })
})

describe('nothing of anybody’s own is in a kept page', () => {
  const own = (someone: Someone): Record<string, string>[] => [
    { cookie: `vermilion=${someone.token}` },
    { authorization: `Bearer ${someone.token}` },
  ]

  it('whoever asks first, and however', async () => {
    const secret = (
      await tess.post('/v1/notes', { title: 'For me', text: 'x', visibility: 'private', media: [await picture(here.ctx, tess.id)] })
    ).json().id
    const urls = [`/notes/${note}`, `/notes/${secret}`, '/', `/@${tess.handle}`]
    for (const url of urls) {
      for (const headers of own(tess)) {
        const mine = await get(here, url, headers)
        expect(mine.statusCode, url).toBe(200)
        expect(mine.headers['cache-control']).toBe('private, no-cache')
        expect(mine.body).toContain(`"handle":"${tess.handle}"`)
        expect(mine.body).toContain('"hasPassword"')
      }
      const anybodys = await get(here, url)
      expect(anybodys.statusCode, url).toBe(url.includes(secret) ? 404 : 200)
      expect(anybodys.body.includes('"hasPassword"')).toBe(false)
      expect(anybodys.body.includes('For me')).toBe(false)
      // And the other way round: who is somebody gets nobody's.
      for (const headers of own(lin)) {
        const theirs = await get(here, url, headers)
        expect(theirs.body).toContain(`"handle":"${lin.handle}"`)
        expect(theirs.body.includes('For me')).toBe(false)
      }
    }
    expect((await get(here, '/drafts')).statusCode).toBe(303)
  })

  it('language and theme are those of who asks', async () => {
    const asks: Record<string, string>[] = [
      {},
      { cookie: 'theme=dark' },
      { cookie: 'theme=light; locale=zh-Hans' },
      { 'accept-language': 'zh-CN' },
      { cookie: 'theme=odd' },
    ]
    const looks = async () => {
      const found: string[] = []
      for (const headers of asks) found.push(/<html[^>]*>/.exec((await page(here, headers)).body)?.[0] ?? '')
      return found
    }
    const first = await looks()
    expect(first).toEqual([
      '<html lang="en">',
      '<html lang="en" data-theme="dark">',
      '<html lang="zh-Hans" data-theme="light">',
      '<html lang="zh-Hans">',
      '<html lang="en">',
    ])
    expect(await looks()).toEqual(first)
    const linked = await get(here, `/notes/${note}?lang=zh-Hans`)
    expect(String(linked.headers['set-cookie'])).toContain('locale=zh-Hans')
    expect((await get(here, `/notes/${note}?lang=zh-Hans`, { cookie: 'locale=en' })).headers['set-cookie']).toBeUndefined()
    for (const door of [await page(here), linked]) expect(door.headers.vary).toBe('accept-encoding, accept-language, authorization, cookie')
  })

  it('a session that is none sees what strangers see', async () => {
    const anybodys = (await page(here)).body
    expect((await page(here, { cookie: `vermilion=${'x'.repeat(43)}` })).body).toBe(anybodys)
  })
})
