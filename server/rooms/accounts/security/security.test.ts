import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { knows, serverLocales } from '#server/platform/i18n.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { makeAuthenticator } from '#tests/setup/authenticator.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPerson } from '#tests/setup/people.ts'
import { accountsJobs, openSession } from '../index.ts'
import { securityKinds } from './note.ts'

const password = 'plum blossom soup'
const letters: { to: string; subject: string; text: string }[] = []
let now = Date.parse('2026-11-21T08:00:00Z')
let ctx: Context
let app: App
let me: Someone
let admin: Someone

beforeAll(async () => {
  const mail = { on: true, send: async (letter: (typeof letters)[number]) => void letters.push(letter) }
  ctx = await testContext({ clock: { now: () => new Date(now) }, mail, config: { logLevel: 'silent' } })
  app = await testApp(ctx)
  ctx.events.wire(wiring)
  me = await testPerson(ctx, app, 'tess.rowan')
  admin = await testPerson(ctx, app, { handle: 'shen.wu', role: 'admin' })
  await me.post('/v1/me/proof', { password })
  await admin.post('/v1/me/proof', { password })
})

const post = async () => {
  letters.length = 0
  await ctx.jobs.runDue(jobs)
  return [...letters]
}
const events = async (lang = 'en') => (await me.get(`/v1/me/security-events?lang=${lang}`)).json().items
const told = async () => {
  await ctx.events.drain()
  return (await me.get('/v1/me/notifications?kind=security')).json().items
}

it('has words for every kind, in every language', () => {
  for (const locale of serverLocales)
    for (const kind of securityKinds) expect(knows(`security.${kind}`, locale), `${locale} ${kind}`).toBe(true)
})

it('tells the owner of each change: a line, a notification and a letter, to the address before as well', async () => {
  await me.patch('/v1/me', { email: 'tess@example.org' })
  const token = /token=([\w-]+)/.exec((await post()).find((l) => l.to === 'tess@example.org')?.text ?? '')?.[1]
  await app.inject({ method: 'POST', url: '/v1/me/email/confirm', payload: { token } })
  expect((await events()).map((e: { kind: string }) => e.kind)).toEqual(['email-confirmed', 'email-asked'])
  expect(await post(), 'whoever just answered a letter gets no other').toEqual([])

  const deeds: [string, () => Promise<unknown>][] = [
    [
      'totp-on',
      async () => {
        const { secret } = (await me.post('/v1/me/totp')).json()
        await me.post('/v1/me/totp/confirm', { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now }) })
      },
    ],
    ['codes-made', () => me.post('/v1/me/recovery-codes')],
    ['totp-off', () => me.delete('/v1/me/totp')],
    [
      'passkey-added',
      async () => {
        const options = (await me.post('/v1/me/passkeys/options')).json()
        await me.post('/v1/me/passkeys', { name: 'Blue {key}', response: makeAuthenticator({ origin: ctx.config.origin }).create(options) })
      },
    ],
    [
      'passkey-removed',
      async () => {
        const [key] = (await me.get('/v1/me/passkeys')).json().items
        await me.delete(`/v1/me/passkeys/${key.id}`)
      },
    ],
    [
      'sessions-ended',
      async () => {
        await openSession(ctx, me.id)
        await me.delete('/v1/me/sessions')
      },
    ],
    ['role-changed', () => admin.put('/v1/admin/accounts/tess.rowan/role', { role: 'moderator' })],
    ['reset-link-made', () => admin.post('/v1/admin/accounts/tess.rowan/reset-link')],
    ['password-changed', () => me.post('/v1/me/password', { current: password, next: 'seven umbrellas drying' })],
  ]
  for (const [kind, deed] of deeds) {
    now += 1000
    await deed()
    const [line] = await events()
    expect(line.kind).toBe(kind)
    const [notice] = await told()
    expect([notice.kind, notice.words?.startsWith(line.words), notice.read], kind).toEqual(['security', true, false])
    expect(
      (await post()).map((l) => l.to),
      kind,
    ).toEqual(['tess@example.org'])
  }
  const [latest] = await events('zh-Hans')
  expect(latest.words).toBe('更改了密码')
  const all = await events()
  expect(all.find((e: { kind: string }) => e.kind === 'passkey-added').words).toBe('The passkey “Blue {key}” was added')
  expect(all.find((e: { kind: string }) => e.kind === 'role-changed').words).toBe('Your role was changed to moderator')

  await me.patch('/v1/me', { email: 'new@example.org' })
  const asked = await post()
  expect(asked.map((l) => l.to).sort()).toEqual(['new@example.org', 'tess@example.org'])
  const link = /token=([\w-]+)/.exec(asked.find((l) => l.to === 'new@example.org')?.text ?? '')?.[1]
  await app.inject({ method: 'POST', url: '/v1/me/email/confirm', payload: { token: link } })
  expect((await post()).map((l) => l.to).sort(), 'the address before hears that it is none any more').toEqual([
    'new@example.org',
    'tess@example.org',
  ])
  await me.patch('/v1/me', { email: null })
  expect((await post()).map((l) => l.to)).toEqual(['new@example.org'])
})

it('changes and tells together or not at all', async () => {
  const before = await ctx.db.one(sql`select count(*)::int as n from recovery_code where account_id = ${me.id}`)
  await ctx.db.run(sql`alter table security_event rename to security_event_away`)
  try {
    expect((await me.post('/v1/me/recovery-codes')).statusCode).toBe(500)
    expect((await me.patch('/v1/me', { email: 'else@example.org' })).statusCode).toBe(500)
  } finally {
    await ctx.db.run(sql`alter table security_event_away rename to security_event`)
  }
  expect(await ctx.db.one(sql`select count(*)::int as n from recovery_code where account_id = ${me.id}`)).toEqual(before)
  expect((await me.get('/v1/me')).json().email).toBeNull()
})

it('is one’s own, page by page, and forgotten after 180 days', async () => {
  expect((await admin.get('/v1/me/security-events')).json().items).toEqual([])
  const first = (await me.get('/v1/me/security-events?limit=2')).json()
  const rest = (await me.get(`/v1/me/security-events?limit=100&cursor=${first.next}`)).json()
  const all = await events()
  expect([...first.items, ...rest.items]).toEqual(all)
  now += 181 * 86_400_000
  await accountsJobs['accounts.sweep']?.(ctx, {})
  expect(await ctx.db.one(sql`select count(*)::int as n from security_event`)).toEqual({ n: 0 })
})
