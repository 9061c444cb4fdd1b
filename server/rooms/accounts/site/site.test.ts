import { describe, expect, it } from 'vitest'
import { serverLocales } from '#server/platform/i18n.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { testApp, testPeople } from '#tests/setup/people.ts'
import { accountsStart, createAccount } from '../index.ts'

const { setupCode } = accountsStart

const password = 'osmanthus tram window'

describe('the first administrator', () => {
  it('is made with the code from the console, by one of many', async () => {
    const database = await testDatabase()
    const ctx = await testContext({ database })
    const second = await testContext({ database })
    const app = await testApp(ctx)
    const codes = await Promise.all([setupCode(ctx), setupCode(second), setupCode(ctx)])
    expect(new Set(codes).size, 'all processes say the same').toBe(1)
    const [code] = codes
    expect((await app.inject({ method: 'GET', url: '/v1/site' })).json()).toMatchObject({
      needsAdmin: true,
      demo: false,
      demoPeople: [],
      email: false,
    })
    const setUp = (handle: string, said = code) =>
      app.inject({ method: 'POST', url: '/v1/setup', payload: { handle, password, code: said, language: 'zh-Hans' } })
    expect((await setUp('shen.wu', 'aaaa-bbbb-cccc')).json().code).toBe('setup-code-wrong')
    const tries = await Promise.all([setUp('shen.wu'), setUp('other.one'), setUp('third.one')])
    expect(tries.map((t) => t.statusCode).sort()).toEqual([201, 409, 409])
    expect(tries.find((t) => t.statusCode === 201)?.json().account.role).toBe('admin')
    expect((await setUp('late.one')).json().code).toBe('setup-done')
    expect(await setupCode(second)).toBeNull()
    expect((await app.inject({ method: 'GET', url: '/v1/site' })).json().needsAdmin).toBe(false)
  })
})

describe('the demo', () => {
  const people = async (demo: boolean) => {
    const ctx = await testContext({ config: { demo } })
    const app = await testApp(ctx)
    const about = { en: 'Shows her cat', 'zh-Hans': '晒猫的人' }
    const one = { handle: 'tess.rowan', password: 'demo', skipRules: true, demo: { position: 1, about } } as const
    await createAccount(ctx, one)
    await createAccount(ctx, { handle: 'lin_lan', password: 'demo', skipRules: true, demo: true })
    await createAccount(ctx, { handle: 'visitor', password: 'not demo at all', skipRules: true })
    const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })
    return { app, post }
  }

  it('has one-click people and the password demo', async () => {
    const { app, post } = await people(true)
    const site = (await app.inject({ method: 'GET', url: '/v1/site', headers: { 'accept-language': 'zh' } })).json()
    expect(site.demoPeople).toEqual([{ handle: 'tess.rowan', displayName: 'tess.rowan', avatar: null, about: '晒猫的人' }])
    for (const handle of ['tess.rowan', 'lin_lan']) {
      expect((await post('/v1/demo/sign-in', { handle })).json().account.handle).toBe(handle)
      expect((await post('/v1/sign-in', { login: handle, password: 'demo' })).statusCode).toBe(200)
    }
    expect((await post('/v1/demo/sign-in', { handle: 'visitor' })).statusCode).toBe(404)
  })

  it('opens nothing on any other site', async () => {
    const { app, post } = await people(false)
    expect((await app.inject({ method: 'GET', url: '/v1/site' })).json().demoPeople).toEqual([])
    expect((await post('/v1/demo/sign-in', { handle: 'tess.rowan' })).statusCode).toBe(404)
    expect((await post('/v1/sign-in', { login: 'tess.rowan', password: 'demo' })).json().code).toBe('sign-in-failed')
  })
})

it('has rules and terms in every language, with a plain summary', async () => {
  const ctx = await testContext()
  const app = await testApp(ctx)
  const said = []
  for (const locale of serverLocales) {
    const papers = (await app.inject({ method: 'GET', url: `/v1/agreements?lang=${locale}` })).json()
    for (const paper of [papers.rules, papers.terms]) {
      expect(paper.summary.length).toBeGreaterThanOrEqual(4)
      expect(paper.text.length).toBeGreaterThan(500)
      expect(paper.text).toContain('\n## ')
    }
    said.push({ version: papers.version, sections: [papers.rules, papers.terms].map((p) => p.text.split('\n## ').length) })
  }
  expect(new Set(said.map((s) => JSON.stringify(s))).size, 'the same version and sections everywhere').toBe(1)
})

describe('administrators', () => {
  it('find people, give and take roles, suspend with words, and make one-time links', async () => {
    const ctx = await testContext()
    const app = await testApp(ctx)
    const [admin, mod, tess] = await testPeople(ctx, app, [
      { handle: 'shen.wu', role: 'admin' },
      { handle: 'momo', role: 'moderator' },
      'tess.rowan',
    ])
    if (!admin || !mod || !tess) throw new Error('three people')
    expect((await tess.get('/v1/admin/accounts')).statusCode).toBe(403)
    expect((await mod.get('/v1/admin/accounts')).statusCode).toBe(403)
    const found = (await admin.get('/v1/admin/accounts?q=tess')).json().items
    expect(found.map((a: { handle: string }) => a.handle)).toEqual(['tess.rowan'])
    expect((await admin.get('/v1/admin/accounts?q=%25')).json().items).toEqual([])

    expect((await admin.put('/v1/admin/accounts/shen.wu/role', { role: 'person' })).json().code).toBe('not-yourself')
    expect((await admin.put('/v1/admin/accounts/momo/suspension', { words: 'x' })).json().code).toBe('staff-stays')
    const role = { role: 'person', password: 'plum blossom soup' }
    expect((await admin.put('/v1/admin/accounts/momo/role', role)).statusCode).toBe(204)
    expect((await mod.get('/v1/me')).json().role, 'at once, cached or not').toBe('person')

    expect((await admin.put('/v1/admin/accounts/tess.rowan/suspension', { words: 'Sold likes' })).statusCode).toBe(204)
    expect((await tess.put('/v1/accounts/momo/follow')).json().code).toBe('account-suspended')
    expect((await admin.get('/v1/admin/accounts?q=tess')).json().items[0]).toMatchObject({
      state: 'suspended',
      suspendedWords: 'Sold likes',
    })
    expect((await admin.delete('/v1/admin/accounts/tess.rowan/suspension')).statusCode).toBe(204)
    expect((await tess.put('/v1/accounts/momo/follow')).statusCode).toBe(204)

    await tess.post('/v1/me/totp', { password: 'plum blossom soup' })
    const { url } = (await admin.post('/v1/admin/accounts/tess.rowan/reset-link')).json()
    const token = new URL(url).searchParams.get('token')
    const reset = () => app.inject({ method: 'POST', url: '/v1/reset/confirm', payload: { token, password: 'three lamps by the canal' } })
    expect((await reset()).json().account.handle).toBe('tess.rowan')
    expect((await reset()).json().code).toBe('link-spent')
    expect((await tess.get('/v1/me')).statusCode, 'earlier sessions have ended').toBe(401)
  })
})
