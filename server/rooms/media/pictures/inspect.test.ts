import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { threadCpu } from '#tests/setup/cost.ts'
import { corners, movingGif, photo } from '#tests/setup/pictures.ts'
import { decode, inspect, masterSize } from './decode.ts'
import { HeicDecoder } from './heic.ts'
import { structureOf } from './inspect.ts'
import { limits } from './limits.ts'

const heic = new HeicDecoder()
const png = await corners(120, 80)
const samples: Record<string, Buffer> = {
  jpeg: await sharp(png).jpeg().toBuffer(),
  progressive: await sharp(png).jpeg({ progressive: true }).toBuffer(),
  png,
  webp: await sharp(png).webp().toBuffer(),
  gif: await movingGif(3),
  avif: await sharp(png).avif({ effort: 0 }).toBuffer(),
}

/** The same numbers in every run, so that a failure can be looked at again. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

describe.each(Object.entries(samples))('%s', (name, file) => {
  test('whole it passes; cut anywhere it is never taken for whole', async () => {
    expect(await inspect(file)).toMatchObject({ format: name === 'progressive' ? 'jpeg' : name })
    for (let length = 0; length < file.length - 2; length += Math.max(1, Math.floor(file.length / 97))) {
      const seen = await inspect(file.subarray(0, length))
      // A GIF without its trailer after a whole frame is what browsers show, too.
      if (name === 'gif' && typeof seen !== 'string') continue
      expect(typeof seen, `${length} of ${file.length}`).toBe('string')
    }
  })

  test('something behind its end does no harm', async () => {
    if (name === 'avif') return
    expect(await inspect(Buffer.concat([file, Buffer.from('<script>alert(1)</script>')]))).toMatchObject({ animated: name === 'gif' })
  })

  test('damaged at random it is refused or decoded, and nothing hangs', async () => {
    const roll = dice(file.length)
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(file)
      for (let i = 0; i < 1 + roll() * 8; i++) broken[Math.floor(roll() * broken.length)] = Math.floor(roll() * 256)
      const seen = await inspect(broken)
      if (typeof seen === 'string') continue
      const pixels = await decode(broken, seen, heic).catch(() => undefined)
      if (pixels) expect(pixels.data.length).toBe(pixels.width * pixels.height * pixels.channels)
    }
  })
})

test('files made of countless parts are refused in no time', async () => {
  const size = 24 * 1024 * 1024
  const boxes = Buffer.alloc(size)
  for (let at = 0; at < size; at += 8) boxes.writeUInt32BE(8, at)
  boxes.set(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))
  const chunks = Buffer.alloc(size)
  chunks.set(Buffer.from('89504e470d0a1a0a', 'hex'))
  const gif = Buffer.concat([Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'), Buffer.alloc(size, Buffer.from([0x21, 0xfe, 0]))])
  for (const [file, format] of [
    [boxes, 'heic'],
    [chunks, 'png'],
    [gif, 'gif'],
  ] as const) {
    const work = await threadCpu(async () => {
      expect(structureOf(file, format)).toBe('excessive')
      expect(await inspect(file)).toBe('too-many-pixels')
    })
    expect(work).toBeLessThan(500)
  }
})

test('a cut HEIC is incomplete wherever it is cut', ({ skip }) => {
  const file = photo('iphone-5195.heic')
  if (!file) return skip('the photos of ../shared/data are not here')
  expect(structureOf(file, 'heic')).toBe('whole')
  const roll = dice(5)
  for (let round = 0; round < 200; round++)
    expect(structureOf(file.subarray(0, 40 + Math.floor(roll() * (file.length - 41))), 'heic')).toBe('incomplete')
})

test.each([
  [4032, 3024, 2560, 1920],
  [1080, 2400, 1080, 2400],
  [1080, 9000, 1080, 9000],
  [1170, 30_000, 624, 16_000],
  [200, 100, 200, 100],
  [20_000, 1, 16_000, 1],
])('%i × %i is kept as %i × %i', (width, height, toWidth, toHeight) => {
  expect(masterSize(width, height)).toEqual({ width: toWidth, height: toHeight })
  expect(toWidth * toHeight).toBeLessThanOrEqual(limits.pixels)
})
