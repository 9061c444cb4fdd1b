import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { List } from '#server/platform/schema.ts'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Board, Card, Comment, Cover, Note, Revision } from '#server/rooms/notes/schema.ts'
import { apiOf } from '#web/lib/api.ts'
import { itemsOf, listQuery } from '#web/lib/lists.ts'

export const noteQuery = (id: string) =>
  queryOptions({
    queryKey: ['note', id],
    queryFn: ({ client, signal }) => apiOf(client).get<Note>(`/v1/notes/${id}`, { signal }),
  })

export type CommentSort = 'top' | 'new'
export const commentsQuery = (id: string, sort: CommentSort) =>
  listQuery<Comment>(['comments', id, sort], `/v1/notes/${id}/comments`, { sort })
export const repliesQuery = (comment: string) => listQuery<Comment>(['replies', comment], `/v1/comments/${comment}/replies`)

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['history', id],
    queryFn: ({ client, signal }) => apiOf(client).get<List<Revision>>(`/v1/notes/${id}/history`, { signal }),
  })

/** Which of my boards hold a note. */
export const holdingQuery = (id: string) =>
  queryOptions({
    queryKey: ['holding', id],
    queryFn: ({ client, signal }) => apiOf(client).get<{ items: { board: Board; holds: boolean }[] }>(`/v1/notes/${id}/boards`, { signal }),
    staleTime: 0,
  })

/** As much of a note's first medium as its card tells: what plays has no files yet. */
function mediaOf(cover: Cover): Media {
  const every = { id: '0', state: 'ready' as const }
  switch (cover.kind) {
    case 'image':
      return { ...every, ...cover, url: cover.variants[0]?.url ?? '' }
    case 'video':
      return { ...every, ...cover, thumbhash: cover.poster?.thumbhash ?? null, url: '', variants: [] }
    case 'audio':
      return { ...every, ...cover, url: '', variants: [] }
    default:
      return cover satisfies never
  }
}

/** What a card already tells of its note, to draw at once while the rest is on its way. */
export function noteFromCards(client: QueryClient, id: string): Note | undefined {
  for (const [, data] of client.getQueriesData<Parameters<typeof itemsOf<Card>>[0]>({ queryKey: ['cards'] })) {
    const card = itemsOf<Card>(data).find((item) => item.id === id)
    if (!card) continue
    return {
      ...card,
      text: '',
      spans: [],
      layer: card.layer ? { ...card.layer, text: '', spans: [] } : null,
      media: card.cover ? [mediaOf(card.cover)] : [],
      topics: [],
      visibility: 'public',
      comments: 'open',
      canComment: false,
      aiMade: false,
      counts: { ...card.counts, collects: 0, views: 0 },
      following: false,
      editedAt: null,
      state: 'published',
      publishAt: null,
      removal: null,
    }
  }
  return undefined
}
