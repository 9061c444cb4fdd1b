import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { AccountStub } from '#server/rooms/accounts/schema.ts'

export const Subject = z
  .object({ type: z.enum(['note', 'comment', 'account', 'media']), id: Id })
  .meta({ id: 'Subject', examples: [{ type: 'note', id: '248113720984670208' }] })
export type Subject = z.infer<typeof Subject>
export const reasons = [
  'spam',
  'harassment',
  'hate',
  'sexual',
  'violence',
  'self-harm',
  'minors',
  'illegal',
  'privacy',
  'false-recommendation',
  'impersonation',
  'other',
] as const
export const MakeReport = z.object({ subject: Subject, reason: z.enum(reasons), detail: z.string().trim().max(2000).optional() }).meta({
  id: 'MakeReport',
  examples: [
    { subject: { type: 'note', id: '248113720984670208' }, reason: 'false-recommendation', detail: 'The same text under nine accounts' },
  ],
})
export type MakeReport = z.infer<typeof MakeReport>
export const Report = z
  .object({ id: Id, subject: Subject, reason: z.enum(reasons), state: z.enum(['open', 'closed']), createdAt: Time })
  .meta({
    id: 'Report',
    examples: [
      {
        id: '248113720984670300',
        subject: { type: 'note', id: '248113720984670208' },
        reason: 'spam',
        state: 'open',
        createdAt: '2026-11-21T08:00:00.000Z',
      },
    ],
  })
export type Report = z.infer<typeof Report>

export const actions = ['none', 'remove', 'content-notice', 'suspend'] as const
/** What a moderator sees: all reports of one subject together, with what the subject said when it was reported. */
export const Case = z
  .object({
    id: Id,
    subject: Subject,
    state: z.enum(['open', 'decided']),
    author: AccountStub.nullable(),
    /** Title or first words, as reported. */
    excerpt: z.string(),
    /** Link on this site. */
    link: z.string(),
    reports: z.array(z.object({ by: AccountStub.nullable(), reason: z.enum(reasons), detail: z.string(), at: Time })),
    decision: z
      .object({ action: z.enum(actions), reason: z.enum(reasons), words: z.string(), by: AccountStub.nullable(), at: Time })
      .nullable(),
    createdAt: Time,
  })
  .meta({ id: 'Case' })
export type Case = z.infer<typeof Case>
/** A decision always carries a reason and words that its author can read. */
export const Decide = z.object({ action: z.enum(actions), reason: z.enum(reasons), words: z.string().trim().max(2000).default('') }).meta({
  id: 'Decide',
  examples: [{ action: 'remove', reason: 'false-recommendation', words: 'The same text was posted under nine accounts.' }],
})
export type Decide = z.infer<typeof Decide>
