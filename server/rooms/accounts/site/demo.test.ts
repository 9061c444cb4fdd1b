import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readConfig } from '#server/platform/config.ts'
import { sql } from '#server/platform/db.ts'
import { makeAuthenticator } from '#tests/setup/authenticator.ts'
import { type TestDatabase, testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'
import { accountsStart, createAccount } from '../index.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const password = 'osmanthus tram window'

it('lives in a folder of its own', () => {
  expect(readConfig({}, true).dataDir).toMatch(/\/data-demo$/)
  expect(readConfig({}).dataDir).toMatch(/\/data$/)
  for (const demo of [true, false]) expect(readConfig({ DATA_DIR: '/srv/x' }, demo).dataDir).toBe('/srv/x')
})

/** `npm start` on a database: how it ended and what it said. */
async function start(database: TestDatabase, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      DATA_DIR: testFolder(),
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, said }
}

it('is refused by npm start with one clear line: by the mark, and by its people where an earlier release left no mark', async () => {
  for (const mark of ['done', 'begun', 'people']) {
    const database = await testDatabase()
    const ctx = await testContext({ database })
    if (mark === 'people') await createAccount(ctx, { handle: 'tess.rowan', password: 'demo', skipRules: true, demo: true })
    else await ctx.db.run(sql`insert into setting (name, value) values ('demo', ${JSON.stringify(mark)}::jsonb)`)
    const { code, said } = await start(database)
    expect(code, mark).toBe(1)
    expect(said.trim().split('\n'), mark).toEqual([expect.stringMatching(/^Vermilion cannot start: .*npm run demo.*ALLOW_DEMO_DATA=on/)])
  }
})

it('leaves its people powerless off a demo: no password, session, passkey, code, link or role of theirs counts', async () => {
  const database = await testDatabase()
  const demo = await testContext({ database, config: { demo: true } })
  await demo.db.run(sql`insert into setting (name, value) values ('demo', '"done"')`)
  const there = await testApp(demo)
  const post = (on: typeof there, url: string, payload: object = {}, token?: string) =>
    on.inject({ method: 'POST', url, payload, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) })
  await createAccount(demo, { handle: 'boss', password: 'demo', skipRules: true, demo: true, role: 'admin' })
  const boss = (await post(there, '/v1/demo/sign-in', { handle: 'boss' })).json().token
  const visitor = (await post(there, '/v1/sign-up', { handle: 'a.visitor', password })).json()
  const device = makeAuthenticator({ origin: demo.config.origin })
  const asked = (await post(there, '/v1/me/passkeys/options', { password: 'demo' }, boss)).json()
  expect((await post(there, '/v1/me/passkeys', { response: device.create(asked) }, boss)).statusCode).toBe(201)
  const { recoveryCodes } = (await post(there, '/v1/me/recovery-codes', {}, boss)).json()
  const promote = { method: 'PUT', url: '/v1/admin/accounts/a.visitor/role', headers: { authorization: `Bearer ${boss}` } } as const
  expect((await there.inject({ ...promote, payload: { role: 'admin' } })).statusCode).toBe(204)
  const link = new URL((await post(there, '/v1/admin/accounts/a.visitor/reset-link', {}, boss)).json().url).searchParams.get('token')
  expect((await there.inject({ method: 'GET', url: '/v1/site' })).json().needsAdmin).toBe(false)

  const site = await testContext({ database, config: { allowDemoData: true } })
  await accountsStart.open(site)
  const app = await testApp(site)
  const get = (url: string, token: string) => app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
  for (const token of [boss, visitor.token]) expect((await get('/v1/me', token)).statusCode).toBe(401)
  expect((await get('/v1/admin/accounts', boss)).statusCode).toBe(401)
  for (const [login, word] of [
    ['boss', 'demo'],
    ['a.visitor', password],
  ] as const)
    expect((await post(app, '/v1/sign-in', { login, password: word })).json().code).toBe('sign-in-failed')
  expect((await post(app, '/v1/demo/sign-in', { handle: 'boss' })).statusCode).toBe(404)
  const options = (await post(app, '/v1/passkeys/options')).json()
  expect((await post(app, '/v1/passkeys/sign-in', { response: device.get(options) })).json().code).toBe('passkey-failed')
  const recover = { login: 'boss', code: recoveryCodes[0], password }
  expect((await post(app, '/v1/reset/recovery', recover)).json().code).toBe('code-wrong')
  expect((await post(app, '/v1/reset/confirm', { token: link, password })).json().code).toBe('link-spent')
  const said = (await app.inject({ method: 'GET', url: '/v1/site' })).json()
  expect(said).toMatchObject({ demo: false, needsAdmin: true, demoPeople: [] })
  const code = await accountsStart.setupCode(site)
  const made = await post(app, '/v1/setup', { handle: 'real.one', password, code })
  expect(made.json().account.role).toBe('admin')
  const real = made.json().token
  const headers = { authorization: `Bearer ${real}` }
  expect((await app.inject({ ...promote, headers, payload: { role: 'admin', password } })).statusCode, 'no powers for them').toBe(404)
  expect((await post(app, '/v1/admin/accounts/a.visitor/reset-link', { password }, real)).statusCode).toBe(404)
  expect((await app.inject({ method: 'DELETE', url: '/v1/me', headers, payload: { password } })).json().code).toBe('last-admin')
})
