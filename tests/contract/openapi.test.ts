import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { buildApp } from '#server/app.ts'
import type { App, RouteInfo } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { openSite } from './outside.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document as a stranger reads it
type Any = any
let app: App
let document: Any
let page: string

beforeAll(async () => {
  const site = await openSite()
  app = site.app
  document = (await site.call('GET', '/openapi.json')).json
  page = (await site.call('GET', '/docs')).text
  for (const [, asset = ''] of page.matchAll(/(?:src|href)="(\/docs\/static\/[^"]+)"/g))
    expect((await site.call('GET', asset)).status, asset).toBe(200)
})

const operationOf = ({ method, url }: RouteInfo): Any => document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
const each = (check: (operation: Any, route: RouteInfo, name: string) => void) => {
  for (const route of app.routeTable) check(operationOf(route), route, `${route.method} ${route.url}`)
}
const wrong = (schema: z.ZodType, example: unknown) => {
  const read = schema.safeParse(example)
  return read.success ? [] : [`${read.error.message} in ${JSON.stringify(example)}`]
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and every reference in it leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const text = JSON.stringify(document)
    for (const [, group = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g))
      expect(document.components[group]?.[name], `${group}/${name}`).toBeDefined()
    expect(text).not.toContain('__SCHEMA__')
    expect(text).not.toContain('"x-')
  })

  it('has every route with words, a name of its own, and a tag that is described', () => {
    const named = new Set<string>()
    const unknown: string[] = []
    const described = new Set(document.tags.filter((tag: Any) => tag.description).map((tag: Any) => tag.name))
    each((operation, _route, name) => {
      expect(operation, name).toBeDefined()
      expect(operation.summary, name).toEqual(expect.any(String))
      unknown.push(...operation.tags.filter((tag: string) => !described.has(tag)))
      expect(named.has(operation.operationId), `${name}: ${operation.operationId}`).toBe(false)
      named.add(operation.operationId)
    })
    expect(unknown).toEqual([])
  })

  it('says of every route who may call it', () => {
    each((operation, { access }, name) => {
      const both = [{ bearer: [] }, { cookie: [] }]
      expect(operation.security, name).toEqual(access === 'public' ? [{}, ...both] : both)
      expect(Boolean(operation.responses['401']), name).toBe(access !== 'public')
    })
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['bearer', 'cookie'])
  })

  it('lists every part of an address, and the key of creating calls', () => {
    each((operation, { url, key }, name) => {
      const inPath = operation.parameters.filter((p: Any) => p.in === 'path').map((p: Any) => p.name)
      expect(inPath.sort(), name).toEqual([...url.matchAll(/:(\w+)/g)].map(([, one]) => one).sort())
      const keyed = operation.parameters.some((p: Any) => p.$ref?.endsWith('/IdempotencyKey'))
      expect(keyed, name).toBe(key === 'kept' || key === 'own')
    })
  })

  it('gives every body and every answer an example, and examples are true to their schemas', () => {
    const found: string[] = []
    each((operation, { body, response }, name) => {
      const json = operation.requestBody?.content['application/json']
      expect(Boolean(json), name).toBe(Boolean(body))
      if (body) found.push(...wrong(body, json.example).map((why) => `${name} takes: ${why}`))
      const [status = '', schema] = Object.entries(response)[0] ?? []
      const answer = operation.responses[status].content?.['application/json']
      expect(Boolean(answer), name).toBe(Boolean(schema))
      if (schema) found.push(...wrong(schema, answer.example).map((why) => `${name} gives: ${why}`))
    })
    expect(found).toEqual([])
  })

  it('shows refusals as problems', () => {
    each((operation, _route, name) => {
      const refusals = Object.entries<Any>(operation.responses).filter(([status]) => status === 'default' || Number(status) >= 400)
      expect(refusals.length, name).toBeGreaterThanOrEqual(3)
      for (const [status, { content }] of refusals) {
        expect(Object.keys(content), `${name} ${status}`).toEqual(['application/problem+json'])
        expect(content['application/problem+json'].example, name).toMatchObject({ code: expect.any(String), title: expect.any(String) })
      }
    })
    expect(document.components.schemas.Problem.properties.code.description).toContain('`handle-taken`')
  })

  it('describes the upload as the form it is', () => {
    const { content, required } = document.paths['/v1/media'].post.requestBody
    expect(required).toBe(true)
    const { schema } = content['multipart/form-data']
    expect(schema.properties.file).toMatchObject({ type: 'string', format: 'binary' })
    expect(schema.required).toEqual(['file'])
  })

  it('is the same whether it was made ready on a site that listens or is asked for at once, as JSON and as YAML', async () => {
    const ctx = await testContext()
    const atOnce = await buildApp(ctx, { strict: true })
    ctx.onStop(() => atOnce.close())
    await atOnce.ready()
    expect(JSON.parse((await atOnce.inject('/openapi.json')).body)).toEqual(document)
    expect((await atOnce.inject('/docs/yaml')).body).toBe((await app.inject('/docs/yaml')).body)
  })

  it('is readable as a page', () => {
    expect(page).toContain('swagger-ui-bundle.js')
  })
})
