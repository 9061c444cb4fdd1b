import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testContext } from '#tests/setup/database.ts'
import { corners, cornersOf, movingGif, pngBomb } from '#tests/setup/pictures.ts'
import { mediaJobs } from './index.ts'
import { textCardTemplates } from './text-cards/draw-card.ts'

const ctx = await testContext()
const app = await buildApp(ctx, { strict: true })

const signUp = async (handle: string): Promise<string> => {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/sign-up',
    payload: { handle, password: 'a long enough sentence 7', language: 'en' },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().token
}
const token = await signUp('tess_rowan')
const other = await signUp('xiaoman')
const picture = await corners()

interface Part {
  name: string
  value: string | Buffer
  filename?: string
  type?: string
}

/** A form as a browser sends it. */
const form = (parts: Part[]) => {
  const edge = 'xVermilionBoundaryx'
  const body = parts.flatMap(({ name, value, filename, type }) => [
    `--${edge}\r\ncontent-disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n${type ? `content-type: ${type}\r\n` : ''}\r\n`,
    value,
    '\r\n',
  ])
  return {
    payload: Buffer.concat([...body, `--${edge}--\r\n`].map((piece) => Buffer.from(piece))),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}
const post = (parts: Part[], headers: Record<string, string> = {}, as = token) => {
  const { payload, headers: own } = form(parts)
  return app.inject({ method: 'POST', url: '/v1/media', payload, headers: { authorization: `Bearer ${as}`, ...own, ...headers } })
}
const file = (value: Buffer, filename = 'IMG_0001.PNG', type = 'image/png'): Part => ({ name: 'file', value, filename, type })
const call = (
  method: 'GET' | 'PATCH' | 'DELETE' | 'POST',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
  as: string | null = token,
) => app.inject({ method, url, ...(payload ? { payload } : {}), headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers } })

test('upload, read, change, serve, delete', async () => {
  for (const parts of [
    [file(picture), { name: 'alt', value: '橘猫 Mochi' }],
    [{ name: 'alt', value: '橘猫 Mochi' }, file(picture)],
  ]) {
    const answer = await post(parts)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({ state: 'ready', kind: 'image', width: 600, height: 400, alt: '橘猫 Mochi' })
  }
  const media = (await post([file(picture)])).json()
  expect((await call('GET', `/v1/media/${media.id}`)).json()).toEqual(media)
  expect((await call('GET', `/v1/media/${media.id}`, undefined, {}, other)).statusCode).toBe(404)
  expect((await call('GET', `/v1/media/${media.id}`, undefined, {}, null)).statusCode).toBe(401)

  const changed = await call('PATCH', `/v1/media/${media.id}`, { alt: 'A paw', crop: { x: 0, y: 0, width: 0.5, height: 0.5 } })
  expect(changed.json()).toMatchObject({ alt: 'A paw', width: 300, height: 200 })
  // Nothing shows it yet: whoever was told the address may look, and nobody keeps it. What was cut away is its owner's alone.
  const told = await app.inject({ url: changed.json().url })
  expect([told.statusCode, told.headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect((await app.inject({ url: media.url })).statusCode).toBe(404)
  const served = await call('GET', changed.json().url)
  expect(await cornersOf(served.rawPayload)).toBe('red red red red')
  expect((await call('PATCH', `/v1/media/${media.id}`, { alt: 'x'.repeat(1501) })).statusCode).toBe(400)
  expect((await call('PATCH', `/v1/media/${media.id}`, { crop: { x: 0.9, y: 0, width: 0.5, height: 1 } })).statusCode).toBe(400)

  expect((await call('DELETE', `/v1/media/${media.id}`, undefined, {}, other)).statusCode).toBe(404)
  expect((await call('DELETE', `/v1/media/${media.id}`)).statusCode).toBe(204)
  await ctx.jobs.runDue(mediaJobs)
  expect((await app.inject({ url: changed.json().url })).statusCode).toBe(404)
})

test('the content decides, not the name', async () => {
  const gif = await post([file(await movingGif(2), 'photo.jpg', 'image/jpeg')])
  expect(gif.statusCode).toBe(201)
  const html = await post([file(Buffer.from(`<!doctype html><script>1</script>${' '.repeat(200)}`), 'cat.png', 'image/png')])
  expect([html.statusCode, html.json().code]).toEqual([415, 'media-not-a-picture'])
})

test('refusals speak the caller’s language', async () => {
  const bomb = pngBomb(50_000, 50_000)
  const english = await post([file(bomb)], { 'accept-language': 'en' })
  expect(english.headers['content-type']).toContain('application/problem+json')
  expect(english.json()).toMatchObject({ status: 422, code: 'media-too-many-pixels' })
  const chinese = await app.inject({
    method: 'POST',
    url: '/v1/media?lang=zh-Hans',
    ...(() => {
      const { payload, headers } = form([file(bomb)])
      return { payload, headers: { ...headers, authorization: `Bearer ${token}` } }
    })(),
  })
  expect(chinese.json()).toMatchObject({
    code: 'media-too-many-pixels',
    title: '图片像素太高了',
    detail: '最高支持 50 百万像素，请缩小后再试。',
  })
})

test.each([
  ['no form', { payload: '{}', headers: { 'content-type': 'application/json' } }, 'media-no-file'],
  [
    'an endless boundary',
    { payload: 'x', headers: { 'content-type': `multipart/form-data; boundary=${'b'.repeat(300)}` } },
    'media-no-file',
  ],
  ['no file', form([{ name: 'alt', value: 'x' }]), 'media-no-file'],
  ['another field', form([{ ...file(Buffer.from('x')), name: 'picture' }]), 'media-no-file'],
  ['an empty file', form([file(Buffer.alloc(0))]), 'media-empty'],
  ['too large a file', form([file(Buffer.concat([picture, Buffer.alloc(25 * 1024 * 1024)]))]), 'media-too-large'],
])('%s', async (_, { payload, headers }, code) => {
  const answer = await app.inject({ method: 'POST', url: '/v1/media', payload, headers: { ...headers, authorization: `Bearer ${token}` } })
  expect(answer.json().code).toBe(code)
})

test('what says it is huge is not read at all', async () => {
  const { headers } = form([])
  // Nothing of it ever comes: whoever waited for it would wait for ever.
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/media',
    payload: new Readable({ read() {} }),
    headers: { ...headers, 'content-length': '3000000000', authorization: `Bearer ${token}` },
  })
  expect(answer.json().code).toBe('media-too-large')
})

test('a picture without a file name, or without a type, is taken', async () => {
  for (const part of [
    { name: 'file', value: picture, type: 'image/png' },
    { name: 'file', value: picture },
  ]) {
    const answer = await post([part, { name: 'alt', value: 'Mochi' }])
    expect([answer.statusCode, answer.json().alt], answer.body).toEqual([201, 'Mochi'])
  }
  expect((await post([{ name: 'file', value: 'only words' }])).json().code).toBe('media-not-a-picture')
})

test('the same key uploads once', async () => {
  const [one, two] = [await post([file(picture)], { 'idempotency-key': 'k1' }), await post([file(picture)], { 'idempotency-key': 'k1' })]
  expect([one.statusCode, two.statusCode]).toEqual([201, 201])
  expect(two.json().id).toBe(one.json().id)
  expect((await post([file(picture)], { 'idempotency-key': 'k1' }, other)).json().id).not.toBe(one.json().id)
})

test('the door: in parts, and nothing outside', async () => {
  const media = (await post([file(picture)])).json()
  await call('PATCH', '/v1/me', { avatar: media.id })
  const whole = await app.inject({ url: media.url })
  expect(whole.statusCode).toBe(200)
  expect(whole.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'content-length': String(whole.rawPayload.length),
  })
  expect(whole.headers['content-security-policy']).toContain('sandbox')
  const tag = String(whole.headers.etag)
  expect((await app.inject({ url: media.url, headers: { 'if-none-match': `W/${tag}` } })).statusCode).toBe(304)
  const head = await app.inject({ method: 'HEAD', url: media.url })
  expect([head.statusCode, head.headers['content-length'], head.rawPayload.length]).toEqual([200, String(whole.rawPayload.length), 0])

  const part = (range: string, more = {}) => app.inject({ url: media.url, headers: { range, ...more } })
  const size = whole.rawPayload.length
  for (const [range, from, to] of [
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, size],
    ['bytes=-7', size - 7, size],
    [`bytes=5-${size + 100}`, 5, size],
  ] as const) {
    const answer = await part(range)
    expect(answer.statusCode, range).toBe(206)
    expect(answer.rawPayload.equals(whole.rawPayload.subarray(from, to)), range).toBe(true)
    expect(answer.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${size}`)
  }
  expect((await part(`bytes=${size}-`)).statusCode).toBe(416)
  for (const range of ['bytes=5-2', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-']) expect((await part(range)).statusCode, range).toBe(200)
  expect((await part('bytes=0-9', { 'if-range': '"older"' })).statusCode).toBe(200)

  const folder = media.url.slice(0, media.url.lastIndexOf('/'))
  for (const url of [
    '/media/../postgres/PG_VERSION',
    '/media/..%2f..%2f..%2fetc%2fpasswd',
    '/media/%2e%2e/%2e%2e/x.webp',
    `${folder}/../../../../x.webp`,
    `${folder}`,
    `${folder}/`,
    '/media/',
    '/media/.tmp/x.webp',
    '/media/p/a\0b.webp',
    `${media.url}.html`,
    media.url.replace('.webp', '.svg'),
    '/media/%00.webp',
    '/media/%zz.webp',
  ]) {
    const answer = await app.inject({ url })
    expect([400, 404], `${url} ${answer.statusCode}`).toContain(answer.statusCode)
  }
})

test('text cards: templates, samples, preview, and the card itself', async () => {
  const english = (await call('GET', '/v1/text-card-templates?lang=en', undefined, {}, null)).json().items
  const chinese = (await call('GET', '/v1/text-card-templates?lang=zh-Hans', undefined, {}, null)).json().items
  expect(english.map((one: { name: string }) => one.name)).toEqual(textCardTemplates)
  expect(english.length).toBeGreaterThanOrEqual(12)
  for (const [index, one] of english.entries()) {
    expect(one.label).not.toContain('text-card')
    expect(chinese[index].label).toMatch(/\p{Script=Han}/u)
  }
  const sample = await app.inject({ url: chinese[0].preview })
  expect([sample.statusCode, sample.headers['content-type']]).toEqual([200, 'image/webp'])
  expect((await sharp(sample.rawPayload).metadata()).width).toBe(270)
  expect((await app.inject({ url: '/v1/text-card-templates/none/sample' })).statusCode).toBe(404)

  const ask = '/v1/text-cards/preview?template=poster&text=%E4%BD%A0%E5%A5%BD'
  expect((await call('GET', ask, undefined, {}, null)).statusCode).toBe(401)
  const preview = await call('GET', ask)
  expect([preview.statusCode, preview.headers['content-type'], (await sharp(preview.rawPayload).metadata()).width]).toEqual([
    200,
    'image/webp',
    540,
  ])
  expect((await call('GET', '/v1/text-cards/preview?template=none&text=x')).json().code).toBe('text-card-template-unknown')

  const card = await call('POST', '/v1/media/text-cards', { template: 'jade', text: '周末去爬山，风把帽子吹走了三次' })
  expect(card.statusCode).toBe(201)
  expect(card.json()).toMatchObject({ width: 1080, height: 1440, textCard: 'jade', alt: '周末去爬山，风把帽子吹走了三次' })
})

test('over a real connection the reason arrives, however much is being sent', async () => {
  const at = await app.listen({ port: 0, host: '127.0.0.1' })
  const send = async (bytes: Buffer, known: boolean) => {
    const { payload, headers } = form([file(bytes)])
    const body = known ? new Uint8Array(payload) : new Blob([new Uint8Array(payload)]).stream()
    const answer = await fetch(`${at}/v1/media`, {
      method: 'POST',
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(known ? {} : { duplex: 'half' as const }),
    })
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }
  const huge = Buffer.concat([picture, Buffer.alloc(60 * 1024 * 1024)])
  expect(await send(huge, true)).toEqual([413, 'media-too-large'])
  expect(await send(huge, false)).toEqual([413, 'media-too-large'])
  expect(await send(Buffer.alloc(20 * 1024 * 1024, 'no picture '), false)).toEqual([415, 'media-not-a-picture'])
  expect((await send(picture, false))[0]).toBe(201)
  await app.close()
})
