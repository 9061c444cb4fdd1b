import type { Media } from '#server/rooms/media/schema.ts'
import { ApiProblem, api, isProblem } from '#web/lib/api.ts'
import { type Action, attach, changesDraft } from './attachments.ts'
import { MAX_PICTURES, newKey } from './content.ts'
import type { Frame } from './crop.ts'
import { dropLocalFile, localFile, saveLocalFile } from './local-files.ts'
import { type Sending, sendFile } from './send-file.ts'
import { type Attachment, holding, type Writing } from './writing.ts'

/** A lost line is tried again by itself, a little later each time. */
const AGAIN_MS = 3000
const AGAIN_TIMES = 4
/** At once: more would make each of them late. */
const TOGETHER = 2

/** Browsers that cannot draw it say nothing, so it is told by its name. */
const isHeic = (file: { name: string; type: string }) => /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name)

const previewOf = (blob: Blob, name: string): string | null =>
  isHeic({ name, type: blob.type }) || !/^image\//.test(blob.type) ? null : URL.createObjectURL(blob)

export const arrived = (media: Media): Attachment =>
  holding({ key: media.id, name: '', preview: null, state: 'ready', share: 1, trouble: null }, media)

/** Of what kind a file will be, as far as the device can tell; the server looks inside. */
const kindOf = ({ type }: { type: string }): Attachment['kind'] =>
  type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'image'

const chosen = (key: string, blob: Blob, name: string): Attachment => ({
  key,
  kind: kindOf(blob),
  media: null,
  name,
  preview: previewOf(blob, name),
  state: 'waiting',
  share: 0,
  trouble: null,
})

/** One's own upload; undefined when it is gone. Out of reach, it keeps its place without being seen. */
async function ownMedia(id: string): Promise<Media | undefined> {
  try {
    return await api.get<Media>(`/v1/media/${id}`)
  } catch (error) {
    if (isProblem(error) && error.status === 404) return undefined
    const unseen = { thumbhash: null, color: null, alt: '', textCard: null, url: '', variants: [] }
    return { id, state: 'ready', kind: 'image', width: 3, height: 4, ...unseen }
  }
}

/** Pictures of an earlier sitting: those on the server, and those that only this device has. */
export async function bringBack(order: readonly string[], known: readonly Media[]): Promise<Attachment[]> {
  const found = await Promise.all(
    order.map(async (name) => {
      if (name.startsWith('file:')) {
        const kept = await localFile(name)
        return kept && chosen(name, kept.blob, kept.name)
      }
      const media = known.find((one) => one.id === name) ?? (await ownMedia(name))
      return media && arrived(media)
    }),
  )
  return found.filter((picture) => picture !== undefined)
}

export interface Pictures {
  /** How many found no room. */
  add: (files: readonly File[]) => number
  again: (key: string) => void
  remove: (key: string) => void
  /** To another place, counted from 0. */
  move: (key: string, to: number) => void
  /** Words and frame of one that has arrived. */
  improve: (key: string, change: { alt?: string; frame?: Frame }) => Promise<void>
  stop: () => void
}

/** What can be done with the pictures of a writing. They go up by themselves, two at a time. */
export function createPictures(writing: Writing, changed: () => void): Pictures {
  const { store } = writing
  const files = new Map<string, { blob: Blob; name: string }>()
  const sending = new Map<string, Sending>()
  const tried = new Map<string, number>()
  let left = false

  const act = (action: Action) => {
    const before = store.get()
    store.set((now) => attach(now, action))
    if (changesDraft(action) && store.get().attachments !== before.attachments) changed()
  }

  const pump = async () => {
    if (sending.size >= TOGETHER) return
    const next = store.get().attachments.find((one) => one.state === 'waiting' && !sending.has(one.key))
    if (!next) return
    const file = files.get(next.key) ?? (await localFile(next.key))
    if (!file) return act({ do: 'remove', key: next.key })
    // Another call may have taken it up while the file was looked for.
    if (sending.has(next.key)) return
    files.set(next.key, file)
    send(next.key, file)
    void pump()
  }

  const send = (key: string, file: { blob: Blob; name: string }) => {
    act({ do: 'send', key })
    const one = sendFile(file.blob, file.name, (share) => act({ do: 'progress', key, share }))
    sending.set(key, one)
    one.done
      .then(
        (media) => {
          act({ do: 'arrive', key, media })
          files.delete(key)
          void dropLocalFile(key)
        },
        (error) => failed(key, error),
      )
      .finally(() => {
        sending.delete(key)
        void pump()
      })
  }

  const failed = (key: string, error: unknown) => {
    if (!(error instanceof ApiProblem)) return
    const again = error.status === 0 || error.status >= 500 || error.status === 429 || error.status === 401
    act({ do: 'fail', key, trouble: { title: error.title, detail: error.detail ?? '', again } })
    const times = (tried.get(key) ?? 0) + 1
    tried.set(key, times)
    if (again && times <= AGAIN_TIMES) setTimeout(() => retry(key), AGAIN_MS * times)
  }
  /** Unless it is gone, on its way or the desk was left. */
  const retry = (key: string) => {
    if (!left && navigator.onLine && store.get().attachments.some((one) => one.key === key && one.state === 'failed')) again(key)
  }

  const again = (key: string) => {
    act({ do: 'again', key })
    void pump()
  }
  const online = () => {
    for (const one of store.get().attachments) if (one.state === 'failed' && one.trouble?.again) again(one.key)
  }
  addEventListener('online', online)
  void pump()

  return {
    again,
    add(list) {
      const room = MAX_PICTURES - store.get().attachments.length
      const taken = list.slice(0, Math.max(0, room)).map((file) => {
        const key = `file:${newKey()}`
        files.set(key, { blob: file, name: file.name })
        void saveLocalFile(key, { blob: file, name: file.name })
        return chosen(key, file, file.name)
      })
      if (taken.length) act({ do: 'add', attachments: taken })
      void pump()
      return list.length - taken.length
    },
    remove(key) {
      sending.get(key)?.stop()
      const gone = store.get().attachments.find((one) => one.key === key)
      if (gone?.preview) URL.revokeObjectURL(gone.preview)
      files.delete(key)
      void dropLocalFile(key)
      act({ do: 'remove', key })
    },
    move: (key, to) => act({ do: 'move', key, to }),
    async improve(key, { alt, frame }) {
      const one = store.get().attachments.find((picture) => picture.key === key)
      if (!one?.media) return
      const media = await api.patch<Media>(`/v1/media/${one.media.id}`, {
        ...(alt === undefined ? {} : { alt }),
        ...(frame ? { crop: frame.crop } : {}),
      })
      act({ do: 'improve', key, media, frame })
    },
    stop() {
      left = true
      removeEventListener('online', online)
      for (const one of sending.values()) one.stop()
      for (const { preview } of store.get().attachments) if (preview) URL.revokeObjectURL(preview)
    },
  }
}
