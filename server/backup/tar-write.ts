import { Buffer } from 'node:buffer'

const blockSize = 512
const regular = '0'
const extended = 'x'

function numberField(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`
}

/** One header block of the POSIX ustar format. */
function block(name: string, size: number, type: string): Buffer {
  const header = Buffer.alloc(blockSize)
  header.write(name, 0, 100, 'utf8')
  header.write(numberField(0o600, 8), 100)
  header.write(numberField(0, 8), 108)
  header.write(numberField(0, 8), 116)
  header.write(numberField(size, 12), 124)
  header.write(numberField(0, 12), 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  let sum = 0
  for (const byte of header) sum += byte
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** A line of a pax header counts its own length. */
function paxLine(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length + 1
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

/** What fills the last block of `size` bytes. */
export const padding = (size: number): Buffer => Buffer.alloc((blockSize - (size % blockSize)) % blockSize)

/** The header of one file; a name or a size beyond ustar's fields goes into a pax header before it. */
export function tarHeader(name: string, size: number): Buffer {
  const lines: Buffer[] = []
  const fits = Buffer.byteLength(name) <= 100
  if (!fits) lines.push(paxLine('path', name))
  if (size >= 8 ** 11) lines.push(paxLine('size', String(size)))
  const own = block(fits ? name : `long/${Buffer.byteLength(name)}`, size >= 8 ** 11 ? 0 : size, regular)
  if (lines.length === 0) return own
  const pax = Buffer.concat(lines)
  return Buffer.concat([block('pax', pax.length, extended), pax, padding(pax.length), own])
}

/** Two empty blocks end an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * blockSize)
