import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A chunk of a PNG. `lie` writes another length than there is. */
export const pngChunk = (type: string, data: Buffer, { lie = data.length, crc = true } = {}): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(lie >>> 0, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc ? crc32(body) : 0xdeadbeef, body.length + 4)
  return out
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

export interface PngWish {
  width: number
  height: number
  /** 8 or 16 bits a channel. */
  depth?: number
  /** 0 grey, 2 colours, 3 palette, 4 grey with alpha, 6 colours with alpha. */
  colour?: number
  interlaced?: boolean
  /** What is packed; zeros of the right length where nothing is said. */
  pixels?: Buffer
  /** Chunks before the data. */
  before?: readonly Buffer[]
}

/** `count` zeros as zlib packs them, without ever holding them: blocks that end on a byte may be repeated (RFC 1951), Adler-32 of zeros is simple. */
const packedZeros = (count: number): Buffer => {
  const step = 2 ** 20
  const block = deflateRawSync(Buffer.alloc(step), { finishFlush: constants.Z_FULL_FLUSH })
  const check = Buffer.alloc(4)
  check.writeUInt32BE(((count % 65_521) * 65_536 + 1) >>> 0, 0)
  const blocks = Array.from({ length: Math.floor(count / step) }, () => block)
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, deflateRawSync(Buffer.alloc(count % step)), check])
}

const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export const png = ({ width, height, depth = 8, colour = 2, interlaced = false, pixels, before = [] }: PngWish): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width >>> 0, 0)
  header.writeUInt32BE(height >>> 0, 4)
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  const row = 1 + Math.ceil((width * (channelsOf[colour] ?? 3) * depth) / 8)
  const data = pixels ? deflateSync(pixels) : packedZeros(row * height)
  return Buffer.concat([signature, pngChunk('IHDR', header), ...before, pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

/** A box of an ISO base media file. `lie` writes another size; `wide` writes it in 64 bits. */
export const box = (type: string, content: Buffer, { lie, wide = false }: { lie?: number; wide?: boolean } = {}): Buffer => {
  const size = lie ?? content.length + (wide ? 16 : 8)
  const head = Buffer.alloc(wide ? 16 : 8)
  head.writeUInt32BE(wide ? 1 : size >>> 0, 0)
  head.write(type, 4, 'latin1')
  if (wide) head.writeBigUInt64BE(BigInt(size), 8)
  return Buffer.concat([head, content])
}

export const ftyp = (...brands: string[]): Buffer =>
  box('ftyp', Buffer.concat([Buffer.from(brands[0] ?? 'heic'), Buffer.alloc(4), ...brands.map((brand) => Buffer.from(brand))]))

export const riff = (chunks: readonly Buffer[], form = 'WEBP', lie?: number): Buffer => {
  const body = Buffer.concat([Buffer.from(form), ...chunks])
  const head = Buffer.alloc(8)
  head.write('RIFF')
  head.writeUInt32LE((lie ?? body.length) >>> 0, 4)
  return Buffer.concat([head, body])
}

export const riffChunk = (type: string, data: Buffer, lie = data.length): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(lie >>> 0, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)])
}
