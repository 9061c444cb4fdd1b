import { randomBytes } from 'node:crypto'
import type { Storage } from '#server/platform/storage.ts'
import type { Rendition } from './pictures/render.ts'
import type { StoredAudio, StoredImage, StoredVariant, StoredVideo } from './tables.ts'

/** Below this all media live, each in a folder of its own. (It began with pictures, and addresses stay.) */
export const mediaFolder = 'p'

/**
 * A new folder for a medium: its id, so that leftovers can be told from what rows name, and 96 random bits, so that its address cannot
 * be guessed. The first two characters spread the folders.
 */
export const newFolder = (id: string): string => {
  const secret = randomBytes(12).toString('hex')
  return `${mediaFolder}/${secret.slice(0, 2)}/${id}-${secret}`
}

export const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** The media id that a key belongs to; undefined for a key of another shape. */
export const idOfKey = (key: string): string | undefined => /^p\/[0-9a-f]{2}\/([1-9]\d{0,18})-[0-9a-f]{24}\/[^/]+$/.exec(key)?.[1]

type FileType = StoredVariant['type']
const endings: Record<FileType, string> = {
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'oga',
  'audio/wav': 'wav',
}
const types = new Map(Object.entries(endings).map(([type, ending]) => [ending, type]))

/**
 * The medium that a file belongs to, and the type of the file by the ending it was given; undefined for a key of another shape. A master is
 * nobody's to look at: its renditions are what is shown.
 */
export const fileOfKey = (key: string): { media: string; type: string } | undefined => {
  const media = /\/master-[^/]*$/.test(key) ? undefined : idOfKey(key)
  const type = types.get(key.slice(key.lastIndexOf('.') + 1))
  return media === undefined || type === undefined ? undefined : { media, type }
}

/**
 * A name is given once: other content has another address, and whoever takes back files that came too late takes none that another rendering
 * of the same crop has just been given.
 */
const newKey = (folder: string, name: string, type: FileType) => `${folder}/${name}-${randomBytes(8).toString('hex')}.${endings[type]}`

export const storeMaster = async (storage: Storage, folder: string, bytes: Uint8Array): Promise<string> => {
  const key = newKey(folder, 'master', 'image/webp')
  await storage.put(key, bytes)
  return key
}

type Source = Uint8Array | AsyncIterable<Uint8Array>

/** All of them or none. */
export const storeRenditions = async (storage: Storage, folder: string, renditions: readonly Rendition[]): Promise<StoredImage[]> => {
  const variants = renditions.map(({ type, width, height }) => ({ key: newKey(folder, String(width), type), type, width, height }))
  await storeAll(
    storage,
    renditions.map(({ bytes }, index) => [variants[index]?.key ?? '', bytes]),
  )
  return variants
}

/** A file of a video or a sound that is not stored yet: what is known of it, and its bytes at hand or as they come. */
export type NewFile<T extends StoredVideo | StoredAudio> = Omit<T, 'key'> & { source: Source }

/** All of them or none. */
export const storeRecordings = async <T extends StoredVideo | StoredAudio>(
  storage: Storage,
  folder: string,
  files: readonly NewFile<T>[],
): Promise<T[]> => {
  // A key and everything but the key is a T again; that much the compiler cannot see of a T it does not know.
  const variants = files.map(
    ({ source: _, ...facts }) => ({ ...facts, key: newKey(folder, 'play', facts.type as T['type']) }) as unknown as T,
  )
  await storeAll(
    storage,
    files.map(({ source }, index) => [variants[index]?.key ?? '', source]),
  )
  return variants
}

const storeAll = async (storage: Storage, files: readonly [key: string, source: Source][]): Promise<void> => {
  const stored = await Promise.allSettled(files.map(([key, source]) => storage.put(key, source)))
  const failed = stored.find((one) => one.status === 'rejected')
  if (!failed) return
  await storage.remove(files.map(([key]) => key))
  throw failed.reason
}
