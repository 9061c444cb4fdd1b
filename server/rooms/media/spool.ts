import { createHash, randomBytes } from 'node:crypto'
import { chmod, type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Context } from '#server/platform/context.ts'
import type { Refusal } from './pictures/decode.ts'
import { sniff, sniffBytes } from './pictures/inspect.ts'
import { limits } from './pictures/limits.ts'
import type { Source } from './workshop/bench.ts'

const folder = (ctx: Context) => join(ctx.config.dataDir, 'uploads')
const piece = 262_144

/** A received file, waiting on disk for its turn to be decoded; memory holds only what is being worked on. */
export interface Spooled extends Source {
  /** SHA-256 of its bytes: two sendings of one file are known by it. */
  digest: string
  /** Lets go of it. */
  remove(): Promise<void>
}

/**
 * Receives a file to disk. What its first bytes tell is told at once; too long a file is given up as soon as it is too long. Nothing of
 * a refused file stays.
 *
 * An original holds what its owner does not share (where it was taken, to the metre). So the file has lost its name before the first byte is
 * written: nobody can open it, no backup finds it, and it ends with this process, however that ends.
 */
export const spool = async (ctx: Context, source: Readable): Promise<Spooled | Refusal> => {
  const file = await nameless(ctx)
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  let refusal: Refusal | undefined
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (refusal) continue // read on to the end, so that the sender gets to hear the answer
      size += chunk.length
      if (head.length < sniffBytes) {
        head = Buffer.concat([head, chunk.subarray(0, sniffBytes - head.length)])
        if (head.length >= sniffBytes) refusal = refusalOf(head)
      }
      if (size > limits.bytes) refusal = 'too-many-bytes'
      if (refusal) continue
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    refusal ??= size === 0 ? 'empty' : refusalOf(head)
  } catch (error) {
    await file.close()
    throw error
  }
  if (!refusal) return { size, digest: hash.digest('base64url'), pieces: () => piecesOf(file, size), remove: () => file.close() }
  await file.close()
  return refusal
}

const nameless = async (ctx: Context): Promise<FileHandle> => {
  await mkdir(folder(ctx), { recursive: true, mode: 0o700 })
  const path = join(folder(ctx), `${process.pid}-${randomBytes(9).toString('hex')}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await rm(path, { force: true })
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

async function* piecesOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(piece, size - at)), { position: at })
    if (bytesRead === 0) throw new Error('a received file became shorter')
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

const refusalOf = (head: Buffer): Refusal | undefined => {
  const kind = sniff(head)
  return kind === undefined ? 'not-a-picture' : kind === 'video' ? 'video' : undefined
}

/**
 * Removes what has a name in the folder: empty files of processes that were killed between two lines, and originals that an earlier release
 * left. Another process's uploads have none, so this may be done at any time, also by several that share the folder.
 */
export const cleanSpool = async (ctx: Context): Promise<void> => {
  await chmod(folder(ctx), 0o700).catch(() => {})
  for (const name of await readdir(folder(ctx)).catch(() => [])) await rm(join(folder(ctx), name), { force: true, recursive: true })
}
