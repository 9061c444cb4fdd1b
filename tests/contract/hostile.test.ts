import * as net from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { corners } from '#tests/setup/pictures.ts'

let app: App
let port: number
let token: string
let note: string
let origin: string

beforeAll(async () => {
  const ctx = await testContext()
  app = await buildApp(ctx, { pages: true })
  await app.listen({ port: 0, host: '127.0.0.1' })
  ctx.onStop(() => app.close())
  port = (app.server.address() as net.AddressInfo).port
  origin = ctx.config.origin
  const made = await app.inject({ method: 'POST', url: '/v1/sign-up', payload: { handle: 'mei', password: 'plum blossom soup' } })
  token = made.json().token
  const said = await app.inject({
    method: 'POST',
    url: '/v1/notes',
    headers: { authorization: `Bearer ${token}` },
    payload: { title: 'Soup', text: 'Soup #soup' },
  })
  note = said.json().id
})

/** The status of a request written by hand: no client would send these. */
const raw = (text: string | Buffer): Promise<number> =>
  new Promise((done, failed) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.on('data', (d) => {
      said += d.toString('latin1')
    })
    socket.on('close', () => done(Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0)))
    socket.on('error', failed)
  })

const long = (n: number, of = 'x') => of.repeat(n)
const headers: string[][] = [
  ['Accept-Language: '],
  [`Accept-Language: ${long(7000, 'zh;q=0.1,')}`],
  [`Accept-Language: ${long(7000, ',;=q')}`],
  ['Accept-Language: zh;q=x,en;q=1e400,*;q=-1'],
  ['Accept-Language: __proto__, constructor;q=1'],
  ['Accept-Language: en', 'Accept-Language: zh'],
  ['If-None-Match: *'],
  [`If-None-Match: ${long(7000, '"a",')}`],
  ['If-None-Match: W/W/"', 'If-None-Match: "'],
  ['Range: bytes=0-'],
  ['Range: bytes=99999999999999999999-'],
  ['Range: bytes=-0,0-1,5-2', 'Range: pages=1'],
  ['If-Range: Tue, 99 Foo 0000'],
  [`Cookie: ${long(8000)}`],
  [`Cookie: vermilion=${long(4000)}; locale=../../etc; theme=constructor; vermilion=%ff%fe`],
  ['Cookie: =; ;;; vermilion=; locale=__proto__', 'Cookie: locale=zh-Hans'],
  ['Authorization: Bearer'],
  [`Authorization: Bearer ${long(190, 'A')}`],
  ['Authorization: Bearer %00', 'Authorization: Basic x'],
  ['Accept: \xff\xfe', 'Accept-Encoding: br;q=0, *;q=x'],
  ['Host: evil.example', 'X-Forwarded-For: 1, 2, ::, x, 999.999.999.999', 'X-Forwarded-Host: evil', 'X-Forwarded-Proto: javascript'],
  ['Content-Type: application/json;charset=\xff'],
  ['Content-Type: multipart/form-data', 'Content-Length: 0'],
  ['Sec-Fetch-Site: \x01'.replace('\x01', 'x'), 'Origin: null', 'Referer: javascript:1'],
  [`User-Agent: ${long(7000, '(')}`],
  ['Last-Event-ID: -1', 'Expect: x', 'Upgrade: h2c', 'Connection: upgrade'],
  [`Idempotency-Key: ${long(5000)}`],
]
const queries = [
  '',
  '?',
  '?&&&',
  '?=',
  '?lang=xx&lang=en',
  '?lang[]=en',
  '?cursor=a&cursor=b',
  '?limit=1&limit=2',
  '?q=%00',
  '?q=%ff',
  '?q=%',
  '?__proto__=1&constructor=2&hasOwnProperty=3',
  '?lang=__proto__',
  `?q=${long(3000)}`,
  `?${long(2000, 'a=1&')}`,
  '?q=%F0%9F%98%80&limit=20',
  '?q=%ED%A0%80',
  '?limit=9e99',
  '?lat=NaN&lng=1e400',
  '?url=%00',
  '?url=http://[::1',
  '?lang=zh-Hans&lang=',
  '?q=constructor',
  '?sort=__proto__',
  '?type=constructor',
]

describe('whatever stands in headers and addresses, nothing breaks', () => {
  it('headers that no browser sends', async () => {
    const paths = [
      '/',
      `/notes/${note}`,
      '/v1/feed',
      '/v1/me',
      `/v1/notes/${note}`,
      '/v1/topics/soup/notes',
      '/sitemap.xml',
      '/robots.txt',
      '/manifest.webmanifest',
      '/icon-192.png',
      '/sw.js',
      '/healthz',
      '/openapi.json',
      '/oembed?url=x',
      '/nowhere',
      '/media/x/y.webp',
      '/v1/text-card-templates/paper/sample',
    ]
    for (const path of paths)
      for (const own of headers)
        for (const method of ['GET', 'HEAD', 'POST']) {
          const host = own.some((h) => h.startsWith('Host:')) ? [] : ['Host: localhost']
          const status = await raw(
            Buffer.from([`${method} ${path} HTTP/1.1`, ...host, 'Connection: close', ...own, '', ''].join('\r\n'), 'latin1'),
          )
          expect(status >= 200 && status < 500, `${method} ${path} ${own.join(' | ').slice(0, 90)}: ${status}`).toBe(true)
        }
  }, 60_000)

  it('queries that no form makes, at every address', async () => {
    const own = app.routeTable
      .filter((r) => r.method === 'GET')
      .map((r) => r.url.replace(/:(\w+)/g, (_all, name) => (name === 'id' ? note : name === 'handle' ? 'mei' : 'soup')))
    const all = [
      ...own,
      '/',
      `/notes/${note}`,
      '/@mei',
      '/search',
      '/topics/soup',
      '/sign-in',
      '/sign-up',
      '/settings',
      '/compose',
      '/robots.txt',
      '/sitemap.xml',
      '/manifest.webmanifest',
      '/docs',
      '/docs/json',
    ]
    for (const path of all)
      for (const query of queries) {
        const said = await app.inject({ url: path + query, headers: { authorization: `Bearer ${token}` } })
        expect(said.statusCode, `${path}${query.slice(0, 60)}: ${said.body.slice(0, 200)}`).toBeLessThan(500)
      }
  }, 60_000)

  it('addresses that lead nowhere', async () => {
    for (const path of [
      '/%',
      '/%ff',
      '/%00',
      '/@%ff',
      '/notes/%',
      '/topics/%ED%A0%80',
      '/topics/%00',
      '/topics/__proto__',
      '/@constructor',
      '/v1/accounts/__proto__',
      '/v1/topics/%ff',
      '/v1/notes/%2e%2e',
      '/media/../../etc/passwd',
      '/media/%2e%2e%2f%2e%2e%2fetc',
      '/assets/%5c..%5c',
      '//',
      '/?',
      '*',
      'http://evil.example/',
      `/${long(7000)}`,
      `/topics/${long(290)}`,
      '/v1/text-card-templates/constructor/sample',
      '/\xe9\xff',
    ]) {
      const status = await raw(Buffer.from(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1'))
      expect(status >= 200 && status < 500, `${path.slice(0, 60)}: ${status}`).toBe(true)
    }
  })

  it('forms with strange frames: long boundaries, none, broken ones', async () => {
    const picture = await corners(64, 64)
    const form = (boundary: string, name = 'file') =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
        ),
        picture,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
    const send = (type: string, payload: Buffer) =>
      app.inject({ method: 'POST', url: '/v1/media', headers: { 'content-type': type, authorization: `Bearer ${token}` }, payload })
    for (const length of [1, 70, 200, 250, 251, 252, 253, 254, 255, 256, 300, 1000, 4000]) {
      const boundary = long(length, 'b')
      for (const written of [boundary, `"${boundary}"`]) {
        const said = await send(`multipart/form-data; boundary=${written}`, form(boundary))
        expect([201, 400, 422], `${length}: ${said.body}`).toContain(said.statusCode)
        if (length <= 70) expect(said.statusCode).toBe(201)
        if (said.statusCode !== 201) expect(said.headers['content-type']).toContain('problem+json')
      }
    }
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=""',
      'multipart/form-data; boundary="',
      'multipart/mixed; boundary=b',
      'multipart/form-data; boundary=\u0001',
      'multipart/form-data; boundary=b; boundary=c',
      'multipart/form-data;boundary=--',
      'multipart/',
      'image/jpeg',
      'application/x-www-form-urlencoded',
    ])
      for (const body of [
        form('b'),
        form('b', '__proto__'),
        form('b', long(3000)),
        Buffer.from('--b'),
        Buffer.from('--b\r\n\r\n--b--'),
        Buffer.alloc(0),
      ]) {
        const said = await send(type, body)
        expect(said.statusCode, `${type}: ${said.body}`).toBeLessThan(500)
      }
  }, 60_000)

  it('views of anything, in any shape', async () => {
    for (const items of [
      undefined,
      null,
      1,
      'x',
      {},
      [],
      [1],
      [null],
      [{}],
      [{ note }],
      [{ note: 1 }],
      [{ note: '0' }],
      [{ note: '9223372036854775808' }],
      [{ note, ms: -1 }],
      [{ note, ms: 1e308 }],
      [{ note, ms: '1' }],
      [{ note, ms: null }],
      [{ note: '__proto__' }],
      Array.from({ length: 101 }, () => ({ note })),
      [[[[[[note]]]]]],
    ]) {
      const said = await app.inject({ method: 'POST', url: '/v1/views', payload: { items } })
      expect([202, 400], `${JSON.stringify(items)?.slice(0, 80)}: ${said.body}`).toContain(said.statusCode)
    }
    for (const payload of [
      '',
      'null',
      '[]',
      '1',
      '"x"',
      '{',
      '{"items":[{"note":"1","__proto__":{"a":1}}]}',
      '\ufeff{}',
      '{"items":1e999}',
      `{"items":${long(5000, '[')}`,
    ])
      expect(
        (await app.inject({ method: 'POST', url: '/v1/views', payload, headers: { 'content-type': 'application/json' } })).statusCode,
        payload.slice(0, 60),
      ).toBe(400)
  })

  it('link previews of anything', async () => {
    const ask = (query: string) => app.inject(`/oembed?${query}`)
    for (const url of [
      '',
      'x',
      'http://',
      `${origin}/notes/`,
      `${origin}/notes/999999999999999999999`,
      `${origin}/notes/${long(1900, '9')}`,
      `${origin}//notes/${note}`,
      `javascript:1`,
      'data:,x',
      `${origin}/notes/0`,
      `http://user:pw@localhost:3000/notes/${note}`,
    ])
      expect([400, 404, 200], url).toContain((await ask(`url=${encodeURIComponent(url)}`)).statusCode)
    for (const more of [
      'maxwidth=0',
      'maxwidth=-1',
      'maxwidth=1e99',
      'maxheight=x',
      'format=xml',
      'maxwidth=1&maxwidth=2',
      'format=__proto__',
    ])
      expect((await ask(`url=${encodeURIComponent(`${origin}/notes/${note}`)}&${more}`)).statusCode, more).toBeLessThan(500)
  })

  it('what depends on the reader is kept by nobody on the way', async () => {
    for (const { method, url, access } of app.routeTable) {
      const path = url.replace(/:(\w+)/g, (_all, name) => (name === 'id' ? note : name === 'handle' ? 'mei' : 'soup'))
      const mine = await app.inject({ method, url: path, headers: { authorization: `Bearer ${token}x` } })
      const own = method === 'GET' ? await app.inject({ url: path, headers: { authorization: `Bearer ${token}` } }) : mine
      for (const said of [mine, own]) {
        const cache = String(said.headers['cache-control'])
        expect(cache, `${method} ${url}`).toMatch(/no-store|no-cache|max-age/)
        if (said === own && own !== mine) expect(cache, `${method} ${url}`).toMatch(/^(private|no-store)|public, max-age=604800/)
        if (access !== 'public') expect(cache).not.toContain('public')
        if (/public/.test(cache) && !url.includes('sample')) expect(said.headers.vary, url).toContain('cookie')
      }
    }
  })
})
