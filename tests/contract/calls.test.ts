import { beforeAll, describe, expect, it } from 'vitest'
import type { Said } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import { type Outside, openSite } from './outside.ts'

let site: Outside
let mei: { id: string; handle: string; token: string; cookie: string }
let tess: typeof mei

beforeAll(async () => {
  site = await openSite()
  mei = await site.join('mei', { displayName: '小美', language: 'zh-Hans' })
  tess = await site.join('tess')
})

const call: Outside['call'] = (...asked) => site.call(...asked)
const id = expect.stringMatching(/^[1-9]\d{0,18}$/)
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const isProblem = (said: Said, status: number, code: string) => {
  expect(said.type).toBe('application/problem+json; charset=utf-8')
  expect(said.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status, code })
  expect(said.status).toBe(status)
}
const note = async (body: object, token = mei.token) => (await call('POST', '/v1/notes', { token, body })).json

describe('the site', () => {
  it('says how it is', async () => {
    const well = await call('GET', '/healthz')
    expect([well.status, well.json.status]).toEqual([200, 'ok'])
    const figures = await call('GET', '/metrics')
    expect(figures.type).toContain('text/plain')
    expect(figures.text).toContain('http_request_seconds')
  })
})

describe('signing up, in and out', () => {
  it('POST /v1/sign-up → 201 {account, token}', async () => {
    const body = { handle: 'lin', password: 'plum blossom soup', displayName: 'Lin', email: 'lin@example.com', language: 'zh-Hans' }
    const said = await call('POST', '/v1/sign-up', { body })
    expect(said.status).toBe(201)
    expect(said.json).toMatchObject({ account: { id, handle: 'lin', displayName: 'Lin', locale: 'zh-Hans' }, token: expect.any(String) })
    expect(said.headers.getSetCookie()[0]).toMatch(/^vermilion=.*HttpOnly.*SameSite=Lax/)
    isProblem(await call('POST', '/v1/sign-up', { body }), 409, 'handle-taken')
  })

  it('POST /v1/sign-in → {account, token}; sign-out → 204, twice as well', async () => {
    const said = await call('POST', '/v1/sign-in', { body: { login: 'Tess', password: 'plum blossom soup' } })
    expect(said.status).toBe(200)
    const { token, account } = said.json
    expect(account.handle).toBe('tess')
    expect((await call('GET', '/v1/me', { token })).json.id).toBe(tess.id)
    expect((await call('POST', '/v1/sign-out', { token })).status).toBe(204)
    expect((await call('POST', '/v1/sign-out', { token })).status).toBe(204)
    isProblem(await call('GET', '/v1/me', { token }), 401, 'sign-in-first')
    const wrong = await call('POST', '/v1/sign-in', { body: { login: 'tess', password: 'wrong horse' } })
    const nobody = await call('POST', '/v1/sign-in', { body: { login: 'nobody.at.all', password: 'wrong horse' } })
    isProblem(wrong, 401, 'sign-in-failed')
    expect(nobody.text).toBe(wrong.text)
  })

  it('GET and PATCH /v1/me', async () => {
    const changed = await call('PATCH', '/v1/me', { token: mei.token, body: { bio: '成都', pronouns: '她', place: 'Chengdu' } })
    expect(changed.status).toBe(200)
    const me = (await call('GET', '/v1/me', { token: mei.token })).json
    expect(me).toEqual(changed.json)
    expect(me).toMatchObject({ id: mei.id, bio: '成都', place: 'Chengdu', createdAt: time })
  })
})

describe('people', () => {
  it('GET /v1/accounts/:handle and its notes', async () => {
    const said = await call('GET', '/v1/accounts/mei')
    expect(said.json).toMatchObject({ id: mei.id, handle: 'mei', relationship: null, counts: { followers: 0 } })
    expect(said.json).not.toHaveProperty('email')
    expect((await call('GET', '/v1/accounts/mei/notes')).json).toEqual({ items: [], next: null })
    isProblem(await call('GET', '/v1/accounts/nobody'), 404, 'not-found')
  })

  it.each(['follow', 'mute', 'block'])('PUT and DELETE %s → 204, again and again', async (verb) => {
    const path = `/v1/accounts/mei/${verb}`
    for (const method of ['PUT', 'PUT', 'DELETE', 'DELETE']) expect((await call(method, path, { token: tess.token })).status).toBe(204)
    isProblem(await call('PUT', path), 401, 'sign-in-first')
  })
})

describe('media', () => {
  it('POST /v1/media → 201, the same once more under the same key; GET it back', async () => {
    const picture = new Blob([new Uint8Array(await corners())])
    const send = () => {
      const body = new FormData()
      body.set('file', picture, 'soup.jpg')
      body.set('alt', 'Soup')
      return call('POST', '/v1/media', { token: mei.token, body, headers: { 'idempotency-key': 'photo 1' } })
    }
    const said = await send()
    expect(said.status).toBe(201)
    expect(said.json).toMatchObject({
      id,
      state: 'ready',
      kind: 'image',
      width: 600,
      height: 400,
      alt: 'Soup',
      thumbhash: expect.any(String),
    })
    for (const one of said.json.variants) {
      expect(one).toEqual({
        url: expect.any(String),
        type: expect.stringMatching(/^image\/(webp|jpeg)$/),
        width: expect.any(Number),
        height: expect.any(Number),
      })
      expect((await call('GET', one.url)).type).toBe(one.type)
    }
    expect((await call('GET', said.json.url)).status).toBe(200)
    expect((await send()).json).toEqual(said.json)
    expect((await call('GET', `/v1/media/${said.json.id}`, { token: mei.token })).json).toEqual(said.json)
  })

  it.each([
    ['nothing', 'junk', 'multipart/form-data; boundary=xx'],
    ['no boundary', 'junk', 'multipart/form-data'],
    ['half a form', '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc', 'multipart/form-data; boundary=xx'],
    ['JSON', '{}', 'application/json'],
  ])('refuses %s in words', async (_what, raw, type) => {
    const said = await call('POST', '/v1/media', { token: mei.token, raw, headers: { 'content-type': type } })
    isProblem(said, 400, 'media-no-file')
  })
})

describe('notes', () => {
  it('POST /v1/notes → 201; GET, PATCH, DELETE', async () => {
    const said = await call('POST', '/v1/notes', { token: mei.token, body: { title: 'Soup', text: 'Long #汤 soup', topics: ['soup'] } })
    expect(said.status).toBe(201)
    expect(said.json).toMatchObject({
      id,
      author: { id: mei.id, handle: 'mei' },
      title: 'Soup',
      text: 'Long #汤 soup',
      media: [{ state: 'ready', textCard: expect.any(String) }],
      topics: expect.arrayContaining(['汤', 'soup']),
      counts: { likes: 0, collects: 0, comments: 0, views: 0 },
      mine: { liked: false, collected: false },
      createdAt: time,
    })
    const path = `/v1/notes/${said.json.id}`
    expect((await call('GET', path)).json).toMatchObject({ id: said.json.id, title: 'Soup' })
    expect((await call('PATCH', path, { token: mei.token, body: { title: 'Broth' } })).json.title).toBe('Broth')
    isProblem(await call('PATCH', path, { token: tess.token, body: { title: 'Mine' } }), 404, 'not-found')
    isProblem(await call('PATCH', path, { body: { title: 'Mine' } }), 401, 'sign-in-first')
    expect((await call('DELETE', path, { token: mei.token })).status).toBe(204)
    isProblem(await call('GET', path), 404, 'not-found')
    isProblem(await call('DELETE', path, { token: mei.token }), 404, 'not-found')
  })

  it('likes and collects are idempotent, and counted once, also by clients that name a type and send nothing', async () => {
    const { id: one } = await note({ title: 'Cat', text: 'A cat' })
    for (const verb of ['like', 'collect']) {
      const headers = { 'content-type': 'application/json' }
      const twice = () => Promise.all([1, 2, 3].map(() => call('PUT', `/v1/notes/${one}/${verb}`, { token: tess.token, headers })))
      expect((await twice()).map((said) => said.status)).toEqual([204, 204, 204])
    }
    const seen = (await call('GET', `/v1/notes/${one}`, { token: tess.token })).json
    expect(seen).toMatchObject({ counts: { likes: 1, collects: 1 }, mine: { liked: true, collected: true } })
    for (const verb of ['like', 'collect', 'like', 'collect'])
      expect((await call('DELETE', `/v1/notes/${one}/${verb}`, { token: tess.token })).status).toBe(204)
    expect((await call('GET', `/v1/notes/${one}`, { token: tess.token })).json).toMatchObject({ counts: { likes: 0, collects: 0 } })
    isProblem(await call('PUT', '/v1/notes/999/like', { token: tess.token }), 404, 'not-found')
  })

  it('comments → 201 and a list; a reply stands under its comment', async () => {
    const { id: one } = await note({ title: 'Tea', text: 'Tea?' })
    const first = await call('POST', `/v1/notes/${one}/comments`, { token: tess.token, body: { text: 'Yes!' } })
    expect(first.status).toBe(201)
    const reply = await call('POST', `/v1/notes/${one}/comments`, { token: mei.token, body: { text: '好', replyTo: first.json.id } })
    expect(reply.json).toMatchObject({ id, thread: first.json.id, byAuthor: true })
    const { items, next } = (await call('GET', `/v1/notes/${one}/comments`)).json
    expect(next).toBeNull()
    expect(items).toMatchObject([{ id: first.json.id, text: 'Yes!', replies: [{ id: reply.json.id }] }])
  })

  it('a key makes one note, one comment and one board of many calls', async () => {
    const { id: one } = await note({ title: 'Key', text: 'Key' })
    const calls: [string, object][] = [
      ['/v1/notes', { title: 'Once', text: 'Once' }],
      [`/v1/notes/${one}/comments`, { text: 'Once' }],
      ['/v1/boards', { title: 'Once' }],
      ['/v1/drafts', { content: { title: 'Once' } }],
      ['/v1/me/filters', { kind: 'word', value: 'once' }],
      ['/v1/reports', { subject: { type: 'account', id: tess.id }, reason: 'spam' }],
    ]
    for (const [path, body] of calls) {
      const ask = (more = {}) =>
        call('POST', path, { token: mei.token, body: { ...body, ...more }, headers: { 'idempotency-key': `key of ${path}` } })
      const together = await Promise.all([ask(), ask(), ask(), ask()])
      expect(together.every((said) => said.status === 201 || said.json.code === 'idempotency-key-busy')).toBe(true)
      const again = await ask()
      const made = new Set([...together, again].filter((said) => said.status === 201).map((said) => said.text))
      expect(made.size, path).toBe(1)
      expect(again.headers.get('idempotency-replayed')).toBe('true')
    }
    const other = { token: mei.token, body: { title: 'Other' }, headers: { 'idempotency-key': 'key of /v1/boards' } }
    isProblem(await call('POST', '/v1/boards', other), 422, 'idempotency-key-reused')
    const long = { token: mei.token, body: { title: 'Other' }, headers: { 'idempotency-key': 'k'.repeat(201) } }
    isProblem(await call('POST', '/v1/boards', long), 400, 'invalid')
  })
})

describe('finding', () => {
  it('feeds are lists of cards; a personal one says why', async () => {
    const made = await note({ title: 'Fresh bread', text: 'Bread #bread' }, tess.token)
    await call('PUT', '/v1/accounts/tess/follow', { token: mei.token })
    await expect
      .poll(async () => (await call('GET', '/v1/feed?limit=100')).json.items.map((card: { id: string }) => card.id))
      .toContain(made.id)
    const mine = (await call('GET', '/v1/feed?limit=100', { token: mei.token })).json
    expect(mine.items.every((card: { why?: object }) => card.why)).toBe(true)
    const following = (await call('GET', '/v1/feed/following', { token: mei.token })).json
    expect(following.items[0]).toMatchObject({ id: made.id, author: { handle: 'tess' }, cover: { width: expect.any(Number) }, mine: {} })
  })

  it('views → 202; topics have counters and notes', async () => {
    const made = await note({ title: 'Pie', text: '#pieDay' })
    expect((await call('POST', '/v1/views', { body: { items: [{ note: made.id, ms: 900 }, { note: '999' }] } })).status).toBe(202)
    const topic = (await call('GET', '/v1/topics/PIEday')).json
    expect(topic).toEqual({ name: 'pieDay', counts: { notes: 1, views: expect.any(Number) } })
    expect((await call('GET', '/v1/topics/pieDay/notes')).json.items).toMatchObject([{ id: made.id }])
    expect((await call('GET', '/v1/topics')).json).toMatchObject({ items: expect.any(Array), next: null })
  })

  it('search answers lists of each kind', async () => {
    for (const type of ['notes', 'accounts', 'topics']) {
      const said = await call('GET', `/v1/search?q=mei&type=${type}`)
      expect(said.json, type).toMatchObject({ items: expect.any(Array) })
    }
    isProblem(await call('GET', '/v1/search?q=mei&type=stars'), 400, 'invalid')
  })

  it('POST /v1/reports → 201', async () => {
    const { id: one } = await note({ title: 'Cream', text: 'Buy' })
    const body = { subject: { type: 'note', id: one }, reason: 'spam', detail: 'again' }
    const said = await call('POST', '/v1/reports', { token: tess.token, body })
    expect(said.status).toBe(201)
    expect(said.json).toMatchObject({ id, subject: body.subject, state: 'open' })
  })
})

describe('languages', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.5', '这里什么也没有'],
    ['zh-TW', '这里什么也没有'],
    ['fr, en;q=0.1', 'There is nothing here'],
    ['*', 'There is nothing here'],
    [';;,=q,', 'There is nothing here'],
  ])('Accept-Language: %s', async (language, title) => {
    const said = await call('GET', '/v1/notes/999', { headers: { 'accept-language': language } })
    expect(said.json.title).toBe(title)
  })
})
