import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleaned } from '#server/platform/input.ts'
import type { Said } from '#tests/setup/client.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { lineTo } from '#tests/setup/line.ts'
import { type Outside, openSite } from './outside.ts'

let site: Outside
let mei: { token: string; cookie: string }
let note: string

beforeAll(async () => {
  site = await openSite()
  mei = await site.join('mei')
  note = (await site.call('POST', '/v1/notes', { token: mei.token, body: { title: 'Soup', text: 'Soup' } })).json.id
})

const isProblem = (said: Said, status: number, code: string) => {
  expect(said.type, said.text).toBe('application/problem+json; charset=utf-8')
  expect(said.json).toMatchObject({ title: expect.any(String), status, code })
  expect(said.status).toBe(status)
}

/** Bytes as no HTTP library would send them. */
async function bytes(request: string | Buffer): Promise<{ head: string; body: string }> {
  const socket = connect(Number(new URL(site.origin).port), '127.0.0.1')
  socket.end(request)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { head, body }
}

describe('bodies', () => {
  it.each([
    ['half of JSON', '{"title":', 'application/json', 400, 'invalid'],
    ['a list', '[]', 'application/json', 400, 'invalid'],
    ['null', 'null', 'application/json', 400, 'invalid'],
    ['nothing', '', 'application/json', 400, 'invalid'],
    ['a prototype', '{"__proto__":{"admin":true},"title":"x"}', 'application/json', 400, 'invalid'],
    ['plain text', '{"title":"x"}', 'text/plain', 415, 'unsupported-type'],
    ['XML', '<a/>', 'application/xml', 415, 'unsupported-type'],
    ['a form', 'title=x', 'application/x-www-form-urlencoded', 415, 'unsupported-type'],
    ['a flood', JSON.stringify({ title: 'x', text: 'x'.repeat(300_000) }), 'application/json', 413, 'too-large'],
  ])('%s', async (_what, raw, type, status, code) => {
    isProblem(await site.call('POST', '/v1/notes', { token: mei.token, raw, headers: { 'content-type': type } }), status, code)
  })

  it('what is wrong is said of each field, in words of the caller', async () => {
    const body = { handle: 'x', password: '', displayName: 7, email: 'nowhere' }
    const said = await site.call('POST', '/v1/sign-up', { body, headers: { 'accept-language': 'zh-CN' } })
    expect(said.json.fields).toEqual({
      handle: '请用 3 到 24 个小写字母、数字、点或下划线，首尾不能是点',
      password: '至少 8 个字符',
      displayName: '格式不对',
      email: '格式不对',
    })
    const missing = await site.call('POST', '/v1/sign-in', { body: { login: 'mei' } })
    expect(missing.json.fields).toEqual({ password: 'Please fill this in' })
    const long = await site.call('POST', '/v1/notes', { token: mei.token, body: { title: 'x'.repeat(101) } })
    expect(long.json.fields).toEqual({ title: 'At most 100 characters' })
  })

  it('texts lose what no database holds, wherever they go', async () => {
    const odd = 'a\0b\ud800c'
    const calls: [string, string, object][] = [
      ['POST', '/v1/notes', { title: odd, text: odd, notice: odd, layer: { language: 'zh-Hans', title: odd, text: odd } }],
      ['PATCH', `/v1/notes/${note}`, { title: odd, text: odd }],
      ['POST', `/v1/notes/${note}/comments`, { text: odd }],
      ['POST', '/v1/boards', { title: odd }],
      ['POST', '/v1/drafts', { content: { title: odd, [odd]: [odd] } }],
      ['POST', '/v1/me/filters', { kind: 'word', value: odd }],
      ['PATCH', '/v1/me', { displayName: odd, bio: odd, pronouns: odd, place: odd }],
      ['POST', '/v1/media/text-cards', { text: odd, template: odd }],
      ['POST', '/v1/sign-in', { login: odd, password: odd }],
      ['POST', '/v1/sign-up', { handle: 'odd.one', password: `${odd} long enough`, displayName: odd, agreed: odd }],
      ['POST', '/v1/reset', { login: odd }],
      ['POST', '/v1/reset/confirm', { token: odd, password: 'plum blossom soup' }],
      ['POST', '/v1/reset/recovery', { login: odd, code: odd, password: 'plum blossom soup' }],
      ['POST', '/v1/me/email/confirm', { token: odd }],
      ['POST', '/v1/me/agreements', { version: odd }],
      ['POST', '/v1/setup', { handle: 'odd.two', password: 'plum blossom soup', code: odd }],
      ['POST', '/v1/reports', { subject: { type: 'note', id: note }, reason: 'spam', detail: odd }],
    ]
    for (const [method, path, body] of calls) {
      const said = await site.call(method, path, { token: mei.token, body })
      expect(said.status, `${path}: ${said.text}`).toBeLessThan(500)
      expect(said.text, path).not.toMatch(/\\u0000|\\ud800/)
    }
  })

  it('nests deeper than anything people make are refused, not sat through', async () => {
    const raw = `{"content":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
    const said = await site.call('POST', '/v1/drafts', { token: mei.token, raw, headers: { 'content-type': 'application/json' } })
    isProblem(said, 400, 'invalid')
  })

  it('a body that a route does not ask for is not looked at, however deep', async () => {
    const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const headers = { 'content-type': 'application/json' }
    for (const [method, path] of [
      ['PUT', '/v1/accounts/mei/block'],
      ['PUT', `/v1/notes/${note}/like`],
      ['DELETE', '/v1/boards/1'],
      ['PUT', `/v1/notes/${note}/collect`],
    ] as const) {
      const said = await site.call(method, path, { token: mei.token, raw: deep, headers })
      expect(said.status, `${method} ${path}: ${said.text}`).toBeLessThan(500)
    }
  })

  it('cleaning changes nothing else', () => {
    const harmless = fc.jsonValue({ maxDepth: 6 }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
    fc.assert(fc.property(harmless, (value) => void expect(cleaned(value)).toEqual(value)))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, value) => {
        const as = (text: string) => text.replaceAll('\0', '')
        expect(cleaned({ list: [value], in: { [key]: value } })).toEqual({ list: [as(value)], in: { [as(key)]: as(value) } })
      }),
    )
  })
})

describe('addresses', () => {
  it.each(['/v1/notes/%', '/v1/notes/%E0%A4', '/v1/accounts/%C3%28'])('%s is a problem', async (path) => {
    isProblem(await site.call('GET', path), 400, 'invalid')
  })
  it.each([
    '/v1/accounts/%00',
    '/v1/topics/x%00',
    '/v1/topics/x%00/notes',
    '/v1/accounts/%00/notes',
    '/v1/nothing',
    '/v1/feed/',
    '/v1//feed',
  ])('%s is not there', async (path) => {
    isProblem(await site.call('GET', path), 404, 'not-found')
  })

  it('bytes that are not HTTP are answered with a problem', async () => {
    const requests = [
      'GET /v1/topics/\xe6\xb1\xa4 HTTP/1.1\r\nHost: x\r\n\r\n',
      'HELLO\r\n\r\n',
      `GET /v1/feed HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(90_000)}\r\n\r\n`,
    ]
    for (const [i, request] of requests.entries()) {
      const { head, body } = await bytes(Buffer.from(request, 'latin1'))
      const status = i === 2 ? 431 : 400
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(head).toContain('application/problem+json')
      expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String), title: expect.any(String) })
    }
  })

  it('an address of odd bytes is refused in the words of the caller, and after HEAD without a body', async () => {
    const ask = async (method: string) => {
      const socket = connect(Number(new URL(site.origin).port), '127.0.0.1')
      socket.end(Buffer.from(`${method} /notes/\xef\xbf\xbf HTTP/1.1\r\nHost: a\r\nAccept-Language: zh-CN\r\n\r\n`, 'latin1'))
      return text(socket)
    }
    expect(await ask('GET')).toMatch(/^HTTP\/1\.1 400 [\s\S]*\p{Script=Han}/u)
    const [head, body] = (await ask('HEAD')).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    expect(body).toBe('')
  })

  it('HEAD answers as GET would, without a body', async () => {
    for (const path of ['/v1/feed', '/healthz', `/v1/notes/${note}`, '/openapi.json']) {
      const said = await site.call('HEAD', path)
      expect([said.status, said.text], path).toEqual([200, ''])
    }
  })
})

describe('writes that ride on a cookie', () => {
  const write = (headers: Record<string, string>) =>
    site.call('POST', '/v1/boards', { body: { title: 'Forged' }, headers: { cookie: mei.cookie, ...headers } })

  it.each<[string, Record<string, string>]>([
    ['nothing said', {}],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another site with our header', { 'sec-fetch-site': 'cross-site', 'x-vermilion': '1' }],
    ['no origin at all', { origin: 'null' }],
  ])('are refused: %s', async (_what, headers) => {
    isProblem(await write(headers), 403, 'csrf')
  })
  it.each<[string, Record<string, string>]>([
    ['our own pages', { 'sec-fetch-site': 'same-origin' }],
    ['our own client', { 'x-vermilion': '1' }],
    ['our own origin', { origin: 'http://localhost:3000' }],
  ])('are taken: %s', async (_what, headers) => {
    expect((await write(headers)).status).toBe(201)
  })
  it('a token needs none of that, a wrong one is nobody’s', async () => {
    const forged = { authorization: 'Bearer x', cookie: mei.cookie }
    isProblem(await site.call('GET', '/v1/me', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }), 401, 'sign-in-first')
    isProblem(await site.call('POST', '/v1/boards', { body: { title: 'x' }, headers: forged }), 403, 'csrf')
  })
})

describe('a site behind https', () => {
  it('gives cookies that travel by https only, and says so to browsers', async () => {
    const safe = await openSite({ origin: 'https://vermilion.example' })
    const said = await safe.call('POST', '/v1/sign-up', { body: { handle: 'mei', password: 'plum blossom soup' } })
    expect(said.headers.getSetCookie()[0]).toMatch(/^__Host-|Secure/)
    expect(said.headers.get('strict-transport-security')).toContain('max-age')
  })
})

describe('limits', () => {
  it('answer 429 with the time to wait, as a problem', async () => {
    const strict = await openSite({ rateLimits: true })
    let said = await strict.call('GET', '/v1/handles/somebody')
    for (let i = 0; i < 3000 && said.status === 200; i++) said = await strict.call('GET', '/v1/handles/somebody')
    isProblem(said, 429, 'too-many-requests')
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('without a database', () => {
  it('/healthz says 503, and the calls say in words that it is not their fault', async () => {
    const { database, cut } = await lineTo(await testDatabase())
    const alone = await openSite({}, database)
    const { token } = await alone.join('mei')
    expect((await alone.call('GET', '/healthz')).status).toBe(200)
    cut()
    await expect.poll(async () => (await alone.call('GET', '/healthz')).status, { timeout: 10_000 }).toBe(503)
    expect((await alone.call('GET', '/healthz')).json.status).toBe('no-database')
    const said = await alone.call('POST', '/v1/boards', { token, body: { title: 'Later' } })
    isProblem(said, 503, 'unavailable')
    expect(said.headers.get('retry-after')).toBe('2')
    isProblem(await alone.call('GET', '/v1/notes/999'), 503, 'unavailable')
  })
})
