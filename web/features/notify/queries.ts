import { queryOptions } from '@tanstack/react-query'
import type { Notification } from '#server/rooms/notify/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

/** How many things happened that the reader has not seen. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ['unread'],
    queryFn: ({ client, signal }) => apiOf(client).get<{ count: number }>('/v1/me/unread', { signal }),
    refetchInterval: 60_000,
    staleTime: 30_000,
  })

export const notificationsQuery = (kind?: string) =>
  listQuery<Notification>(['notifications', kind ?? 'all'], '/v1/me/notifications', { kind })
