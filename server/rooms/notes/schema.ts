import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { AccountStub } from '#server/rooms/accounts/schema.ts'
import { LanguageTag, Span } from '#server/rooms/language/schema.ts'
import { AudioMedia, ImageMedia, Media, VideoMedia } from '#server/rooms/media/schema.ts'

export const MAX_MEDIA = 18
export const MAX_TITLE = 100
export const MAX_TEXT = 10_000
export const MAX_COMMENT = 2_000

/** Topic name without `#`: letters, marks, digits and `_` of any script, and joiners inside a word, 1 to 60. Letters that are drawn as nothing are none. */
export const TopicName = z
  .string()
  .max(200)
  .trim()
  .transform((t) => t.replace(/^[#＃]/, ''))
  .pipe(
    z
      .string()
      .regex(
        /^(?=.*[\p{L}\p{N}])(?![\p{M}])(?:(?![\u115f\u1160\u17b4\u17b5\u3164\uffa0])[\p{L}\p{M}\p{N}_]|(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])){1,60}$/u,
      ),
  )
// Shared by the examples below: Tess, her cat, and Xiaoman who answers.
const tess = { id: '248113720984670208', handle: 'tess.rowan', displayName: 'Tess Rowan', avatar: null }
const xiaoman = { id: '248113721001447424', handle: 'xiaoman', displayName: '小满', avatar: null }
const cover = {
  kind: 'image' as const,
  width: 1080,
  height: 1440,
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  color: '#c9a27e',
  alt: 'A ginger cat on a windowsill',
  textCard: null,
  variants: [{ url: '/media/4f/248113720984670209-1080.webp', type: 'image/webp' as const, width: 1080, height: 1440 }],
}
const words = { title: 'Mochi pays the cat tax', language: 'en' }
const createdAt = '2026-11-21T08:00:00.000Z'

export const Visibility = z.enum(['public', 'followers', 'private'])
export type Visibility = z.infer<typeof Visibility>
export const WhoComments = z.enum(['open', 'followers', 'off'])
export type WhoComments = z.infer<typeof WhoComments>

/** A second language version of title and text, written (or accepted) by the author. */
export const Layer = z
  .object({ language: LanguageTag, title: z.string().max(MAX_TITLE), text: z.string().max(MAX_TEXT), spans: z.array(Span) })
  .meta({ id: 'Layer' })
export type Layer = z.infer<typeof Layer>

export const Counts = z.object({ likes: z.int(), collects: z.int(), comments: z.int(), views: z.int() }).meta({ id: 'Counts' })
export type Counts = z.infer<typeof Counts>
export const Mine = z.object({ liked: z.boolean(), collected: z.boolean() }).meta({ id: 'Mine' })

/** What a card shows of a note's first medium, by its kind. */
export const Cover = z
  .discriminatedUnion('kind', [
    ImageMedia.pick({ width: true, height: true, thumbhash: true, color: true, alt: true, variants: true, textCard: true, kind: true }),
    VideoMedia.pick({ width: true, height: true, duration: true, poster: true, alt: true, kind: true }),
    AudioMedia.pick({ duration: true, alt: true, kind: true }),
  ])
  .meta({ id: 'Cover' })
export type Cover = z.infer<typeof Cover>

/** A tile of the waterfall. */
export const Card = z
  .object({
    id: Id,
    author: AccountStub,
    title: z.string(),
    language: LanguageTag,
    /** Title in the author's own second language, when there is one: the screen picks what its reader reads. */
    layer: z.object({ language: LanguageTag, title: z.string() }).nullable(),
    /** null: the note shows nothing but its words. */
    cover: Cover.nullable(),
    /** Its first words where title or cover are missing; else ''. */
    excerpt: z.string(),
    /** How many media the note shows, whatever their kind. */
    pictures: z.int(),
    notice: z.string().nullable(),
    counts: z.object({ likes: z.int(), comments: z.int() }),
    mine: Mine,
    createdAt: Time,
    /** What other rooms add, by the names under which `server/wiring.ts` lists it; left out where there is nothing. */
    more: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({
    id: 'Card',
    examples: [
      {
        id: '248113720984670300',
        author: tess,
        ...words,
        layer: { language: 'zh-Hans', title: '麻薯来交猫税' },
        cover,
        excerpt: '',
        pictures: 3,
        notice: null,
        counts: { likes: 128, comments: 12 },
        mine: { liked: false, collected: false },
        createdAt,
      },
    ],
  })
export type Card = z.infer<typeof Card>

export const Note = z
  .object({
    id: Id,
    author: AccountStub,
    title: z.string(),
    text: z.string(),
    spans: z.array(Span),
    language: LanguageTag,
    layer: Layer.nullable(),
    /** In order; the first is the cover. Of a note that came from elsewhere there may be none. */
    media: z.array(Media),
    topics: z.array(z.string()),
    visibility: Visibility,
    comments: WhoComments,
    /** Whether the reader may comment now. */
    canComment: z.boolean(),
    /** Content notice: what to expect before looking; null: none. */
    notice: z.string().nullable(),
    aiMade: z.boolean(),
    counts: Counts,
    mine: Mine,
    following: z.boolean(),
    createdAt: Time,
    editedAt: Time.nullable(),
    /** `scheduled` and `removed` are seen by the author only. */
    state: z.enum(['published', 'scheduled', 'removed']),
    publishAt: Time.nullable(),
    /** Why it was removed, in words, for the author. */
    removal: z.object({ reason: z.string(), words: z.string() }).nullable(),
  })
  .meta({
    id: 'Note',
    examples: [
      {
        id: '248113720984670300',
        author: tess,
        ...words,
        text: 'She hates Mondays. #petTax',
        spans: [{ type: 'topic', start: 19, end: 26, topic: 'petTax' }],
        layer: null,
        media: [{ id: '248113720984670209', state: 'ready', url: '/media/4f/248113720984670209-1080.webp', ...cover }],
        topics: ['petTax'],
        visibility: 'public',
        comments: 'open',
        canComment: true,
        notice: null,
        aiMade: false,
        counts: { likes: 128, collects: 31, comments: 12, views: 4096 },
        mine: { liked: false, collected: true },
        following: true,
        createdAt,
        editedAt: null,
        state: 'published',
        publishAt: null,
        removal: null,
      },
    ],
  })
export type Note = z.infer<typeof Note>

const NoteInput = z.object({
  title: z.string().trim().max(MAX_TITLE),
  text: z.string().max(MAX_TEXT),
  /** In order; the first is the cover. Empty: the text becomes a text card. */
  media: z.array(Id).max(MAX_MEDIA),
  /** Besides those in the text. */
  topics: z.array(TopicName).max(20),
  language: LanguageTag,
  layer: z.object({ language: LanguageTag, title: z.string().trim().max(MAX_TITLE), text: z.string().max(MAX_TEXT) }).nullable(),
  visibility: Visibility,
  comments: WhoComments,
  notice: z.string().trim().max(120).nullable(),
  aiMade: z.boolean(),
  /** Template of the text card when there are no media. */
  textCard: z.string().max(40),
})
export const PublishNote = NoteInput.partial()
  .extend({ publishAt: Time.optional(), draft: Id.optional() })
  .meta({
    id: 'PublishNote',
    examples: [{ title: 'Mochi pays the cat tax', text: 'She hates Mondays. #petTax', media: ['248113720984670208'] }],
  })
export type PublishNote = z.infer<typeof PublishNote>
export const EditNote = NoteInput.omit({ textCard: true }).partial().extend({ publishAt: Time.optional() }).meta({ id: 'EditNote' })
export type EditNote = z.infer<typeof EditNote>

/** One past wording of a note. */
export const Revision = z.object({ title: z.string(), text: z.string(), at: Time }).meta({ id: 'Revision' })
export type Revision = z.infer<typeof Revision>

/** What someone is writing: kept as typed, valid or not. */
export const Draft = z
  .object({ id: Id, content: z.record(z.string(), z.unknown()), media: z.array(Media), version: z.int(), updatedAt: Time })
  .meta({
    id: 'Draft',
    examples: [{ id: '248113720984670400', content: { title: 'Mochi', text: 'She' }, media: [], version: 3, updatedAt: createdAt }],
  })
export type Draft = z.infer<typeof Draft>
/** `version` is what the writer last saw; an older one is answered with problem `draft-newer`, and nothing is overwritten. */
/** Whatever the composer keeps: measured as a whole where it is saved (drafts/change.ts). */
export const SaveDraft = z.object({ content: z.record(z.string(), z.unknown()), version: z.int().min(0) })
export type SaveDraft = z.infer<typeof SaveDraft>

export const Comment = z
  .object({
    id: Id,
    note: Id,
    /** The first-level comment this one stands under; null: it is one itself. */
    thread: Id.nullable(),
    /** Whose reply this one answers; null: it answers the thread's own comment (or is it). */
    replyTo: AccountStub.nullable(),
    /** null: the comment is gone, and does not say whose it was. */
    author: AccountStub.nullable(),
    /** Written by the note's author. */
    byAuthor: z.boolean(),
    text: z.string(),
    spans: z.array(Span),
    language: LanguageTag,
    media: z.array(Media),
    pinned: z.boolean(),
    counts: z.object({ likes: z.int(), replies: z.int() }),
    mine: z.object({ liked: z.boolean() }),
    createdAt: Time,
    /** Deleted but with replies below: text is empty. */
    gone: z.boolean(),
    /** First replies, on first-level comments. */
    replies: z.array(z.unknown()),
  })
  .meta({
    id: 'Comment',
    examples: [
      {
        id: '248113720984670500',
        note: '248113720984670300',
        thread: null,
        replyTo: null,
        author: xiaoman,
        byAuthor: false,
        text: '太可爱了！',
        spans: [],
        language: 'zh-Hans',
        media: [],
        pinned: false,
        counts: { likes: 4, replies: 0 },
        mine: { liked: false },
        createdAt,
        gone: false,
        replies: [],
      },
    ],
  })
export type Comment = Omit<z.infer<typeof Comment>, 'replies'> & { replies: Comment[] }
export const MakeComment = z
  .object({ text: z.string().trim().max(MAX_COMMENT), replyTo: Id.optional(), media: z.array(Id).max(3).optional() })
  .meta({ id: 'MakeComment', examples: [{ text: '太可爱了！' }] })
export type MakeComment = z.infer<typeof MakeComment>

export const Board = z
  .object({
    id: Id,
    owner: AccountStub,
    title: z.string(),
    private: z.boolean(),
    /** The one that collecting without a board fills; it cannot be deleted. */
    default: z.boolean(),
    notes: z.int(),
    /** Up to four covers, smallest renditions. */
    covers: z.array(z.string()),
    createdAt: Time,
  })
  .meta({
    id: 'Board',
    examples: [
      {
        id: '248113720984670600',
        owner: xiaoman,
        title: '猫咪',
        private: false,
        default: false,
        notes: 1,
        covers: ['/media/4f/248113720984670209-360.webp'],
        createdAt,
      },
    ],
  })
export type Board = z.infer<typeof Board>
export const MakeBoard = z.object({ title: z.string().trim().min(1).max(60), private: z.boolean().default(false) })
export type MakeBoard = z.infer<typeof MakeBoard>
export const UpdateBoard = z.object({ title: z.string().trim().min(1).max(60), private: z.boolean(), cover: Id.nullable() }).partial()

export const Topic = z
  .object({ name: z.string(), counts: z.object({ notes: z.int(), views: z.int() }), muted: z.boolean().optional() })
  .meta({ id: 'Topic', examples: [{ name: 'TikTokRefugee', counts: { notes: 120000, views: 100000000 } }] })
export type Topic = z.infer<typeof Topic>

export const Views = z
  .object({ items: z.array(z.object({ note: Id, ms: z.int().min(0).max(86_400_000).optional() })).max(100) })
  .meta({ id: 'Views' })

/** Where a comment stands on its note's page. The page itself says the same (`pathTo.comment`), and a test holds the two together. */
export const commentPath = (note: string, comment: string): string => `/notes/${note}#comment-${comment}`
