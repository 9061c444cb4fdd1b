import type { AudioMedia, ImageMedia, Media, VideoMedia } from '#server/rooms/media/schema.ts'
import type { Draft, Note } from '#server/rooms/notes/schema.ts'
import type { Content } from './content.ts'
import { saveLocal } from './local-copies.ts'
import { createStore, type Store } from './store.ts'

/** What is known of something attached before it is on the server, and after. */
export interface Local {
  /** Stays the same from the moment a file is chosen; `file:…` for those that began on this device. */
  key: string
  name: string
  /** Address of the file itself, where the browser can draw it. */
  preview: string | null
  state: 'waiting' | 'sending' | 'reading' | 'ready' | 'failed'
  /** How much of it has gone up, 0 to 1. */
  share: number
  /** Why it was refused. */
  trouble: { title: string; detail: string; again: boolean } | null
}

type Of<M extends Media> = Local & { kind: M['kind']; media: M | null }
/** Something attached to a note being written: of the kinds that media are of, told by the file until the server has told it. */
export type Attachment = Of<ImageMedia> | Of<VideoMedia> | Of<AudioMedia>

/** Something attached, with what the server holds of it: whose kind is its kind from then on. */
export function holding({ key, name, preview, state, share, trouble }: Local, media: Media): Attachment {
  const one = { key, name, preview, state, share, trouble }
  switch (media.kind) {
    case 'image':
      return { ...one, kind: media.kind, media }
    case 'video':
      return { ...one, kind: media.kind, media }
    case 'audio':
      return { ...one, kind: media.kind, media }
    default:
      return media satisfies never
  }
}

export type Saved = 'new' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'refused'

export interface WritingState {
  content: Content
  attachments: readonly Attachment[]
  saved: Saved
  /** Why the server does not take the draft. */
  refusal: string
  /** A newer version from elsewhere; nothing is saved until one is chosen. */
  conflict: Draft | null
}

/** One note on the desk. */
export interface Writing {
  account: string
  id: string
  store: Store<WritingState>
  /** The published note that is being changed; null: a new one. */
  edits: Note | null
  /** Taken up again by itself after a closed tab. */
  resumed: boolean
  mark: Mark
}

/** Where the server stands. */
export interface Mark {
  draft: string | null
  version: number
  /** Saves sent since the last answer; one of them may have arrived. */
  tried: Content[]
  ahead: boolean
  /** Idempotency-Key of the draft's own making. */
  birth: string
  /** Published or left: nothing more is to be kept. */
  over: boolean
}

export const createWriting = (
  parts: Pick<Writing, 'account' | 'id' | 'edits' | 'resumed'> & {
    content: Content
    attachments: readonly Attachment[]
    mark: Omit<Mark, 'over'>
    conflict: Draft | null
  },
): Writing => ({
  account: parts.account,
  id: parts.id,
  edits: parts.edits,
  resumed: parts.resumed,
  mark: { ...parts.mark, over: false },
  store: createStore<WritingState>({
    content: parts.content,
    attachments: parts.attachments,
    saved: parts.mark.draft && !parts.mark.ahead ? 'saved' : 'new',
    refusal: '',
    conflict: parts.conflict,
  }),
})

export const isPending = ({ state }: Attachment) => state !== 'ready' && state !== 'failed'

/** Puts the present state where a closed tab cannot take it. */
export function keepHere(writing: Writing): boolean {
  const { account, id, mark, store } = writing
  if (mark.over) return true
  const { content, attachments } = store.get()
  return saveLocal(account, {
    id,
    draft: mark.draft,
    version: mark.version,
    birth: mark.birth,
    content,
    tried: mark.tried.slice(-3),
    ahead: mark.ahead || attachments.some(({ media }) => !media),
    order: attachments.map(({ media, key }) => media?.id ?? key),
    at: Date.now(),
  })
}
