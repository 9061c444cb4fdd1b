import { z } from 'zod'
import { Card } from '#server/rooms/notes/schema.ts'

/** Why a card is here, on a personal feed: a stable code with its facts; the screen says it in words. */
export const Why = z.object({
  code: z.enum(['following', 'fresh', 'popular', 'topic', 'language', 'author']),
  topic: z.string().optional(),
})
export type Why = z.infer<typeof Why>

/** A tile of a feed. */
export const FeedCard = Card.extend({ why: Why.optional() }).meta({ id: 'FeedCard' })
export type FeedCard = z.infer<typeof FeedCard>
