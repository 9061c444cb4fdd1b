import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const unpack = promisify(inflate)

/**
 * Reads a WOFF 1 file as the TrueType font it holds: the same tables, each unpacked by zlib. Of WOFF 2 (Brotli and transformed outlines)
 * nothing is needed: every font package carries both.
 */
export const readWoff = async (path: string): Promise<Buffer> => {
  const file = await readFile(path)
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${path} is not a WOFF file`)
  const count = file.readUInt16BE(12)
  const header = Buffer.alloc(12 + 16 * count)
  file.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  const parts = [header]
  let place = header.length
  for (let index = 0; index < count; index++) {
    const at = 44 + index * 20
    const start = file.readUInt32BE(at + 4)
    const packed = file.subarray(start, start + file.readUInt32BE(at + 8))
    const table = packed.length < file.readUInt32BE(at + 12) ? await unpack(packed) : packed
    // Tag and checksum as they were; each table begins at a multiple of four.
    const entry = 12 + 16 * index
    file.copy(header, entry, at, at + 4)
    file.copy(header, entry + 4, at + 16, at + 20)
    header.writeUInt32BE(place, entry + 8)
    header.writeUInt32BE(table.length, entry + 12)
    const padding = (4 - (table.length % 4)) % 4
    parts.push(table, Buffer.alloc(padding))
    place += table.length + padding
  }
  return Buffer.concat(parts)
}
