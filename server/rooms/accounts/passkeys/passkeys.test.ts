import { SettingsService } from '@simplewebauthn/server'
import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { makeAuthenticator } from '#tests/setup/authenticator.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'

const origin = 'http://localhost:3000'
let now = Date.parse('2026-11-21T08:00:00Z')
let ctx: Context
let app: App

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(now) } })
  app = await testApp(ctx)
})

const post = (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers })
type Device = ReturnType<typeof makeAuthenticator>

async function signUp(handle: string, device: Device) {
  const { options } = (await post('/v1/passkeys/sign-up/options', { handle, language: 'en' })).json()
  return post('/v1/passkeys/sign-up', { response: device.create(options) })
}
const options = async () => (await post('/v1/passkeys/options')).json()
const signIn = async (device: Device) => post('/v1/passkeys/sign-in', { response: device.get(await options()) })

it('signs up and in without any password or name typed', async () => {
  const device = makeAuthenticator({ origin })
  const made = await signUp('tess.rowan', device)
  expect(made.statusCode, made.body).toBe(201)
  expect(made.json().account).toMatchObject({ handle: 'tess.rowan', hasPassword: false, passkeys: 1 })
  const entered = await signIn(device)
  expect(entered.statusCode, entered.body).toBe(200)
  expect(entered.json().account.handle).toBe('tess.rowan')
  expect((await post('/v1/sign-in', { login: 'tess.rowan', password: 'whatever it is' })).json().code).toBe('sign-in-failed')
})

it('asks no maker of devices about them, so that no answer makes the server fetch anything', () => {
  for (const identifier of ['android-key', 'android-safetynet', 'apple', 'packed', 'tpm', 'fido-u2f'] as const)
    expect(SettingsService.getRootCertificates({ identifier }), identifier).toEqual([])
})

it('answers each question once and soon', async () => {
  const device = makeAuthenticator({ origin })
  await signUp('asks.once', device)
  // One of the many devices that do not count: nothing but the question tells a repeated answer.
  const response = device.get(await options(), { counts: false })
  const tries = await Promise.all([1, 2, 3].map(() => post('/v1/passkeys/sign-in', { response })))
  expect(tries.map((t) => t.statusCode).sort()).toEqual([200, 401, 401])
  const late = device.get(await options())
  now += 11 * 60_000
  expect((await post('/v1/passkeys/sign-in', { response: late })).json().code).toBe('passkey-failed')
  const own = device.get({ challenge: Buffer.from('made up by the device itself!!').toString('base64url'), rpId: 'localhost' })
  expect((await post('/v1/passkeys/sign-in', { response: own })).statusCode).toBe(401)
})

it('refuses another site’s page, a stranger’s key, an unverified holder and a copied key', async () => {
  const phisher = makeAuthenticator({ origin: 'https://vermi1ion.example' })
  expect((await signUp('phished', phisher)).statusCode).toBe(401)
  expect((await signUp('unverified', makeAuthenticator({ origin, verified: false }))).statusCode).toBe(401)
  expect((await signIn(makeAuthenticator({ origin }))).statusCode).toBe(401)
  const device = makeAuthenticator({ origin })
  await signUp('counts.up', device)
  expect((await signIn(device)).statusCode).toBe(200)
  const copied = device.get(await options(), { counts: false })
  expect((await post('/v1/passkeys/sign-in', { response: copied })).statusCode).toBe(401)
  expect(await ctx.db.one(sql`select count(*)::int as n from account where handle in ('phished', 'unverified')`)).toEqual({ n: 0 })
})

it('reserves nothing before the device has answered, and makes all or nothing', async () => {
  const [first, second] = [makeAuthenticator({ origin }), makeAuthenticator({ origin })]
  const asked = await Promise.all([1, 2].map(async () => (await post('/v1/passkeys/sign-up/options', { handle: 'wanted' })).json().options))
  const answers = await Promise.all([
    post('/v1/passkeys/sign-up', { response: first.create(asked[0]) }),
    post('/v1/passkeys/sign-up', { response: second.create(asked[1]) }),
  ])
  expect(answers.map((a) => a.statusCode).sort()).toEqual([201, 409])
  const again = await signUp('another.name', answers[0]?.statusCode === 201 ? first : second)
  expect(again.json().code).toBe('passkey-known')
  expect(await ctx.db.one(sql`select count(*)::int as n from account where handle = 'another.name'`)).toEqual({ n: 0 })
})

it('is added, named, listed and removed by its owner; never the only way in', async () => {
  const device = makeAuthenticator({ origin })
  const { token } = (await signUp('keeps.keys', device)).json()
  const headers = { authorization: `Bearer ${token}` }
  const remove = (id: string) => app.inject({ method: 'DELETE', url: `/v1/me/passkeys/${id}`, headers })
  const list = async () => (await app.inject({ method: 'GET', url: '/v1/me/passkeys', headers })).json().items
  const prove = async () => post('/v1/me/proof', { passkey: device.get(await options()) }, headers)
  const [only] = await list()
  expect((await remove(only.id)).json(), 'having signed up proves nothing').toMatchObject({ code: 'proof-needed', ways: ['passkey'] })
  expect((await prove()).statusCode).toBe(200)
  expect((await remove(only.id)).json().code).toBe('last-way-in')
  const more = makeAuthenticator({ origin })
  const creation = (await post('/v1/me/passkeys/options', {}, headers)).json()
  const response = more.create(creation)
  const stranger = await testPerson(ctx, app, 'lin_lan')
  await stranger.post('/v1/me/proof', { password: 'plum blossom soup' })
  const stolen = await stranger.post('/v1/me/passkeys', { name: 'mine now', response })
  expect(stolen.statusCode).toBe(401)
  const asked = (await post('/v1/me/passkeys/options', {}, headers)).json()
  const added = await post('/v1/me/passkeys', { name: 'Blue key', response: more.create(asked) }, headers)
  expect([added.statusCode, added.json().name]).toEqual([201, 'Blue key'])
  expect((await stranger.delete(`/v1/me/passkeys/${only.id}`)).statusCode).toBe(404)
  const removals = await Promise.all((await list()).map((k: { id: string }) => remove(k.id)))
  expect(removals.map((r) => r.statusCode).sort()).toEqual([204, 409])
  const set = await post('/v1/me/password', { next: 'three lamps by the canal' }, headers)
  expect(set.statusCode).toBe(204)
  const [left] = await list()
  expect((await remove(left.id)).statusCode).toBe(204)
})

it('refuses rubbish without breaking', async () => {
  for (const response of [
    { id: 'x', rawId: 'x', type: 'public-key', response: {} },
    { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 7 } },
    { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'bm90IGpzb24' } },
  ]) {
    expect((await post('/v1/passkeys/sign-in', { response })).statusCode).toBe(401)
    expect((await post('/v1/passkeys/sign-up', { response })).statusCode).toBe(401)
  }
  expect((await post('/v1/passkeys/sign-in', { response: 'x' })).statusCode).toBe(400)
})
