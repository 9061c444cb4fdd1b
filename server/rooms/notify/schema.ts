import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { AccountStub } from '#server/rooms/accounts/schema.ts'

/**
 * The names of all kinds, and the only list of them: each is a file here (`kinds/<name>.ts`) and one in the web app. They stand in order of
 * nearness: who is answered by a comment is not told that it names them, too.
 */
export const kinds = [
  'reply',
  'comment',
  'mention',
  'like',
  'collect',
  'follow',
  'follow-request',
  'follow-accepted',
  'decision',
  'security',
] as const
export type Kind = (typeof kinds)[number]

/** What notifications can be about, and the only list of it: each is a file here (`subjects/<type>.ts`). Stored with them, so a name must not change. */
export const subjectTypes = ['note', 'comment', 'media', 'account'] as const

/** What happened to me. Likes, collects and follows of one subject on one day come together: `actors` has the latest few, `count` all. */
export const Notification = z
  .object({
    id: Id,
    kind: z.enum(kinds),
    actors: z.array(AccountStub),
    count: z.int(),
    note: z.object({ id: Id, title: z.string(), cover: z.string().nullable() }).nullable(),
    comment: z.object({ id: Id, text: z.string() }).nullable(),
    /** For `decision`: the statement of reasons. For `security`: what was changed about how I get in. */
    words: z.string().nullable(),
    read: z.boolean(),
    at: Time,
  })
  .meta({
    id: 'Notification',
    examples: [
      {
        id: '248113720984670400',
        kind: 'like',
        actors: [{ id: '248113720984670208', handle: 'lin.yue', displayName: '林月', avatar: null }],
        count: 12,
        note: { id: '248113720984670210', title: 'Mochi pays the cat tax', cover: null },
        comment: null,
        words: null,
        read: false,
        at: '2026-11-21T08:00:00.000Z',
      },
    ],
  })
export type Notification = z.infer<typeof Notification>
