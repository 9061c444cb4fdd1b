import { BackupProblem } from './problem.ts'

const blockSize = 512

export interface TarEntry {
  name: string
  size: number
  /** The bytes; what is not read is skipped. */
  body: AsyncGenerator<Buffer>
}

/** Takes any number of bytes at a time from a stream of blocks. */
class Source {
  #blocks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#blocks = stream[Symbol.asyncIterator]()
  }

  /** At most `most` bytes, at least one; none at the end. */
  async some(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#blocks.next()
      if (next.done) return Buffer.alloc(0)
      this.#rest = next.value
    }
    const taken = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(taken.length)
    return taken
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let left = size; left > 0; ) {
      const part = await this.some(left)
      if (part.length === 0) throw new BackupProblem('the file ends in the middle')
      parts.push(part)
      left -= part.length
    }
    return Buffer.concat(parts)
  }
}

const text = (header: Buffer, from: number, length: number) => {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end)
}

function isIntact(header: Buffer): boolean {
  let sum = 0
  for (let i = 0; i < blockSize; i++) sum += i >= 148 && i < 156 ? 32 : (header[i] ?? 0)
  return Number.parseInt(text(header, 148, 8), 8) === sum
}

function readPax(bytes: Buffer): Map<string, string> {
  const values = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at)
    const length = Number(bytes.toString('utf8', at, space))
    if (!(length > 0)) throw new BackupProblem('a pax header is broken')
    const [key = '', ...value] = bytes.toString('utf8', space + 1, at + length - 1).split('=')
    values.set(key, value.join('='))
    at += length
  }
  return values
}

/** Reads the tar archives that `tarHeader` writes (regular files, pax names), one entry after the other. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new Source(stream)
  let pax = new Map<string, string>()
  for (;;) {
    const header = await source.exactly(blockSize)
    if (header.every((byte) => byte === 0)) {
      // Read on to the end, so that the checksum of the compressed stream is looked at.
      while ((await source.some(1 << 20)).length > 0);
      return
    }
    if (!isIntact(header)) throw new BackupProblem('a header in it is broken')
    const size = Number(pax.get('size') ?? Number.parseInt(text(header, 124, 12), 8))
    const type = String.fromCharCode(header[156] ?? 0)
    const gap = (blockSize - (size % blockSize)) % blockSize
    if (type === 'x') {
      pax = readPax(await source.exactly(size))
      await source.exactly(gap)
      continue
    }
    let left = size
    const body = (async function* () {
      while (left > 0) {
        const part = await source.some(left)
        if (part.length === 0) throw new BackupProblem('the file ends in the middle')
        left -= part.length
        yield part
      }
    })()
    yield { name: pax.get('path') ?? text(header, 0, 100), size, body }
    pax = new Map()
    for await (const _ of rest()) void _
    await source.exactly(gap)

    // The consumer may have left the body half-read: a generator that was left is over, so skip by hand.
    async function* rest(): AsyncGenerator<void> {
      while (left > 0) {
        const part = await source.some(left)
        if (part.length === 0) throw new BackupProblem('the file ends in the middle')
        left -= part.length
        yield
      }
    }
  }
}
