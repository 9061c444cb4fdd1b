import heif from 'libheif-js/wasm-bundle.js'
import { expect, test } from 'vitest'
import { heicGrid } from '#tests/setup/heic.ts'
import { decode, type Inspected, inspect } from './decode.ts'
import { HeicDecoder } from './heic.ts'
import { type HeicTiles, withHeic } from './heic-tiles.ts'
import { HeicUncut } from './heic-uncut.ts'

// Neither side is a whole number of tiles: turned or mirrored, the incomplete ones stand first.
const size = { width: 1500, height: 900 }
const megabyte = 1024 * 1024

const pixelsOf = (file: Buffer, how: 'writeTo' | 'writeWholeTo') =>
  withHeic(file, (picture: HeicTiles) => {
    const pixels = new Uint8Array(picture.width * picture.height * 3)
    picture[how](pixels)
    return { width: picture.width, height: picture.height, pixels }
  })

/** The colours 20 pixels from the corners, clockwise from the top left. */
const cornersIn = ({ width, height, pixels }: ReturnType<typeof pixelsOf>): string => {
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray((y * width + x) * 3)
    return red > 180 ? (green > 180 ? 'white' : 'red') : green > blue ? 'green' : 'blue'
  }
  return [at(20, 20), at(width - 20, 20), at(width - 20, height - 20), at(20, height - 20)].join(' ')
}

test.each([
  [{}, 'red green white blue'],
  [{ turns: 1 }, 'green white blue red'],
  [{ turns: 2 }, 'white blue red green'],
  [{ turns: 3 }, 'blue red green white'],
  [{ mirrored: true }, 'green red blue white'],
  [{ turns: 1, mirrored: true }, 'white green red blue'],
  [{ turns: 3, mirrored: true }, 'red blue white green'],
])('tile by tile the picture is the same as decoded whole: %j', (turned, corners) => {
  const file = heicGrid({ ...size, ...turned })
  const tiled = pixelsOf(file, 'writeTo')
  const whole = pixelsOf(file, 'writeWholeTo')
  expect([tiled.width, tiled.height]).toEqual([whole.width, whole.height])
  // Colours are stored at half the size, and are rounded differently at the edge of a tile.
  let apart = 0
  for (let i = 0; i < whole.pixels.length; i++) if (Math.abs((whole.pixels[i] ?? 0) - (tiled.pixels[i] ?? 0)) > 40) apart++
  expect(apart / whole.pixels.length).toBeLessThan(0.005)
  expect(cornersIn(tiled)).toBe(corners)
})

test('a grid of 48 megapixels is decoded in the memory of one tile', () => {
  const { width, height } = pixelsOf(heicGrid({ width: 8064, height: 6048 }), 'writeTo')
  expect([width, height]).toEqual([8064, 6048])
  // It never shrinks: what it is now is what it was at its largest.
  expect(heif.HEAPU8.length).toBeLessThan(48 * megabyte)
})

test('a picture in one piece is decoded as far as memory allows', () => {
  const file = heicGrid({ width: 6144, height: 5120 })
  expect(() => pixelsOf(file, 'writeWholeTo')).toThrow(HeicUncut)
  expect(() => pixelsOf(heicGrid(size), 'writeWholeTo')).not.toThrow()
})

test('a grid whose tile is missing is refused, not painted grey', async () => {
  const file = heicGrid(size)
  const broken = Buffer.from(file)
  // The tile claims more bytes than there are.
  broken.writeUInt32BE(0x7fffffff, file.length - 183 + 4)
  const heic = new HeicDecoder()
  try {
    const seen = (await inspect(broken)) as Inspected
    expect(seen.format).toBe('heic')
    await expect(decode(broken, seen, heic)).rejects.toThrow('libheif')
    expect(await decode(file, seen, heic)).toMatchObject(size)
  } finally {
    await heic.stop()
  }
})
