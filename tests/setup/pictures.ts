import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Photos that are not part of the repository: beside the checkout where there are some. */
const photos = join(import.meta.dirname, '../../../shared/data/photos')

/** Undefined where the photos are not at hand; the test then says that it was skipped. */
export const photo = (name: string): Buffer | undefined => (existsSync(join(photos, name)) ? readFileSync(join(photos, name)) : undefined)

const red = { r: 200, g: 30, b: 30 }
const green = { r: 30, g: 160, b: 60 }
const blue = { r: 30, g: 60, b: 200 }
const white = { r: 240, g: 240, b: 240 }

/** A landscape picture whose corners are red, green, blue and white (from the top left, clockwise), as PNG. */
export const corners = async (width = 600, height = 400): Promise<Buffer> => {
  const half = (background: typeof red) => ({ create: { width: width / 2, height: height / 2, channels: 3 as const, background } })
  const painted = await sharp({ create: { width, height, channels: 3, background: red } })
    .composite([
      { input: half(green), left: width / 2, top: 0 },
      { input: half(blue), left: width / 2, top: height / 2 },
      { input: half(white), left: 0, top: height / 2 },
    ])
    .png()
    .toBuffer()
  // Painting has added an alpha channel.
  return sharp(painted).removeAlpha().png().toBuffer()
}

/** Which of the four colours stand in the corners, clockwise from the top left. */
export const cornersOf = async (picture: Buffer): Promise<string> => {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const names = { red, green, blue, white }
  const at = (x: number, y: number) => {
    const place = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * 3
    const distance = (colour: typeof red) =>
      Math.abs((data[place] ?? 0) - colour.r) + Math.abs((data[place + 1] ?? 0) - colour.g) + Math.abs((data[place + 2] ?? 0) - colour.b)
    return Object.entries(names).sort((a, b) => distance(a[1]) - distance(b[1]))[0]?.[0]
  }
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.1, 0.9)].join(' ')
}

/** What must be done to an upright picture so that an EXIF orientation turns it back: the definitions of the eight values. */
const stored: Record<number, (picture: Buffer) => Promise<Buffer>> = {
  1: async (picture) => picture,
  2: (picture) => sharp(picture).flop().toBuffer(),
  3: (picture) => sharp(picture).rotate(180).toBuffer(),
  4: (picture) => sharp(picture).flip().toBuffer(),
  5: async (picture) =>
    sharp(await sharp(picture).rotate(90).toBuffer())
      .flop()
      .toBuffer(),
  6: (picture) => sharp(picture).rotate(270).toBuffer(),
  7: async (picture) =>
    sharp(await sharp(picture).rotate(90).toBuffer())
      .flip()
      .toBuffer(),
  8: (picture) => sharp(picture).rotate(90).toBuffer(),
}

/** A JPEG as a camera held in some way stores it, with everything that must not be kept: EXIF with a position, XMP, a profile. */
export const cameraJpeg = async (upright: Buffer, orientation: number): Promise<Buffer> => {
  const turned = await stored[orientation]?.(upright)
  return sharp(turned)
    .withExif({ IFD0: { Make: 'SecretCamera', Copyright: 'SecretName' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } })
    .withMetadata({ orientation })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>SecretXmp</secret></x:xmpmeta>')
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** Words in a file that only metadata can have put there. */
export const traces = (file: Buffer): string[] =>
  [
    'Exif',
    'EXIF',
    'XMP ',
    'xmpmeta',
    'ns.adobe.com',
    'GPS',
    'Photoshop',
    '8BIM',
    'SecretCamera',
    'SecretName',
    'SecretXmp',
    'NIKON',
    'Apple',
    'ICCP',
    'acsp',
  ].filter((word) => file.includes(word, 0, 'latin1'))

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A small PNG that says it is enormous. */
export const pngBomb = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG whose header says another size than its data have. */
export const jpegBomb = async (width: number, height: number): Promise<Buffer> => {
  const file = await sharp(await corners(64, 64))
    .jpeg()
    .toBuffer()
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]))
  file.writeUInt16BE(height, frame + 5)
  file.writeUInt16BE(width, frame + 7)
  return file
}

/** A moving GIF whose frames differ. */
export const movingGif = async (frames: number, width = 80, height = 60): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3 * frames)
  for (let frame = 0; frame < frames; frame++) pixels.fill((frame * 37) % 256, frame * width * height * 3, (frame + 1) * width * height * 3)
  return sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ delay: Array(frames).fill(50), loop: 0 })
    .toBuffer()
}
