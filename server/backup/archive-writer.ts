import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import * as path from 'node:path'
import { PassThrough } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Contents } from './contents.ts'
import { BackupProblem } from './problem.ts'
import { padding, tarEnd, tarHeader } from './tar-write.ts'

/**
 * Writes a gzipped tar beside `file` and moves it into place when all of it is on disk: there is the whole file or none.
 * Only the owner can read it.
 */
export class ArchiveWriter {
  readonly entries: Contents['entries'] = []
  #file: string
  #draft: string
  #into = new PassThrough({ highWaterMark: 1 << 20 })
  #written: Promise<void>

  constructor(file: string) {
    this.#file = file
    this.#draft = path.join(path.dirname(file), `.${path.basename(file)}.new-${process.pid}`)
    // Pictures do not shrink, rows do even at the quickest setting.
    this.#written = pipeline(this.#into, createGzip({ level: 3 }), createWriteStream(this.#draft, { flags: 'w', mode: 0o600 }))
    this.#written.catch((error) => this.#into.destroy(error))
  }

  /** Adds an entry of exactly `size` bytes. */
  async add(name: string, size: number, body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const hash = createHash('sha256')
    await this.#put(tarHeader(name, size))
    let sum = 0
    for await (const part of body) {
      sum += part.length
      if (sum > size) break
      hash.update(part)
      await this.#put(part)
    }
    if (sum !== size) throw new BackupProblem(`${name} changed its size while it was read`)
    await this.#put(padding(size))
    this.entries.push({ name, size, sha256: hash.digest('hex') })
  }

  async addBytes(name: string, bytes: Uint8Array): Promise<void> {
    await this.add(name, bytes.length, [bytes])
  }

  /** Ends the archive and puts it in its place. */
  async finish(): Promise<void> {
    await this.#put(tarEnd())
    this.#into.end()
    await this.#written
    const written = await open(this.#draft, 'r+')
    await written.sync()
    await written.close()
    await rename(this.#draft, this.#file)
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#into.destroy()
    await finished(this.#into).catch(() => {})
    await this.#written.catch(() => {})
    await rm(this.#draft, { force: true })
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (this.#into.destroyed) await this.#written
    if (bytes.length === 0 || this.#into.write(bytes)) return
    await Promise.race([new Promise((done) => this.#into.once('drain', done)), this.#written])
  }
}
