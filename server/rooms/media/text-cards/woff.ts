import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const unpack = promisify(inflate)

/** The tables of a font by their four-letter tags. */
export type FontTables = ReadonlyMap<string, Buffer>

/**
 * Reads a WOFF 1 file: a directory of zlib-packed TrueType tables. Of WOFF 2 (Brotli and transformed outlines) nothing is needed:
 * every font package carries both.
 */
export const readWoff = async (path: string, wanted: ReadonlySet<string>): Promise<FontTables> => {
  const file = await readFile(path)
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${path} is not a WOFF file`)
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const at = 44 + index * 20
    const tag = file.toString('latin1', at, at + 4)
    if (!wanted.has(tag)) continue
    const start = file.readUInt32BE(at + 4)
    const packed = file.subarray(start, start + file.readUInt32BE(at + 8))
    tables.set(tag, packed.length < file.readUInt32BE(at + 12) ? await unpack(packed) : Buffer.from(packed))
  }
  return tables
}
