import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, testFolder } from '#tests/setup/database.ts'
import { corners } from '#tests/setup/pictures.ts'
import { type ServerProcess, startServer } from '#tests/setup/start-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: read as a stranger reads it
type Any = any
let here: ServerProcess
let there: ServerProcess
let worker: ServerProcess

/** Two web processes and a worker on one database and one folder, as an operator splits them. */
beforeAll(async () => {
  const { url } = await testDatabase()
  const env = { DATABASE_URL: url, DATA_DIR: testFolder(), ORIGIN: 'http://localhost:3000' }
  ;[here, there, worker] = await Promise.all([
    startServer({ ...env, ROLE: 'web' }),
    startServer({ ...env, ROLE: 'web' }),
    startServer({ ...env, ROLE: 'worker' }),
  ])
}, 90_000)
afterAll(() => Promise.all([here, there, worker].map((one) => one?.kill())))

async function call(
  at: ServerProcess,
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<{ status: number; json: Any }> {
  const form = body instanceof FormData
  const said = await fetch(at.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  })
  const text = await said.text()
  return { status: said.status, json: text && said.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null }
}
const join = async (handle: string): Promise<string> => {
  const made = await call(here, 'POST', '/v1/sign-up', undefined, { handle, password: 'plum blossom soup' })
  expect(made.status).toBe(201)
  return made.json.token
}
const soon = { timeout: 15_000, interval: 100 }
const noteOf = async (token: string, more: object) =>
  (await call(here, 'POST', '/v1/notes', token, { title: 'Note', text: 'Note', ...more })).json

it('a worker answers for its health and nothing else', async () => {
  expect((await call(worker, 'GET', '/healthz')).json).toMatchObject({ status: 'ok', role: 'worker' })
  expect((await call(worker, 'GET', '/v1/feed')).status).toBe(404)
})

it('what is published on the web is made findable, told, and made smaller by the worker', async () => {
  const [lin, tess] = [await join('lin'), await join('tess')]
  const file = new FormData()
  file.set('file', new Blob([new Uint8Array(await corners(1400, 900))]), 'a.jpg')
  const picture = (await call(here, 'POST', '/v1/media', lin, file)).json
  const made = await noteOf(lin, { title: '成都的银杏叶黄了', text: 'Hello @tess #ginkgo', media: [picture.id] })
  const isThere = (path: string, find: (json: Any) => unknown, token?: string) =>
    expect.poll(async () => find((await call(there, 'GET', path, token)).json), soon)
  await isThere(`/v1/search?q=${encodeURIComponent('银杏')}`, (list) => list.items.map((card: Any) => card.id)).toEqual([made.id])
  await isThere('/v1/me/notifications', (list) => list.items.map((one: Any) => one.kind), tess).toEqual(['mention'])
  await isThere('/v1/feed', (list) => list.items.map((card: Any) => card.id)).toContain(made.id)
  await isThere('/v1/topics/ginkgo', (topic) => topic.counts?.notes).toBe(1)
  await isThere(`/v1/notes/${made.id}`, (note) => note.media[0].variants.some((one: Any) => one.type === 'image/avif')).toBe(true)
}, 60_000)

it('what one web process has read is forgotten when another changes it', async () => {
  const [ada, bo] = [await join('ada'), await join('bob')]
  const made = await noteOf(ada, { title: 'Before' })
  const seen = (token?: string) => call(there, 'GET', `/v1/notes/${made.id}`, token)
  const title = async () => (await seen()).json.title
  expect(await title()).toBe('Before')
  await call(here, 'PATCH', `/v1/notes/${made.id}`, ada, { title: 'After' })
  await expect.poll(title, soon).toBe('After')
  expect((await seen(bo)).status).toBe(200)
  await call(here, 'PUT', '/v1/accounts/bob/block', ada)
  await expect.poll(async () => (await seen(bo)).status, soon).toBe(404)
  expect((await call(there, 'GET', '/v1/accounts/ada', bo)).status).toBe(404)
  await call(here, 'DELETE', '/v1/accounts/bob/block', ada)
  await expect.poll(async () => (await seen(bo)).status, soon).toBe(200)
  await call(here, 'PATCH', '/v1/me', ada, { displayName: 'Ada of Bath' })
  await expect.poll(async () => (await seen()).json.author.displayName, soon).toBe('Ada of Bath')
  await call(here, 'PATCH', '/v1/me', ada, { private: true })
  await expect.poll(async () => (await seen()).status, soon).toBe(404)
  await call(here, 'PATCH', '/v1/me', ada, { private: false })
  await expect.poll(async () => (await seen()).status, soon).toBe(200)
  await call(here, 'DELETE', `/v1/notes/${made.id}`, ada)
  await expect.poll(async () => (await seen()).status, soon).toBe(404)
}, 60_000)

it('a session ended on one web process is ended on the other', async () => {
  const eve = await join('eve')
  const other = (await call(there, 'POST', '/v1/sign-in', undefined, { login: 'eve', password: 'plum blossom soup' })).json.token
  const isIn = async (token: string) => (await call(there, 'GET', '/v1/me', token)).status
  expect([await isIn(eve), await isIn(other)]).toEqual([200, 200])
  await call(here, 'DELETE', '/v1/me/sessions', other)
  await expect.poll(() => isIn(eve), soon).toBe(401)
  await call(here, 'POST', '/v1/me/password', other, { current: 'plum blossom soup', next: 'paper umbrella in the rain' })
  expect(await isIn(other)).toBe(200)
  await call(here, 'POST', '/v1/sign-out', other)
  await expect.poll(() => isIn(other), soon).toBe(401)
}, 60_000)
