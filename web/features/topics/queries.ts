import { queryOptions } from '@tanstack/react-query'
import type { List } from '#server/platform/schema.ts'
import type { Card, Topic } from '#server/rooms/notes/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

/** What people write about now. */
export const trendingQuery = () =>
  queryOptions({
    queryKey: ['topics', 'trending'],
    queryFn: ({ client, signal }) => apiOf(client).get<List<Topic>>('/v1/topics', { signal }),
  })

/** One topic with its counters; asked again while one looks, so that they live. */
export const topicQuery = (name: string) =>
  queryOptions({
    queryKey: ['topic', name],
    queryFn: ({ client, signal }) => apiOf(client).get<Topic>(`/v1/topics/${encodeURIComponent(name)}`, { signal }),
    refetchInterval: 5000,
    staleTime: 2000,
  })

export const topicNotesQuery = (name: string, sort: 'top' | 'new') =>
  listQuery<Card>(['cards', 'topic', name, sort], `/v1/topics/${encodeURIComponent(name)}/notes`, { sort })
