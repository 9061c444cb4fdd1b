import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { AccountStub, Relationship } from '#server/rooms/accounts/schema.ts'

/** A person in a list of followers, followed, blocked, requests … */
export const Person = AccountStub.extend({ bio: z.string(), relationship: Relationship.nullable() }).meta({
  id: 'Person',
  examples: [
    { id: '248113720984670208', handle: 'lin.yue', displayName: '林月', avatar: null, bio: '成都，养猫，煮汤圆', relationship: null },
  ],
})
export type Person = z.infer<typeof Person>

export const FollowRequest = z.object({ account: Person, at: Time }).meta({ id: 'FollowRequest' })
export type FollowRequest = z.infer<typeof FollowRequest>

/** A muted word (or phrase) or topic: notes with it do not reach feed, search or notifications of who muted it. */
export const Filter = z.object({ id: Id, kind: z.enum(['word', 'topic']), value: z.string(), until: Time.nullable() }).meta({
  id: 'Filter',
  examples: [{ id: '248113720984670209', kind: 'word', value: '剧透', until: null }],
})
export type Filter = z.infer<typeof Filter>
export const MakeFilter = z.object({
  kind: z.enum(['word', 'topic']),
  value: z.string().trim().min(1).max(60),
  until: Time.nullable().optional(),
})
export type MakeFilter = z.infer<typeof MakeFilter>
