import { pipeline, type Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { FetchProblem } from './problem.ts'

/** What is asked for, and alone understood. */
export const encodings = 'gzip, br'

const decoders: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  br: () => zlib.createBrotliDecompress(),
}

/**
 * The bytes of an answer as they were meant, never more than `most` of them, neither as they are sent nor as they unfold: a part at a time is
 * unfolded, so that a small body cannot become a large one in memory. Throws `FetchProblem` while it is read.
 */
export function bytesOf(body: Readable, encoding: string, most: number): AsyncGenerator<Uint8Array> {
  const kind = encoding.trim().toLowerCase()
  if (kind === '' || kind === 'identity') return within(body, most)
  const decoder = Object.hasOwn(decoders, kind) ? decoders[kind]?.() : undefined
  if (!decoder) throw new FetchProblem('encoding')
  // Errors of either side come out of the decoder; a reader that leaves closes both.
  return within(
    pipeline(
      body,
      (bytes: AsyncIterable<Uint8Array>) => within(bytes, most),
      decoder,
      () => {},
    ),
    most,
  )
}

async function* within(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const part of bytes) {
    sum += part.length
    if (sum > most) throw new FetchProblem('size')
    yield part
  }
}

/** Whether an answer's content type is one of those asked for: `text/html`, or `image/*` for all of a kind. */
export function fits(type: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => (one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : type === one))
}
