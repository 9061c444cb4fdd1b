import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { say } from '#server/platform/i18n.ts'
import { testContext } from '#tests/setup/database.ts'
import { cameraJpeg, corners, cornersOf, jpegBomb, movingGif, photo, pngBomb, traces } from '#tests/setup/pictures.ts'
import { getMedia } from './get-media.ts'
import { attachMedia, deleteMedia, makeTextCard, mediaByIds, mediaJobs, releaseMedia, updateMedia, uploadPicture } from './index.ts'
import { pipelineOf } from './pipeline.ts'
import type { Media } from './schema.ts'

let turned = 0
let jumped = 0
/** Time that passes shows on both clocks; a jump on the calendar only. */
const clock = { now: () => new Date(Date.now() + turned + jumped), monotonic: () => performance.now() + turned }
const ctx = await testContext({ clock })

const person = async (handle: string) => {
  const accountId = ctx.ids.next()
  await ctx.db.run(sql`insert into account (id, handle, display_name) values (${accountId}, ${handle}, ${handle})`)
  return { accountId }
}
const tess = await person('tess')
const xiaoman = await person('xiaoman')

const upload = async (file: Buffer, who = tess): Promise<Media> => {
  const result = await uploadPicture(ctx, who, file, { alt: 'Mochi' })
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code)
const keyOf = (url: string) => url.replace('/media/', '')
const bytesOf = async (url: string) => {
  const file = await ctx.storage.read(keyOf(url))
  if (!file) throw new Error(`no file at ${url}`)
  return file
}
const allFiles = async (context: Context = ctx) => {
  const keys: string[] = []
  for await (const file of context.storage.list('')) keys.push(file.key)
  return keys.sort()
}
const filesOf = async (media: Media) => (await allFiles()).filter((key) => key.includes(`/${media.id}-`))
const leftovers = () => ['uploads', 'media/.tmp'].flatMap((folder) => readdirSync(join(ctx.config.dataDir, folder), { encoding: 'utf8' }))
const rows = async () => (await ctx.db.one<{ count: number }>(sql`select count(*)::int as count from media`))?.count
const runJobs = () => ctx.jobs.runDue(mediaJobs)

describe('what comes in', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stands upright and leaves no trace', async (orientation) => {
    const media = await upload(await cameraJpeg(await corners(), orientation))
    await runJobs()
    const [whole] = (await mediaByIds(ctx, [media.id])).values()
    expect([whole?.width, whole?.height]).toEqual([600, 400])
    expect(whole?.variants.map((variant) => `${variant.type} ${variant.width}×${variant.height}`)).toEqual([
      'image/avif 600×400',
      'image/avif 360×240',
      'image/webp 600×400',
      'image/webp 360×240',
      'image/jpeg 600×400',
    ])
    for (const key of await filesOf(media)) {
      const file = await ctx.storage.read(key)
      if (!file) throw new Error(key)
      expect(await cornersOf(file), key).toBe('red green blue white')
      const seen = await sharp(file).metadata()
      expect([seen.exif, seen.xmp, seen.iptc, seen.icc, seen.orientation], key).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(traces(file), key).toEqual([])
    }
  })

  test.each([
    ['png', 'png'],
    ['webp', 'webp'],
    ['avif', 'avif'],
    ['gif', 'gif'],
    ['jpeg', 'jpeg'],
  ] as const)('%s', async (_, format) => {
    const file = await sharp(await corners())
      .toFormat(format)
      .toBuffer()
    const media = await upload(file)
    expect(await cornersOf(await bytesOf(media.url))).toBe('red green blue white')
    expect(media).toMatchObject({ state: 'ready', kind: 'image', alt: 'Mochi', textCard: null })
    expect(media.thumbhash).toMatch(/^[A-Za-z0-9+/]{20,40}=*$/)
    expect(media.color).toMatch(/^#[0-9a-f]{6}$/)
  })

  test('grey, sixteen bits, transparent and printer colours become what screens show', async () => {
    const source = await corners(400, 400)
    for (const file of [
      await sharp(source).greyscale().png().toBuffer(),
      await sharp(source).toColourspace('rgb16').png().toBuffer(),
      await sharp(source).toColourspace('cmyk').jpeg().toBuffer(),
      await sharp(source).greyscale().ensureAlpha(0.5).png().toBuffer(),
    ]) {
      const media = await upload(file)
      expect((await sharp(await bytesOf(media.url)).metadata()).space).toBe('srgb')
    }
    const clear = await upload(await sharp(source).ensureAlpha(0).png().toBuffer())
    const jpeg = clear.variants.find((variant) => variant.type === 'image/jpeg')
    const { data } = await sharp(await bytesOf(jpeg?.url ?? ''))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })

  test('a large photo is served 1080 and 360 wide; a long screenshot stays readable', async () => {
    const large = await upload(
      await sharp(await corners(3000, 4000))
        .jpeg()
        .toBuffer(),
    )
    expect([large.width, large.height]).toEqual([1920, 2560])
    expect(large.variants.map((variant) => variant.width)).toEqual([1080, 360, 1080])
    const long = await upload(
      await sharp(await corners(1080, 9000))
        .png()
        .toBuffer(),
    )
    expect([long.width, long.height]).toEqual([1080, 9000])
  })

  test('a GIF keeps moving, and crops as it moves', async () => {
    const media = await upload(await movingGif(12))
    expect((await sharp(await bytesOf(media.url)).metadata()).pages).toBe(12)
    const cropped = await updateMedia(ctx, tess, media.id, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } })
    if (!cropped.ok) throw new Error(cropped.problem.code)
    const seen = await sharp(await bytesOf(cropped.value.url), { animated: true }).metadata()
    expect([seen.pages, seen.width, seen.pageHeight]).toEqual([12, 40, 60])
    await runJobs()
    expect((await mediaByIds(ctx, [media.id])).get(media.id)?.variants.some((variant) => variant.type === 'image/avif')).toBe(false)
    const still = await upload(await movingGif(260, 20, 20))
    expect((await sharp(await bytesOf(still.url)).metadata()).pages).toBeUndefined()
  })

  test('the same photo by six at once is six pictures', async () => {
    const file = await cameraJpeg(await corners(), 6)
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => upload(file, i % 2 ? tess : xiaoman)))
    expect(new Set(all.map((media) => media.id)).size).toBe(6)
    expect(new Set(all.flatMap((media) => media.variants.map((variant) => variant.url))).size).toBe(18)
    for (const media of all) expect(await cornersOf(await bytesOf(media.url))).toBe('red green blue white')
  })

  test('addresses cannot be guessed and never change', async () => {
    const media = await upload(await corners())
    expect(media.url).toMatch(new RegExp(`^/media/p/[0-9a-f]{2}/${media.id}-[0-9a-f]{24}/600-[0-9a-f]{16}\\.webp$`))
  })
})

describe('real photos', () => {
  test.for(['iphone-5195.heic', 'orientation-6.jpg', 'orientation-8.jpg', 'gps-DSCN0010.jpg', 'chelsea.png', 'hubble_deep_field.jpg'])(
    '%s',
    async (name, { skip }) => {
      const file = photo(name)
      if (!file) return skip('the photos of ../shared/data are not here')
      const media = await upload(file)
      await runJobs()
      for (const key of await filesOf(media)) {
        const kept = await ctx.storage.read(key)
        expect(traces(kept ?? Buffer.alloc(0)), key).toEqual([])
      }
      const upright: Record<string, [number, number]> = {
        'iphone-5195.heic': [1983, 2560],
        'orientation-6.jpg': [1800, 1200],
        'orientation-8.jpg': [1200, 1800],
      }
      if (upright[name]) expect([media.width, media.height]).toEqual(upright[name])
    },
  )

  test('a HEIC keeps its colours, and is refused when a part is missing', async ({ skip }) => {
    const file = photo('iphone-5195.heic')
    if (!file) return skip('the photos of ../shared/data are not here')
    const media = await upload(file)
    const { channels } = await sharp(await bytesOf(media.url)).stats()
    // Decoded without its Display P3 profile the blue channel comes out near 119.
    expect(channels[2]?.mean).toBeGreaterThan(117)
    expect(channels[2]?.mean).toBeLessThan(118.6)
    for (const cut of [100, file.length / 2, file.length - 1])
      expect(codeOf(await uploadPicture(ctx, tess, file.subarray(0, cut)))).toMatch(/media-(incomplete|broken)/)
  })
})

describe('what is refused', async () => {
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
    [
      'a video',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42\0\0\0\0mp42isom'), Buffer.alloc(100)]),
      'media-is-a-video',
    ],
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
})

describe('afterwards', () => {
  test('a crop changes what is served, can be taken back, and its old files go', async () => {
    const media = await upload(await corners())
    const cropped = await updateMedia(ctx, tess, media.id, { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 }, alt: 'Her tail' })
    if (!cropped.ok) throw new Error(cropped.problem.code)
    expect(cropped.value).toMatchObject({ width: 300, height: 200, alt: 'Her tail' })
    expect(await cornersOf(await bytesOf(cropped.value.url))).toBe('blue blue blue blue')
    await runJobs()
    const withAvif = (await mediaByIds(ctx, [media.id])).get(media.id)
    expect(withAvif?.variants.filter((variant) => variant.type === 'image/avif').map((variant) => variant.width)).toEqual([300])
    expect(await ctx.storage.stat(keyOf(media.url))).toBeDefined()
    await ctx.db.run(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
    await runJobs()
    expect(await ctx.storage.stat(keyOf(media.url))).toBeUndefined()
    const back = await updateMedia(ctx, tess, media.id, { crop: null })
    if (!back.ok) throw new Error(back.problem.code)
    expect(back.value).toMatchObject({ width: 600, height: 400 })
    expect(await cornersOf(await bytesOf(back.value.url))).toBe('red green blue white')
    await ctx.db.run(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
    await runJobs()
    for (const variant of (await mediaByIds(ctx, [media.id])).get(media.id)?.variants ?? [])
      expect(await ctx.storage.stat(keyOf(variant.url)), variant.url).toBeDefined()
    expect(await filesOf(media)).toHaveLength(6)
  })

  test('two crops at once: the row and its files agree', async () => {
    const media = await upload(await corners())
    await Promise.all([0.1, 0.2, 0.3].map((x) => updateMedia(ctx, tess, media.id, { crop: { x, y: 0, width: 0.5, height: 1 } })))
    await runJobs()
    const after = (await mediaByIds(ctx, [media.id])).get(media.id)
    for (const variant of after?.variants ?? []) expect((await sharp(await bytesOf(variant.url)).metadata()).width).toBe(variant.width)
    expect(after?.variants).toHaveLength(3)
  })

  test('twenty crops at once: the last one wins, few are rendered, no file is left without a name', async () => {
    const media = await upload(await corners())
    const rendering = vi.spyOn(pipelineOf(ctx).workshop, 'crop')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        updateMedia(ctx, tess, media.id, {
          crop: { x: i / 100, y: 0, width: 0.5, height: 1 },
          ...(i === 7 ? { alt: 'said in between' } : {}),
        }),
      ),
    )
    expect(rendering.mock.calls.length).toBeLessThanOrEqual(3)
    rendering.mockRestore()
    const after = (await mediaByIds(ctx, [media.id])).get(media.id)
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(answers.at(-1)).toMatchObject({ ok: true, value: { url: after?.url } })
    expect(after?.alt).toBe('said in between')
    const row = await ctx.db.one<{ x: number }>(sql`select (crop->>'x')::float8 as x from media where id = ${media.id}`)
    expect(row?.x).toBe(0.19)
    await ctx.db.run(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
    await runJobs()
    await runJobs()
    const named = (await mediaByIds(ctx, [media.id])).get(media.id)?.variants.map(({ url }) => keyOf(url)) ?? []
    expect((await filesOf(media)).filter((key) => !key.includes('/master-'))).toEqual(named.sort())
  })

  test('only its owner sees and changes an upload', async () => {
    const media = await upload(await corners())
    expect(codeOf(await getMedia(ctx, xiaoman, media.id))).toBe('not-found')
    expect(codeOf(await updateMedia(ctx, xiaoman, media.id, { alt: 'mine' }))).toBe('not-found')
    expect(codeOf(await deleteMedia(ctx, xiaoman, media.id))).toBe('not-found')
    expect((await getMedia(ctx, tess, media.id)).ok).toBe(true)
  })

  test('pictures are attached in order, one’s own only', async () => {
    const [one, two] = [await upload(await corners()), await upload(await corners())]
    const other = await upload(await corners(), xiaoman)
    const attached = await ctx.db.tx((tx) => attachMedia(tx, [two.id, one.id], tess.accountId))
    expect(attached.ok && attached.value.map((media) => media.id)).toEqual([two.id, one.id])
    expect(codeOf(await ctx.db.tx((tx) => attachMedia(tx, [one.id, other.id], tess.accountId)))).toBe('media-unusable')
    expect(codeOf(await ctx.db.tx((tx) => attachMedia(tx, ['1'], tess.accountId)))).toBe('media-unusable')
  })

  test('deleting takes all files along', async () => {
    const media = await upload(await corners())
    await runJobs()
    expect(await filesOf(media)).toHaveLength(6)
    expect((await deleteMedia(ctx, tess, media.id)).ok).toBe(true)
    await runJobs()
    expect(await filesOf(media)).toEqual([])
    expect(codeOf(await getMedia(ctx, tess, media.id))).toBe('not-found')
  })

  test('the sweep takes what nobody shows and what a crash left, and nothing else', async () => {
    const used = await upload(await corners())
    const letGo = await upload(await corners())
    const loose = await upload(await corners())
    await runJobs()
    await ctx.db.tx((tx) => attachMedia(tx, [used.id, letGo.id], tess.accountId))
    const orphan = `p/ab/${ctx.ids.next()}-${'0'.repeat(24)}/1080-0123456789abcdef.webp`
    const extra = `${keyOf(used.url).split('/').slice(0, 3).join('/')}/360-fedcba9876543210.webp`
    await ctx.storage.put(orphan, Buffer.from('left by a killed process'))
    await ctx.storage.put(extra, Buffer.from('a rendition no row names'))
    mkdirSync(join(ctx.config.dataDir, 'uploads'), { recursive: true })
    for (const name of ['uploads/1-half', 'media/.tmp/1-half']) {
      const path = join(ctx.config.dataDir, name)
      writeFileSync(path, 'half')
      utimesSync(path, new Date(0), new Date(0))
    }
    const sweep = async () => {
      await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.sweep', {}))
      await runJobs()
      await runJobs()
    }
    await sweep()
    // Young: an upload may be under way.
    expect(await ctx.storage.stat(orphan)).toBeDefined()
    expect(leftovers()).toEqual([])

    turned = 3 * 3_600_000
    await sweep()
    expect(await ctx.storage.stat(orphan)).toBeUndefined()
    expect(await ctx.storage.stat(extra)).toBeUndefined()
    expect(await filesOf(loose)).toHaveLength(6)

    await ctx.db.tx((tx) => releaseMedia(tx, [letGo.id], tess.accountId))
    turned = 49 * 3_600_000
    await sweep()
    turned = 0
    expect(await filesOf(loose)).toEqual([])
    expect(await filesOf(letGo)).toEqual([])
    expect(await filesOf(used)).toHaveLength(6)
    expect((await getMedia(ctx, tess, used.id)).ok).toBe(true)
  })

  test('a calendar that jumps ahead makes nothing old', async () => {
    const fresh = await upload(await corners())
    const orphan = `p/ab/${ctx.ids.next()}-${'1'.repeat(24)}/1080-0123456789abcdef.webp`
    await ctx.storage.put(orphan, Buffer.from('its row is being written'))
    await runJobs()
    const sweep = async () => {
      await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.sweep', {}))
      await runJobs()
      await runJobs()
    }
    for (const days of [1, 3]) {
      jumped = days * 24 * 3_600_000
      await sweep()
      expect(await ctx.storage.stat(orphan)).toBeDefined()
      expect(await filesOf(fresh)).toHaveLength(6)
    }
    turned = 50 * 3_600_000
    await sweep()
    turned = jumped = 0
    expect(await ctx.storage.stat(orphan)).toBeUndefined()
    expect(await filesOf(fresh)).toEqual([])
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

  test('a text card is a picture with its words as alt text', async () => {
    const card = await makeTextCard(ctx, tess, { template: 'letter', title: '搬家', text: 'The first week in 成都 🐼' })
    if (!card.ok) throw new Error(card.problem.code)
    expect(card.value).toMatchObject({
      width: 1080,
      height: 1440,
      textCard: 'letter',
      alt: '搬家\nThe first week in 成都 🐼',
      state: 'ready',
    })
    expect(codeOf(await makeTextCard(ctx, tess, { template: 'none', text: 'x' }))).toBe('text-card-template-unknown')
    // Nothing to draw is no reason to refuse a note: the card shows a heart.
    expect(codeOf(await makeTextCard(ctx, tess, { template: 'letter', text: '🐼🐼' }))).toBe('ok')
  })
})
