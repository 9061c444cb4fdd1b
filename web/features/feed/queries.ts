import type { Card } from '#server/rooms/notes/schema.ts'
import { listQuery } from '#web/lib/lists.ts'

// Every list of cards has a key that begins with `cards`, so that a like shows wherever the card stands.
// A feed does not change under its reader: it is asked for anew when they tap its tab again, or come back after a long while.
const still = { staleTime: Number.POSITIVE_INFINITY }
export const exploreQuery = () => ({ ...listQuery<Card>(['cards', 'explore'], '/v1/feed', { limit: 18 }), ...still })
export const followingQuery = () => ({ ...listQuery<Card>(['cards', 'following'], '/v1/feed/following', { limit: 18 }), ...still })
