import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { App } from '#server/platform/http.ts'
import { returnPath } from '#server/platform/return-path.ts'
import { testContext } from '#tests/setup/database.ts'
import { safeNext } from '#web/lib/path.ts'

const evil = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/./\\evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/%09/evil.example',
  '/%2F%2Fevil.example',
  '/\u0000/evil.example',
  '/\u0085/evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '///evil.example',
  '////evil.example',
  '/\u007f/evil.example',
  '@evil.example',
  '.evil.example',
  '',
]
const good: [string, string][] = [
  ['/', '/'],
  ['/notes/1?x=%20#c', '/notes/1?x=%20#c'],
  ['/topics/猫', '/topics/%E7%8C%AB'],
  ['/search?q=火锅', '/search?q=%E7%81%AB%E9%94%85'],
  ['/@mei', '/@mei'],
  ['/a/../me', '/me'],
  ['/search?q=//x', '/search?q=//x'],
  ['/topics/naïve', '/topics/na%C3%AFve'],
]
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        '\t',
        '\n',
        '\r',
        '.',
        '..',
        '%2f',
        '%5C',
        '%09',
        '@',
        ':',
        '?',
        '#',
        'evil.example',
        'http:',
        ' ',
        '\u3000',
        '猫',
        '\u0000',
        '／',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 9 },
  )
  .map((all) => all.join(''))

let app: App
beforeAll(async () => {
  const ctx = await testContext()
  app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
})
const form = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('where a form leads next', () => {
  it('is never another site', () => {
    for (const next of evil) expect(returnPath(next), JSON.stringify(next)).toBe('/')
    for (const [next, path] of good) expect(returnPath(next)).toBe(path)
    expect(returnPath(`/${'a'.repeat(5000)}`)).toBe('/')
  })

  it('whatever was said, is a path of this site in ASCII, by the same rule in the browser', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces,
          pieces.map((s) => `/${s}`),
        ),
        (next) => {
          const path = returnPath(next)
          expect(safeNext(next)).toBe(path)
          expect(path).toMatch(/^\/[\x21-\x7e]*$/)
          expect(path).not.toMatch(/^\/[/\\]/)
          for (const base of ['https://site.example', 'http://site.example/sign-in?next=x'])
            expect(new URL(path, base).host).toBe('site.example')
          expect(returnPath(path)).toBe(path)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('holds for every form, and every header of where to go can be sent', async () => {
    for (const [url, name, more] of [
      ['/language', 'back', { locale: 'en' }],
      ['/sign-in', 'next', { login: 'nobody', password: 'x' }],
      ['/sign-up', 'next', { handle: '猫', password: 'x' }],
      ['/demo-sign-in', 'next', { handle: '猫' }],
    ] as const)
      for (const next of [...evil, ...good.map(([one]) => one)]) {
        const said = await form(url, { ...more, [name]: next })
        expect(said.statusCode, `${url} ${next}`).toBe(303)
        const to = new URL(String(said.headers.location), 'http://localhost:3000')
        expect(to.origin).toBe('http://localhost:3000')
        expect(returnPath(to.searchParams.get('next') ?? '/')).toBe(to.searchParams.get('next') ?? '/')
        expect(String(said.headers.location)).toMatch(/^\/[\x21-\x7e]*$/)
      }
  })

  it('addresses of pages that would be another site are pages that are not there', async () => {
    for (const url of [
      '//',
      '//evil.example',
      '//evil.example/..',
      '/%09/evil.example',
      '//settings',
      '/settings/%ff',
      '///',
      '//?lang=en',
      '//evil.example?lang=zh-Hans',
      '/settings/猫',
    ].map((u) => u.replace('猫', '%E7%8C%AB'))) {
      const said = await app.inject(url)
      expect([200, 303, 400, 404], `${url} ${said.statusCode}`).toContain(said.statusCode)
      if (said.statusCode === 303) expect(String(said.headers.location)).toMatch(/^\/sign-in\?next=%2Fsettings/)
    }
  })
})
