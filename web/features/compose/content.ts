import type { EditNote, Note, PublishNote, Visibility, WhoComments } from '#server/rooms/notes/schema.ts'
import type { Frame } from './crop.ts'

export const MAX_PICTURES = 18
export const MAX_TITLE = 100
export const MAX_TEXT = 10_000
export const MAX_NOTICE = 120
export const MAX_ALT = 1500
export const MAX_TOPICS = 20

export interface Version {
  language: string
  title: string
  text: string
}

/** What a draft holds: everything one has typed or chosen, valid or not. */
export interface Content {
  title: string
  text: string
  /** Pictures that have arrived, in order. */
  media: string[]
  /** How each of them was cropped, so that the frame stands where it was left. */
  frames: Record<string, Frame>
  /** Of the text card, when there are no pictures. */
  template: string | null
  topics: string[]
  /** null: found out from the words. */
  language: string | null
  layer: Version | null
  notice: string | null
  aiMade: boolean
  visibility: Visibility
  comments: WhoComments
  /** ISO time; null: at once. */
  publishAt: string | null
  /** Idempotency-Key of publishing: travels with the draft, so that no tap on any device makes a second note. */
  key: string
}

/** Random enough, also where the page is not served by https and `randomUUID` is missing. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const blankContent = (): Content => ({
  title: '',
  text: '',
  media: [],
  frames: {},
  template: null,
  topics: [],
  language: null,
  layer: null,
  notice: null,
  aiMade: false,
  visibility: 'public',
  comments: 'open',
  publishAt: null,
  key: newKey(),
})

const string = (value: unknown, or = ''): string => (typeof value === 'string' ? value : or)
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const oneOf = <T extends string>(value: unknown, all: readonly T[], or: T): T => (all.includes(value as T) ? (value as T) : or)

/** A draft may have been saved by an older or newer page: whatever cannot be read is left at its usual value. */
export function readContent(raw: Record<string, unknown>): Content {
  const blank = blankContent()
  const layer = raw.layer as Partial<Version> | null | undefined
  return {
    title: string(raw.title),
    text: string(raw.text),
    media: strings(raw.media).slice(0, MAX_PICTURES),
    frames: raw.frames && typeof raw.frames === 'object' ? (raw.frames as Content['frames']) : {},
    template: string(raw.template) || null,
    topics: strings(raw.topics).slice(0, MAX_TOPICS),
    language: string(raw.language) || null,
    layer:
      layer && typeof layer === 'object'
        ? { language: string(layer.language, 'en'), title: string(layer.title), text: string(layer.text) }
        : null,
    notice: typeof raw.notice === 'string' ? raw.notice : null,
    aiMade: raw.aiMade === true,
    visibility: oneOf(raw.visibility, ['public', 'followers', 'private'], blank.visibility),
    comments: oneOf(raw.comments, ['open', 'followers', 'off'], blank.comments),
    publishAt: string(raw.publishAt) || null,
    key: string(raw.key) || blank.key,
  }
}

/** Nothing that would be missed. */
export const isBlank = (content: Content): boolean =>
  !content.title.trim() &&
  !content.text.trim() &&
  content.media.length === 0 &&
  !content.layer?.title.trim() &&
  !content.layer?.text.trim() &&
  !content.notice?.trim()

/** The same, whatever the order in which a database keeps the members. */
export function sameContent(a: unknown, b: unknown): boolean {
  const sorted = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted)
}

const layerOf = ({ layer }: Content) => (layer && (layer.title.trim() || layer.text.trim()) ? layer : null)
const words = (content: Content) => ({
  title: content.title.trim(),
  text: content.text,
  topics: content.topics,
  layer: layerOf(content),
  notice: content.notice?.trim() || null,
  aiMade: content.aiMade,
  visibility: content.visibility,
  comments: content.comments,
  ...(content.language ? { language: content.language } : {}),
  ...(content.publishAt ? { publishAt: content.publishAt } : {}),
})

export const toPublish = (content: Content, draft: string | null): PublishNote => ({
  ...words(content),
  media: content.media,
  ...(content.template && content.media.length === 0 ? { textCard: content.template } : {}),
  ...(draft ? { draft } : {}),
})

/** An edit names the pictures only when they are pictures: a text card is drawn anew from the words. */
export const toEdit = (content: Content): EditNote => ({ ...words(content), ...(content.media.length ? { media: content.media } : {}) })

/** The topics of a text, as a reader would see them. */
export const topicsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/[#＃]([\p{L}\p{M}\p{N}_]{1,60})/gu)].map((m) => (m[1] ?? '').toLowerCase()))

/** The template of a note that shows its words as a text card; null: it shows something else. */
export function templateOf({ media }: Note): string | null {
  const [only] = media
  return media.length === 1 && only?.kind === 'image' ? only.textCard : null
}

/** A published note on the desk again. */
export function fromNote(note: Note): Content {
  const inText = topicsIn(`${note.text}\n${note.layer?.text ?? ''}`)
  const card = templateOf(note)
  return {
    ...blankContent(),
    title: note.title,
    text: note.text,
    media: card ? [] : note.media.map((media) => media.id),
    template: card,
    topics: note.topics.filter((topic) => !inText.has(topic.toLowerCase())),
    language: note.language === 'und' ? null : note.language,
    layer: note.layer ? { language: note.layer.language, title: note.layer.title, text: note.layer.text } : null,
    notice: note.notice,
    aiMade: note.aiMade,
    visibility: note.visibility,
    comments: note.comments,
    publishAt: note.state === 'scheduled' ? note.publishAt : null,
  }
}
