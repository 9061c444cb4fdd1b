import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { asImage } from '#tests/setup/as-image.ts'
import { codeOf, openMedia } from '#tests/setup/media.ts'
import { cameraJpeg, corners, cornersOf, movingGif, photo, traces } from '#tests/setup/pictures.ts'
import { mediaByIds, uploadPicture } from './index.ts'
import { updateMedia } from './update-media.ts'

const { ctx, tess, xiaoman, upload, bytesOf, filesOf, runJobs } = await openMedia()

describe('what comes in', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stands upright and leaves no trace', async (orientation) => {
    const media = await upload(await cameraJpeg(await corners(), orientation))
    await runJobs()
    const whole = asImage((await mediaByIds(ctx, [media.id])).get(media.id))
    expect([whole.width, whole.height]).toEqual([600, 400])
    expect(whole.variants.map((variant) => `${variant.type} ${variant.width}×${variant.height}`)).toEqual([
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
