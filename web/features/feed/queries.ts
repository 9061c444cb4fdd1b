import type { Card } from '#server/rooms/notes/schema.ts'
import { listQuery } from '#web/lib/lists.ts'

// Every list of cards has a key that begins with `cards`, so that a like shows wherever the card stands.
export const exploreQuery = () => listQuery<Card>(['cards', 'explore'], '/v1/feed', { limit: 24 })
export const followingQuery = () => listQuery<Card>(['cards', 'following'], '/v1/feed/following', { limit: 24 })
