import { queryOptions } from '@tanstack/react-query'
import type { List } from '#server/platform/schema.ts'
import type { Passkey, SecurityEvent, Session } from '#server/rooms/accounts/schema.ts'
import type { Filter, Person } from '#server/rooms/graph/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

const mine = <T>(name: string) =>
  queryOptions({
    queryKey: ['me', name],
    queryFn: ({ client, signal }) => apiOf(client).get<List<T>>(`/v1/me/${name}`, { signal }),
    staleTime: 0,
  })

export const sessionsQuery = () => mine<Session>('sessions')
export const passkeysQuery = () => mine<Passkey>('passkeys')
/** What changed about how one gets in, latest first. */
export const securityEventsQuery = () => listQuery<SecurityEvent>(['me', 'security-events'], '/v1/me/security-events', { limit: 10 })
export const filtersQuery = () => mine<Filter>('filters')
/** People blocked or muted by the reader. */
export const keptAwayQuery = (what: 'blocks' | 'mutes') => listQuery<Person>(['me', what], `/v1/me/${what}`)
