import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { beforeAll, expect, it, vi } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { forgetPool } from '#server/rooms/feed/index.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testPeople } from '#tests/setup/people.ts'
import { audio, bareNote, video } from '#tests/setup/recordings.ts'
import { soon } from '#tests/setup/soon.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let note: string

beforeAll(async () => {
  ctx = await testContext()
  // Not strict: pages are read here, and their own calls are checked by the rooms' tests.
  app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
  ctx.events.wire(wiring)
  ;[tess, lin] = (await testPeople(ctx, app, ['tess.rowan', { handle: 'lin.yue', locale: 'zh-Hans' }])) as [Someone, Someone]
  const said = await tess.post('/v1/notes', {
    title: 'Mochi </script><b>',
    text: 'Pays her tax #petTax',
    media: [await picture(ctx, tess.id)],
  })
  expect(said.statusCode, said.body).toBe(201)
  note = said.json().id
  await ctx.events.drain()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })
const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

it('draws public pages for visitors, in their language, without any script of its own inside', async () => {
  const said = await get('/', { 'accept-language': 'zh-CN,zh;q=0.9' })
  expect(said.statusCode).toBe(200)
  expect(said.body).toContain('<html lang="zh-Hans"')
  expect(said.body).toContain('Mochi &lt;/script&gt;&lt;b&gt;')
  expect(said.body).toContain('发现')
  expect(said.headers['content-security-policy']).toContain("script-src 'self'")
  expect(said.body).not.toMatch(/<script(?![^>]*(src=|type="application\/(ld\+)?json"))/)
  // A text that ends a script element cannot end ours.
  const inside = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(said.body)?.[1] ?? ''
  expect(() => JSON.parse(inside)).not.toThrow()
})

it('keeps the language a link asks for, unless the reader has chosen one', async () => {
  const asked = await get('/?lang=zh-Hans', { 'accept-language': 'en' })
  expect(asked.body).toContain('<html lang="zh-Hans"')
  expect(String(asked.headers['set-cookie'])).toContain('locale=zh-Hans')
  const chosen = await get('/?lang=zh-Hans', { cookie: 'locale=en' })
  expect(chosen.headers['set-cookie']).toBeUndefined()
})

it('answers with the right status: an unknown page, a note that is not there, a page for members', async () => {
  expect((await get('/nowhere')).statusCode).toBe(404)
  const gone = await get('/notes/123')
  expect(gone.statusCode).toBe(404)
  expect(gone.body).toContain('noindex')
  const members = await get('/settings/security?x=1')
  expect(members.statusCode).toBe(303)
  expect(members.headers.location).toBe('/sign-in?next=%2Fsettings%2Fsecurity%3Fx%3D1')
  expect((await get('/v1/nowhere')).headers['content-type']).toContain('application/problem+json')
})

it('describes a note to link previews and search engines', async () => {
  const { body } = await get(`/notes/${note}`)
  const { origin } = ctx.config
  expect(body).toContain(`<link rel="canonical" href="${origin}/notes/${note}">`)
  expect(body).toContain(`hreflang="zh-Hans" href="${origin}/notes/${note}?lang=zh-Hans"`)
  expect(body).toContain('<meta property="og:title" content="Mochi &lt;/script&gt;&lt;b&gt;')
  expect(body).toMatch(/<meta property="og:image" content="http[^"]+">/)
  expect(body).toContain('application/json+oembed')
  const embed = await get(`/oembed?url=${encodeURIComponent(`${origin}/notes/${note}`)}&format=json`)
  expect(embed.json()).toMatchObject({ version: '1.0', type: 'photo', author_name: 'tess.rowan' })
  expect((await get(`/oembed?url=${encodeURIComponent('https://elsewhere.example/notes/1')}`)).statusCode).toBe(404)
})

it('says of a video by its poster and as what can be played, of a sound without a picture, of words as words', async () => {
  const { origin } = ctx.config
  const publish = async (...media: string[]): Promise<string> =>
    (await tess.post('/v1/notes', { title: 'Mochi', text: 'and a leaf', media })).json().id
  const film = await publish(await video(ctx, tess.id), await picture(ctx, tess.id))
  const blank = await publish(await video(ctx, tess.id, { poster: false }))
  const sound = await publish(await audio(ctx, tess.id))
  const mixed = await publish(await picture(ctx, tess.id), await video(ctx, tess.id))
  const words = await bareNote(ctx, tess.id, { text: 'Nothing but this lantern' })
  const embed = async (id: string) => (await get(`/oembed?url=${encodeURIComponent(`${origin}/notes/${id}`)}`)).json()
  expect(await embed(mixed)).toMatchObject({ type: 'photo', url: expect.any(String) })
  const led = await embed(film)
  expect(led).toMatchObject({
    type: 'link',
    thumbnail_url: expect.stringMatching(/^http.*\.jpg$/),
    thumbnail_width: 360,
    thumbnail_height: 640,
  })
  expect(led).not.toHaveProperty('url')
  for (const id of [blank, sound, words]) {
    const said = await embed(id)
    expect(said.type).toBe('link')
    expect(said).not.toHaveProperty('thumbnail_url')
  }
  expect((await embed(words)).title).toBe('Nothing but this lantern')

  const page = async (id: string) => {
    const { body } = await get(`/notes/${id}`)
    const described = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}'
    return {
      metas: [...body.matchAll(/<meta property="og:(image|video|audio)(:type)?" content="([^"]+)"/g)].map(
        ([, a, b, c]) => `${a}${b ?? ''} ${c?.replace(/.*\./, '.')}`,
      ),
      described: JSON.parse(described),
      body,
    }
  }
  const told = await page(film)
  expect(told.metas).toEqual(['image .jpg', 'video .webm', 'video:type video/webm'])
  expect(told.described.video).toMatchObject({
    ...{ '@type': 'VideoObject', name: 'Mochi', description: 'Mochi chases a leaf', duration: 'PT2S' },
    ...{ contentUrl: expect.stringMatching(/^http.*\.webm$/), thumbnailUrl: expect.stringMatching(/^http.*\.webp$/) },
  })
  expect(told.body).toMatch(/<video[^>]* controls=""[^>]*><source src="[^"]+\.webm" type="video\/webm"/)
  expect((await page(blank)).metas).toEqual(['video .webm', 'video:type video/webm'])
  const heard = await page(sound)
  expect(heard.metas).toEqual(['audio .wav', 'audio:type audio/wav'])
  expect(heard.described).toMatchObject({ audio: { '@type': 'AudioObject', duration: 'PT3S' } })
  const read = await page(words)
  expect(read.metas).toEqual([])
  expect(read.described).not.toHaveProperty('image')
  expect(read.body).toContain('Nothing but this lantern')

  // Behind a notice nothing is shown, and nothing played.
  const noticed = await tess.post('/v1/notes', { title: 'Mochi', notice: 'Loud', media: [await video(ctx, tess.id)] })
  const veiled = await page(noticed.json().id)
  expect(veiled.metas).toEqual([])
  expect(veiled.described).not.toHaveProperty('video')
  expect(veiled.body).not.toContain('<video')
  expect((await embed(noticed.json().id)).type).toBe('link')
})

it('never gives one reader the page of another', async () => {
  const mine = await get('/', { cookie: `vermilion=${tess.token}` })
  expect(mine.headers['cache-control']).toContain('private')
  expect(mine.body).toContain('href="/@tess.rowan"')
  const theirs = await get('/', { cookie: `vermilion=${lin.token}` })
  expect(theirs.body).toContain('<html lang="zh-Hans"')
  expect((await get('/')).body).not.toContain('"handle":"lin.yue","displayName"')
})

it('changes the language by a plain form, for a visitor and for an account', async () => {
  const visitor = await form('/language', { locale: 'zh-Hans', back: '/topics' })
  expect([visitor.statusCode, visitor.headers.location]).toEqual([303, '/topics'])
  expect(String(visitor.headers['set-cookie'])).toContain('locale=zh-Hans')
  await form('/language', { locale: 'zh-Hans', back: '/' }, { cookie: `vermilion=${tess.token}` })
  expect((await tess.get('/v1/me')).json().locale).toBe('zh-Hans')
  expect((await form('/language', { locale: 'xx', back: '//evil.example' })).headers.location).toBe('/')
})

it('signs in and out by a plain form, and only from its own pages', async () => {
  const wrong = await form('/sign-in', { login: 'tess.rowan', password: 'not this one', next: '/me' })
  expect(wrong.headers.location).toContain('/sign-in?error=')
  const right = await form('/sign-in', { login: 'tess.rowan', password: 'plum blossom soup', next: '/me' })
  expect(right.headers.location).toBe('/me')
  const cookie = /vermilion=([\w-]+)/.exec(String(right.headers['set-cookie']))?.[0] ?? ''
  expect((await get('/v1/me', { cookie })).statusCode).toBe(200)
  await form('/sign-out', {}, { cookie })
  expect((await get('/v1/me', { cookie })).statusCode).toBe(401)
  expect((await form('/sign-in', { login: 'tess.rowan', password: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
})

it('calls the site by its own name, in titles and as an app', async () => {
  const own = await testContext({ config: { siteName: 'Tea $& House' }, database: { connection: ctx.db.pool.options, url: '' } })
  const named = await buildApp(own, { pages: true })
  for (const [url, title] of [
    ['/', /^Tea \$& House · /],
    [`/notes/${note}`, /· Tea \$& House$/],
    ['/@tess.rowan', /· Tea \$& House$/],
    ['/rules', /· Tea \$& House$/],
    ['/nowhere', /· Tea \$& House$/],
  ] as const)
    for (const locale of ['en', 'zh-CN']) {
      const { body } = await named.inject({ url, headers: { 'accept-language': locale } })
      const said = /<title>(.*?)<\/title>/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
      expect(said, url).toMatch(title)
      expect(said).not.toContain('Vermilion')
    }
  expect((await named.inject('/manifest.webmanifest')).json()).toMatchObject({ name: 'Tea $& House', short_name: 'Tea $& House' })
  await named.close()
})

it('tells robots what to read', async () => {
  expect((await get('/robots.txt')).body).toContain(`Sitemap: ${ctx.config.origin}/sitemap.xml`)
  const map = await get('/sitemap.xml')
  expect(map.headers['content-type']).toContain('xml')
  expect(map.body).toContain(`<loc>${ctx.config.origin}/notes/${note}</loc>`)
  expect(map.body).toContain('/@tess.rowan</loc>')
})

it('draws the map again when it could not be drawn, and never keeps an empty one', async () => {
  const fresh = await buildApp(ctx, { pages: true })
  ctx.hold<{ last?: unknown }>('site.map', () => ({})).last = undefined
  const away = vi.spyOn(ctx.db, 'rows').mockRejectedValue(Object.assign(new Error('away'), { code: '57P01' }))
  forgetPool(ctx)
  ctx.hold('feed.explore', (): { missed(): void } => ({ missed() {} })).missed()
  const refused = await fresh.inject('/sitemap.xml')
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2'])
  away.mockRestore()
  expect((await fresh.inject('/sitemap.xml')).body).toContain(`/notes/${note}</loc>`)
  await fresh.close()
})

it('says with every 503 when to ask again: pages, calls, files, forms and health', async () => {
  const file = (await tess.get(`/v1/notes/${note}`)).json().media[0].variants
  const media = JSON.stringify(file).match(/\/media\/[^"]+/)?.[0] ?? ''
  expect(media).toMatch(/^\/media\//)
  const gone = Object.assign(new Error('away'), { code: '57P01' })
  const { db } = ctx
  const cut = (['rows', 'one', 'run', 'tx'] as const).map((verb) => vi.spyOn(db, verb).mockRejectedValue(gone))
  cut.push(vi.spyOn(db, 'alive').mockResolvedValue(false) as never)
  // Nothing remembered: as soon after the start as can be.
  const fresh = await buildApp(ctx, { pages: true })
  try {
    const cookie = `vermilion=${tess.token.slice(0, -3)}aaa`
    const asked = [
      await fresh.inject({ url: '/notes/987654' }),
      await fresh.inject({ url: '/@nobody.here', headers: { 'accept-language': 'zh-CN' } }),
      await fresh.inject({ url: '/', headers: { cookie } }),
      await fresh.inject('/v1/notes/987654'),
      await fresh.inject('/healthz'),
      await fresh.inject({ url: media, headers: { cookie } }),
      await fresh.inject({
        method: 'POST',
        url: '/language',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: 'locale=en',
      }),
    ]
    expect(asked.map((said) => [said.raw.req.url, said.statusCode, said.headers['retry-after']])).toEqual(
      asked.map((said) => [said.raw.req.url, 503, '2']),
    )
  } finally {
    for (const one of cut) one.mockRestore()
    await fresh.close()
  }
})

it('asks its own API without taking from anybody’s limits', async () => {
  const strict = await testContext({ config: { rateLimits: true }, database: { connection: ctx.db.pool.options, url: '' } })
  const limited = await buildApp(strict, { pages: true })
  const take = vi.spyOn(strict.limits, 'count')
  const asked = async (url: string) => {
    take.mockClear()
    await limited.inject({ url, remoteAddress: '203.0.113.9' })
    return take.mock.calls.map(([name, key]) => `${name} ${key}`)
  }
  expect(await asked(`/oembed?url=${encodeURIComponent(`${ctx.config.origin}/notes/${note}`)}`)).toEqual(['reads n203.0.113.9'])
  expect(await asked('/sitemap.xml')).toEqual([])
  expect((await asked(`/notes/${note}`)).filter((one) => one.startsWith('reads') || one.includes('127.0.0.1'))).toEqual([])
  // The word that opens the door inside is not to be guessed.
  take.mockClear()
  await limited.inject({ url: '/v1/site', headers: { 'x-vermilion-inside': 'free undefined' } })
  expect(take).toHaveBeenCalled()
  await limited.close()
})

it('is installable in the reader’s language', async () => {
  const said = await get('/manifest.webmanifest', { 'accept-language': 'zh-CN' })
  expect(said.json()).toMatchObject({ lang: 'zh-Hans', display: 'standalone', start_url: '/' })
  for (const icon of said.json().icons) expect((await get(icon.src)).statusCode, icon.src).toBe(200)
  expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
})

it('sends a page in whatever form a browser takes, the same page each time, and in a crowd in the quickest', async () => {
  const plain = (await get('/rules')).rawPayload.toString()
  const read = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync }
  for (const encoding of ['br', 'gzip'] as const) {
    const said = await get('/rules', { 'accept-encoding': encoding })
    expect(said.headers['content-encoding']).toBe(encoding)
    expect(read[encoding](said.rawPayload).toString()).toBe(plain)
  }
  // Where both are read, the first time in the form that is made quickest, later in the smallest.
  const both = async (url: string) => {
    const said = await get(url, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    const encoding = said.headers['content-encoding'] as keyof typeof read
    expect(read[encoding](said.rawPayload).toString()).toContain('</html>')
    return encoding
  }
  expect(await both('/rules?again')).toBe('zstd')
  await vi.waitFor(async () => expect(await both('/rules?again')).toBe('br'), soon)
  // Of which it then is made for who reads neither.
  expect((await get('/rules?again')).body).toContain('</html>')
  expect(gunzipSync((await get('/rules?again', { 'accept-encoding': 'gzip' })).rawPayload).toString()).toContain('</html>')
  // As many different pages at once as a crowd opens.
  expect(new Set(await Promise.all(Array.from({ length: 24 }, (_, i) => both(`/rules?n=${i}`))))).toEqual(new Set(['zstd']))
})
