import { queryOptions } from '@tanstack/react-query'
import type { Board, Card } from '#server/rooms/notes/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

/** Someone's boards; one's own with the private ones. */
export const boardsQuery = (handle: string) =>
  listQuery<Board>(['boards', handle.toLowerCase()], `/v1/accounts/${encodeURIComponent(handle)}/boards`)

export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', id],
    queryFn: ({ client, signal }) => apiOf(client).get<Board>(`/v1/boards/${id}`, { signal }),
  })

export const boardNotesQuery = (id: string) => listQuery<Card>(['cards', 'board', id], `/v1/boards/${id}/notes`)
