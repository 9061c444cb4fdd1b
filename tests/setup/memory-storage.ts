import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { isStorageKey, type Storage, storageUrl } from '#server/platform/storage.ts'

/** Files that lie on no disk: what works with it takes no path for granted. Strict where the local form is lenient: a file is written once. */
export const memoryStorage = (): Storage => {
  const files = new Map<string, { bytes: Buffer; modifiedAt: Date }>()
  const stat: Storage['stat'] = async (key) => {
    const file = files.get(key)
    return file && { key, size: file.bytes.length, modifiedAt: file.modifiedAt }
  }
  return {
    async put(key, source) {
      if (!isStorageKey(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`)
      const bytes = source instanceof Uint8Array ? Buffer.from(source) : await buffer(source)
      if (files.has(key)) throw new Error(`${key} is written a second time`)
      files.set(key, { bytes, modifiedAt: new Date() })
    },
    async get(key, range) {
      const file = files.get(key)
      if (file && range && !(range.start >= 0 && range.start <= range.end && range.end < file.bytes.length))
        throw new Error(`${range.start}-${range.end} of ${file.bytes.length} bytes`)
      return file && Readable.from([Buffer.from(range ? file.bytes.subarray(range.start, range.end + 1) : file.bytes)])
    },
    read: async (key) => files.get(key)?.bytes,
    stat,
    url: storageUrl,
    async remove(keys) {
      for (const key of keys) files.delete(key)
    },
    async *list(folder) {
      const under = folder.replace(/\/+$/, '')
      for (const key of [...files.keys()]) {
        const file = under === '' || key.startsWith(`${under}/`) ? await stat(key) : undefined
        if (file) yield file
      }
    },
    clean: async () => 0,
  }
}
