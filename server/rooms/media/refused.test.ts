import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { say } from '#server/platform/i18n.ts'
import { codeOf, openMedia } from '#tests/setup/media.ts'
import { cameraJpeg, corners, jpegBomb, movingGif, pngBomb } from '#tests/setup/pictures.ts'
import { uploadPicture } from './index.ts'
import { pipelineOf } from './pipeline.ts'

const { ctx, tess, upload, allFiles, leftovers, rows } = await openMedia()
// A picture that is taken makes the folders whose leftovers are looked for.
await upload(await corners())

const jpeg = await cameraJpeg(await corners(1200, 800), 1)
const png = await corners()
const gif = await movingGif(5)
const webp = await sharp(png).webp().toBuffer()
const avif = await sharp(png).avif({ effort: 0 }).toBuffer()
const half = (file: Buffer) => file.subarray(0, Math.floor(file.length / 2))
const broken = Buffer.from(jpeg)
broken.fill(0xff, 700, 1500)

const cases: [name: string, file: Buffer, code: string][] = [
  ['nothing', Buffer.alloc(0), 'media-empty'],
  ['a few bytes', Buffer.from('GIF'), 'media-not-a-picture'],
  [
    'SVG',
    Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>${' '.repeat(100)}`),
    'media-not-a-picture',
  ],
  ['HTML', Buffer.from(`<!doctype html><script>alert(1)</script>${' '.repeat(100)}`), 'media-not-a-picture'],
  ['PDF', Buffer.from(`%PDF-1.7${' '.repeat(100)}`), 'media-not-a-picture'],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'media-not-a-picture'],
  ['a video', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42\0\0\0\0mp42isom'), Buffer.alloc(100)]), 'media-is-a-video'],
  ['half a JPEG', half(jpeg), 'media-incomplete'],
  ['half a PNG', half(png), 'media-incomplete'],
  ['half a GIF', half(gif), 'media-incomplete'],
  ['half a WebP', half(webp), 'media-incomplete'],
  ['half an AVIF', half(avif), 'media-incomplete'],
  ['a PNG without its end', png.subarray(0, png.length - 4), 'media-incomplete'],
  ['a PNG of 2.5 gigapixels', pngBomb(50_000, 50_000), 'media-too-many-pixels'],
  ['a PNG of one endless row', pngBomb(40_000, 10), 'media-too-many-pixels'],
  ['a JPEG of 4 gigapixels', await jpegBomb(65_500, 65_500), 'media-too-many-pixels'],
  ['a PNG whose data end early', pngBomb(6000, 6000), 'media-broken'],
  ['26 MB', Buffer.concat([jpeg, Buffer.alloc(26 * 1024 * 1024)]), 'media-too-large'],
]

test.each(cases)('%s', async (_, file, code) => {
  const before = [await rows(), await allFiles()]
  const { workshop } = pipelineOf(ctx)
  const decoding = vi.spyOn(workshop, 'make')
  const result = await uploadPicture(ctx, tess, Readable.from([file.subarray(0, 100_000), file.subarray(100_000)]))
  // What can be told from the header is told without decoding a pixel.
  expect(decoding).toHaveBeenCalledTimes(code === 'media-broken' ? 1 : 0)
  decoding.mockRestore()
  expect(codeOf(result)).toBe(code)
  for (const locale of ['en', 'zh-Hans']) {
    expect(say(locale, code, { megabytes: 25 })).not.toBe(code)
    expect(say(locale, `${code}.detail`)).not.toBe(`${code}.detail`)
  }
  expect([await rows(), await allFiles()]).toEqual(before)
  expect(leftovers()).toEqual([])
})

test('a picture under a wrong name or type is what it is', async () => {
  // The verb is not even told the name; the content decides.
  expect((await upload(webp)).state).toBe('ready')
})

test('a picture whose files cannot be written leaves nothing', async () => {
  const before = [await rows(), await allFiles()]
  const { put } = ctx.storage
  let count = 0
  ctx.storage.put = async (key, bytes) => {
    if (++count === 3) throw new Error('ENOSPC: no space left on device')
    await put(key, bytes)
  }
  await expect(uploadPicture(ctx, tess, png)).rejects.toThrow('ENOSPC')
  ctx.storage.put = put
  expect([await rows(), await allFiles()]).toEqual(before)
})

test('a sender that disappears leaves nothing', async () => {
  const source = Readable.from(
    (async function* () {
      yield jpeg.subarray(0, 1000)
      throw new Error('aborted')
    })(),
  )
  await expect(uploadPicture(ctx, tess, source)).rejects.toThrow('aborted')
  expect(leftovers()).toEqual([])
})

test('a database that goes away under the last word of an upload: a row keeps its files', async () => {
  const lost: Context = {
    ...ctx,
    db: {
      ...ctx.db,
      tx: async (work) => {
        await ctx.db.tx(work)
        throw new Error('Connection terminated unexpectedly')
      },
    },
  }
  const before = await rows()
  await expect(uploadPicture(lost, tess, await corners(), {})).rejects.toThrow('Connection terminated')
  expect(await rows()).toBe((before ?? 0) + 1)
  const row = await ctx.db.one<{ master: string; variants: { key: string }[] }>(
    sql`select master, variants from media order by id desc limit 1`,
  )
  for (const key of [row?.master ?? '', ...(row?.variants ?? []).map((variant) => variant.key)])
    expect(await ctx.storage.stat(key), key).toBeDefined()
})
