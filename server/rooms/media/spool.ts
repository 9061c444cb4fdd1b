import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Context } from '#server/platform/context.ts'
import type { Refusal } from './pictures/decode.ts'
import { sniff, sniffBytes } from './pictures/inspect.ts'
import { limits } from './pictures/limits.ts'

const folder = (ctx: Context) => join(ctx.config.dataDir, 'uploads')

/** A received file, waiting on disk for its turn to be decoded; memory holds only what is being worked on. */
export interface Spooled {
  path: string
  /** SHA-256 of its bytes: two sendings of one file are known by it. */
  digest: string
  remove(): Promise<void>
}

/**
 * Receives a file to disk. What its first bytes tell is told at once; too long a file is given up as soon as it is too long. Nothing of
 * a refused file stays.
 */
export const spool = async (ctx: Context, source: Readable): Promise<Spooled | Refusal> => {
  await mkdir(folder(ctx), { recursive: true })
  const path = join(folder(ctx), `${process.pid}-${randomBytes(9).toString('hex')}`)
  const remove = () => rm(path, { force: true })
  const file = await open(path, 'wx')
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
      await file.write(chunk)
    }
    refusal ??= size === 0 ? 'empty' : refusalOf(head)
  } catch (error) {
    await file.close()
    await remove()
    throw error
  }
  await file.close()
  if (!refusal) return { path, digest: hash.digest('base64url'), remove }
  await remove()
  return refusal
}

const refusalOf = (head: Buffer): Refusal | undefined => {
  const kind = sniff(head)
  return kind === undefined ? 'not-a-picture' : kind === 'video' ? 'video' : undefined
}

/** Removes what a killed process had received. */
export const cleanSpool = async (ctx: Context, olderThanMs: number): Promise<void> => {
  for (const name of await readdir(folder(ctx)).catch(() => [])) {
    const path = join(folder(ctx), name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs >= olderThanMs) await rm(path, { force: true })
  }
}
