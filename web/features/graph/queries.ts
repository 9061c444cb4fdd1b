import type { Person } from '#server/rooms/graph/schema.ts'
import { listQuery } from '#web/lib/lists.ts'

/** Who follows someone, or whom they follow. */
export const peopleQuery = (handle: string, what: 'followers' | 'following') =>
  listQuery<Person>(['people', handle.toLowerCase(), what], `/v1/accounts/${encodeURIComponent(handle)}/${what}`)
