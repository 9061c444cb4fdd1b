import { randomBytes } from 'node:crypto'
import type { Storage } from '#server/platform/storage.ts'
import type { Rendition, RenditionType } from './pictures/render.ts'
import type { StoredVariant } from './tables.ts'

/** Below this all pictures live, each in a folder of its own. */
export const picturesFolder = 'p'

/**
 * A new folder for a picture: its id, so that leftovers can be told from what rows name, and 96 random bits, so that its address cannot
 * be guessed. The first two characters spread the folders.
 */
export const newFolder = (id: string): string => {
  const secret = randomBytes(12).toString('hex')
  return `${picturesFolder}/${secret.slice(0, 2)}/${id}-${secret}`
}

export const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** The media id that a key belongs to; undefined for a key of another shape. */
export const idOfKey = (key: string): string | undefined => /^p\/[0-9a-f]{2}\/([1-9]\d{0,18})-[0-9a-f]{24}\/[^/]+$/.exec(key)?.[1]

/**
 * The picture that a file belongs to; undefined for a key of another shape. A master is nobody's to look at: its renditions are what is shown.
 */
export const pictureOfKey = (key: string): string | undefined => (/\/master-[^/]*$/.test(key) ? undefined : idOfKey(key))

const endings: Record<RenditionType, string> = { 'image/webp': 'webp', 'image/avif': 'avif', 'image/jpeg': 'jpg' }

/**
 * A name is given once: other content has another address, and whoever takes back files that came too late takes none that another rendering
 * of the same crop has just been given.
 */
const newKey = (folder: string, name: string, type: RenditionType) => `${folder}/${name}-${randomBytes(8).toString('hex')}.${endings[type]}`

export const storeMaster = async (storage: Storage, folder: string, bytes: Uint8Array): Promise<string> => {
  const key = newKey(folder, 'master', 'image/webp')
  await storage.put(key, bytes)
  return key
}

/** All of them or none. */
export const storeRenditions = async (storage: Storage, folder: string, renditions: readonly Rendition[]): Promise<StoredVariant[]> => {
  const variants = renditions.map(({ type, width, height }) => ({
    key: newKey(folder, String(width), type),
    type,
    width,
    height,
  }))
  const stored = await Promise.allSettled(renditions.map(({ bytes }, index) => storage.put(variants[index]?.key ?? '', bytes)))
  const failed = stored.find((one) => one.status === 'rejected')
  if (!failed) return variants
  await storage.remove(variants.map((variant) => variant.key))
  throw failed.reason
}
