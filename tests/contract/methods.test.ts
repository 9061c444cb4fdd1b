import { beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'

let ctx: Context
let app: App
beforeAll(async () => {
  ctx = await testContext()
  app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
})

const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof all)[number] | 'HEAD' | 'OPTIONS'
const ask = (method: Method, url: string, headers: Record<string, string> = {}) => app.inject({ method, url, headers })
const filled = (url: string) => url.replace(/:\w+/g, '1')
/** Addresses with the methods of every route that they fit. */
const known = () => {
  const fits = (url: string, path: string) => new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`).test(path)
  return new Map(
    app.routeTable.map(({ url }) => [
      filled(url),
      new Set<string>(app.routeTable.filter((r) => fits(r.url, filled(url))).map((r) => r.method)),
    ]),
  )
}

describe('methods', () => {
  it('an address that does not take one says which it takes, in the caller’s language', async () => {
    for (const [url, methods] of known())
      for (const method of all) {
        if (methods.has(method)) continue
        const said = await ask(method, url, { 'accept-language': 'zh-CN' })
        expect(said.statusCode, `${method} ${url}`).toBe(405)
        expect(said.headers['content-type']).toContain('application/problem+json')
        expect(said.json()).toMatchObject({ code: 'method-not-allowed', status: 405, title: expect.stringMatching(/\p{Script=Han}/u) })
        const allow = String(said.headers.allow).split(', ')
        for (const one of methods) expect(allow, `${method} ${url}`).toContain(one)
        expect(allow).not.toContain(method)
      }
  })

  it('pages, files and doors outside the API alike', async () => {
    for (const url of [
      '/',
      '/notes/1',
      '/@mei',
      '/sign-in',
      '/topics/soup',
      '/robots.txt',
      '/sw.js',
      '/healthz',
      '/metrics',
      '/openapi.json',
      '/media/a/b.webp',
    ]) {
      const said = await ask('DELETE', url)
      expect([said.statusCode, said.headers.allow], url).toEqual([405, expect.stringContaining('GET, HEAD')])
    }
    expect((await ask('POST', '/sign-in')).statusCode).not.toBe(405)
    expect((await ask('GET', '/language')).headers.allow).toBe('POST, OPTIONS')
  })

  it('an address that is not there is not there, whatever the method and the body', async () => {
    for (const url of ['/v1', '/v1/', '/v1/nowhere', '/v1/notes/1/nothing', '/nowhere/at/all', '/media/', '/assets/x.js'])
      for (const method of [...all, 'OPTIONS'] as const) {
        const said = await app.inject({
          method,
          url,
          headers: { 'content-type': 'text/strange' },
          payload: method === 'GET' ? undefined : 'x',
        } as object)
        expect(said.statusCode, `${method} ${url}`).toBe(404)
      }
  })

  it('HEAD answers as GET does, without the body', async () => {
    for (const { method, url, access } of app.routeTable) {
      if (method !== 'GET' || access !== 'public') continue
      const [get, head] = [await ask('GET', filled(url)), await ask('HEAD', filled(url))]
      expect([head.statusCode, head.headers['content-type'], head.body], url).toEqual([get.statusCode, get.headers['content-type'], ''])
    }
    for (const url of ['/', '/nowhere', '/robots.txt', '/sitemap.xml', '/healthz', '/notes/1', '/icon-192.png'])
      expect((await ask('HEAD', url)).statusCode, url).toBe((await ask('GET', url)).statusCode)
  })

  it('OPTIONS says what there is, and opens nothing to other sites', async () => {
    for (const [url, methods] of known()) {
      const said = await ask('OPTIONS', url, { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' })
      expect([said.statusCode, said.body], url).toEqual([204, ''])
      for (const one of methods) expect(String(said.headers.allow).split(', ')).toContain(one)
      expect(said.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})
