import type { Case } from '#server/rooms/trust/schema.ts'
import { listQuery } from '#web/lib/lists.ts'

/** Cases waiting for a moderator, or those decided. */
export const casesQuery = (state: 'open' | 'decided') => listQuery<Case>(['cases', state], '/v1/moderation/cases', { state })
