import { queryOptions } from '@tanstack/react-query'
import type { TextCardTemplate } from '#server/rooms/media/schema.ts'
import type { Draft, Note } from '#server/rooms/notes/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { listQuery } from '#web/lib/lists.ts'

export const templatesQuery = () =>
  queryOptions({
    queryKey: ['text-card-templates'],
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<{ items: TextCardTemplate[] }>('/v1/text-card-templates', { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const draftsQuery = () => listQuery<Draft>(['drafts'], '/v1/drafts')
export const scheduledQuery = () => listQuery<Note>(['scheduled'], '/v1/me/scheduled')
