import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** What is known of a stored file without reading it. */
export interface StoredFile {
  key: string
  /** Bytes. */
  size: number
  modifiedAt: Date
}

/** Bytes `start` to `end`, both included, as in an HTTP range. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Where files live. Files are written once and never changed: whoever needs other bytes writes another key.
 * The local form keeps them under DATA_DIR; another form (an object store) has to keep the same promises.
 *
 * Keys are relative paths of `a-z 0-9 . _ -` (and capitals) in which no part is empty or starts with a dot.
 */
export interface Storage {
  /**
   * Bytes at hand or as they come. All or nothing: after an answer the whole file is there and survives a crash; before it, and when the
   * source breaks off, nobody sees a part.
   */
  put(key: string, source: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  /**
   * The file or a part of it as it is read, or undefined when there is none (or the key is not one). Who asks for a part keeps it inside
   * (`stat`). A stream that is not read to its end has to be destroyed.
   */
  get(key: string, range?: ByteRange): Promise<Readable | undefined>
  /** All of it in memory: for small files. */
  read(key: string): Promise<Buffer | undefined>
  stat(key: string): Promise<StoredFile | undefined>
  /** The address at which the site serves it, as a path. */
  url(key: string): string
  /** Removing what is not there is no error. */
  remove(keys: readonly string[]): Promise<void>
  /** Every file below a folder, in no special order; files that disappear meanwhile are left out. */
  list(folder: string): AsyncIterable<StoredFile>
  /** Removes what unfinished writes of a killed process left, when older than `olderThanMs`. Answers how many. */
  clean(olderThanMs: number): Promise<number>
}

const keyShape = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

/** True for a well-formed key: nothing that could leave the folder passes. */
export const isStorageKey = (key: string): boolean => key.length <= 512 && keyShape.test(key)

/** Below this the media door serves stored files, whatever form keeps them: it asks each time who may see one (decision 151). */
export const storageUrl = (key: string): string => `/media/${key}`

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * Files in the folder `media` of this machine's DATA_DIR. Unfinished writes live in `.tmp` beside them (same disk, so that the final rename
 * is one step), which no key can name.
 */
export const localStorage = ({ dataDir }: { dataDir: string }): Storage => {
  const root = join(dataDir, 'media')
  const pathOf = (key: string) => {
    if (!isStorageKey(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`)
    return join(root, ...key.split('/'))
  }
  const temporary = join(root, '.tmp')

  const statOf = async (key: string): Promise<StoredFile | undefined> => {
    if (!isStorageKey(key)) return undefined
    try {
      const found = await stat(pathOf(key))
      return found.isFile() ? { key, size: found.size, modifiedAt: found.mtime } : undefined
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async function* walk(folder: string): AsyncGenerator<StoredFile> {
    let entries: import('node:fs').Dirent[]
    try {
      entries = await readdir(join(root, folder), { withFileTypes: true })
    } catch (error) {
      if (isMissing(error)) return
      throw error
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const key = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) yield* walk(key)
      else {
        const found = await statOf(key)
        if (found) yield found
      }
    }
  }

  return {
    async put(key, source) {
      const target = pathOf(key)
      const draft = join(temporary, `${process.pid}-${randomBytes(9).toString('hex')}`)
      await mkdir(temporary, { recursive: true, mode: 0o700 })
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(source)
          // The row that names this file is committed durably; the file must not be the part that a power cut takes.
          await file.datasync()
        } finally {
          await file.close()
        }
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await rename(draft, target)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(key, range) {
      if (!isStorageKey(key)) return undefined
      let file: FileHandle
      try {
        file = await open(pathOf(key))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
      const isFile = await file.stat().then(
        (found) => found.isFile(),
        () => false,
      )
      if (isFile) return file.createReadStream(range)
      await file.close()
      return undefined
    },
    async read(key) {
      const stream = await this.get(key)
      return stream && buffer(stream)
    },
    url: storageUrl,
    stat: statOf,
    async remove(keys) {
      // Folders stay: removing an empty one would race with a write into it, and there are few of them.
      for (const key of keys) await rm(pathOf(key), { force: true })
    },
    list: (folder) => walk(folder.replace(/\/+$/, '')),
    async clean(olderThanMs) {
      let removed = 0
      for (const name of await readdir(temporary).catch(() => [])) {
        const path = join(temporary, name)
        const found = await stat(path).catch(() => undefined)
        if (!found || Date.now() - found.mtimeMs < olderThanMs) continue
        await rm(path, { force: true })
        removed++
      }
      return removed
    },
  }
}
