import { queryOptions } from '@tanstack/react-query'
import type { Person } from '#server/rooms/graph/schema.ts'
import type { Card, Topic } from '#server/rooms/notes/schema.ts'
import type { Suggestion } from '#server/rooms/search/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

export const notesFoundQuery = (q: string) => listQuery<Card>(['cards', 'search', q], '/v1/search', { q, type: 'notes' })
export const peopleFoundQuery = (q: string) => listQuery<Person>(['people', 'search', q], '/v1/search', { q, type: 'accounts' })
export const topicsFoundQuery = (q: string) => listQuery<Topic>(['search', 'topics', q], '/v1/search', { q, type: 'topics' })

/** What the reader may mean, while typing. */
export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['suggestions', q],
    queryFn: ({ client, signal }) => apiOf(client).get<{ items: Suggestion[] }>('/v1/search/suggestions', { signal, query: { q } }),
    staleTime: 60_000,
    retry: false,
  })
