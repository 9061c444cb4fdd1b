import { beforeAll, expect, it, vi } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { quickAnswers } from '#server/platform/quick.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { soon } from '#tests/setup/soon.ts'

// Two processes; strangers ask the second, over the network, where ready bytes are answered before any hook.
let here: Context
let there: Context
let app: App
let origin: string
let tess: Someone
let lin: Someone
/** Nothing grows old by itself. */
let now = 1_000_000

beforeAll(async () => {
  const clock = { now: () => new Date(), monotonic: () => now }
  const database = await testDatabase()
  here = await testContext({ database, clock })
  there = await testContext({ database, clock })
  app = await testApp(here)
  ;[tess, lin] = (await testPeople(here, app, ['tess.rowan', 'lin.yue'])) as [Someone, Someone]
  origin = await (await testApp(there)).listen({ port: 0, host: '127.0.0.1' })
  const id = await publish()
  // The second process hears from the moment a notice has come through.
  await vi.waitFor(async () => {
    const title = `${Math.random()}`
    await tess.patch(`/v1/notes/${id}`, { title })
    await vi.waitFor(async () => expect((await look(id)).json.title).toBe(title), { timeout: 500 })
  }, soon)
})

const publish = async (body: object = {}): Promise<string> =>
  (
    await tess.post('/v1/notes', {
      title: 'Mochi',
      text: '猫 says "counts":null',
      media: [await picture(here, tess.id)],
      topics: ['petTax'],
      ...body,
    })
  ).json().id
async function ask(path: string, headers: Record<string, string> = {}) {
  const before = quickAnswers(there).served
  const said = await fetch(`${origin}${path}`, { headers })
  const text = await said.text()
  return {
    status: said.status,
    headers: Object.fromEntries([...said.headers].filter(([name]) => name !== 'date')),
    json: JSON.parse(text),
    atOnce: quickAnswers(there).served > before,
  }
}
const look = (id: string, headers?: Record<string, string>) => ask(`/v1/notes/${id}`, headers)
const topic = (headers?: Record<string, string>) => ask('/v1/topics/petTax/notes', headers)
const titles = async () => (await topic()).json.items.map((card: { title: string }) => card.title)
const twice = async (work: () => ReturnType<typeof ask>) => [await work(), await work()] as const

it('a note and a topic are answered to strangers in the very same way, and to nobody who may be somebody', async () => {
  const id = await publish()
  for (const work of [look.bind(null, id), topic]) {
    const [first, second] = await twice(() => work())
    expect([first.atOnce, second.atOnce]).toEqual([false, true])
    expect({ ...second, atOnce: false }).toEqual(first)
    expect((await work({ 'accept-language': 'zh-CN' })).atOnce).toBe(true)
    for (const [name, value] of [
      ['cookie', 'locale=en'],
      ['authorization', `Bearer ${lin.token}`],
      ['if-none-match', 'x'],
    ] as const)
      expect((await work({ [name]: value })).atOnce).toBe(false)
  }
  expect((await look(id, { authorization: `Bearer ${lin.token}` })).headers['cache-control']).toBe('private, no-store')
})

it('has the counters of the moment', async () => {
  const id = await publish()
  await look(id)
  await lin.put(`/v1/notes/${id}/like`)
  await vi.waitFor(async () => {
    const { json, atOnce } = await look(id)
    expect([json.counts.likes, atOnce, json.text]).toEqual([1, true, '猫 says "counts":null'])
  }, soon)
})

it.each<[string, (id: string) => Promise<unknown>, () => Promise<unknown>]>([
  ['private', (id) => tess.patch(`/v1/notes/${id}`, { visibility: 'private' }), async () => {}],
  ['deleted', (id) => tess.delete(`/v1/notes/${id}`), async () => {}],
  ['by somebody private', () => tess.patch('/v1/me', { private: true }), () => tess.patch('/v1/me', { private: false })],
])('what is %s is gone for strangers, in the other process too', async (_what, withdraw, back) => {
  const id = await publish({ title: 'Withdrawn' })
  expect((await twice(() => look(id)))[1].atOnce).toBe(true)
  await vi.waitFor(async () => {
    now += 1000
    expect(await titles()).toContain('Withdrawn')
  }, soon)
  expect((await topic()).atOnce).toBe(true)
  await withdraw(id)
  await vi.waitFor(async () => {
    expect((await look(id)).status).toBe(404)
    const said = await topic()
    expect(said.status === 404 ? [] : said.json.items.map((card: { id: string }) => card.id)).not.toContain(id)
  }, soon)
  await back()
  await vi.waitFor(async () => expect((await topic()).status).toBe(200), soon)
})

it('what its author edits or is called is told', async () => {
  const id = await publish()
  await twice(() => look(id))
  await tess.patch(`/v1/notes/${id}`, { title: 'Changed' })
  await tess.patch('/v1/me', { displayName: 'Tess R.' })
  await vi.waitFor(async () => {
    const { json } = await look(id)
    expect([json.title, json.author.displayName]).toEqual(['Changed', 'Tess R.'])
  }, soon)
  await suspendAccount(here, null, tess.id, 'Spam')
  await vi.waitFor(async () => expect((await look(id)).status).toBe(404), soon)
})
