import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { List } from '#server/platform/schema.ts'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { optimistic } from '#web/ui/optimistic.tsx'

type Lists = InfiniteData<List<Comment>>

/** Edits every comment of the note that fits, at either level; `null` takes it away. */
function editComments(client: QueryClient, note: string, edit: (comment: Comment) => Comment | null) {
  const each = (list: readonly Comment[]): Comment[] =>
    list.flatMap((comment) => {
      const kept = edit(comment)
      return kept ? [{ ...kept, replies: each(kept.replies) }] : []
    })
  const change = (data: Lists | undefined) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: each(page.items) })) }
  client.setQueriesData<Lists>({ queryKey: ['comments', note] }, change)
  client.setQueriesData<Lists>({ queryKey: ['replies'] }, change)
}

const countOn = (client: QueryClient, note: string, by: number) =>
  client.setQueryData<Note>(
    ['note', note],
    (now) => now && { ...now, counts: { ...now.counts, comments: Math.max(0, now.counts.comments + by) } },
  )

const keysOf = (note: string) => [['comments', note], ['replies'], ['note', note]]

export const likeComment = (client: QueryClient, comment: Comment, on: boolean) =>
  optimistic(client, {
    keys: keysOf(comment.note),
    change: () =>
      editComments(client, comment.note, (c) =>
        c.id === comment.id && c.mine.liked !== on
          ? { ...c, mine: { liked: on }, counts: { ...c.counts, likes: Math.max(0, c.counts.likes + (on ? 1 : -1)) } }
          : c,
      ),
    send: () => (on ? api.put(`/v1/comments/${comment.id}/like`) : api.delete(`/v1/comments/${comment.id}/like`)),
  })

/** One comment of a note can be pinned. */
export async function pinComment(client: QueryClient, comment: Comment, on: boolean) {
  await optimistic(client, {
    keys: keysOf(comment.note),
    change: () => editComments(client, comment.note, (c) => ({ ...c, pinned: c.id === comment.id ? on : false })),
    send: () => (on ? api.put(`/v1/comments/${comment.id}/pin`) : api.delete(`/v1/comments/${comment.id}/pin`)),
  })
  void client.invalidateQueries({ queryKey: ['comments', comment.note] })
}

/** A comment with replies leaves its place behind, so that these keep their sense. */
export const deleteComment = (client: QueryClient, comment: Comment) =>
  optimistic(client, {
    keys: keysOf(comment.note),
    change: () => {
      editComments(client, comment.note, (c) => {
        if (c.id !== comment.id) return c
        return c.counts.replies > 0 ? { ...c, gone: true, text: '', spans: [], media: [], pinned: false } : null
      })
      countOn(client, comment.note, -1)
    },
    send: () => api.delete(`/v1/comments/${comment.id}`),
  })

export interface NewComment {
  text: string
  /** Ids of uploaded pictures. */
  media: string[]
  replyTo: Comment | null
}

/** Sends a comment and puts it where its author will look for it: on top, or at the end of its thread. Throws when refused. */
export async function sendComment(client: QueryClient, note: string, input: NewComment): Promise<Comment> {
  const body = {
    text: input.text,
    ...(input.replyTo ? { replyTo: input.replyTo.id } : {}),
    ...(input.media.length > 0 ? { media: input.media } : {}),
  }
  const made = await api.post<Comment>(`/v1/notes/${note}/comments`, body, { idempotencyKey: crypto.randomUUID() })
  if (made.thread) {
    editComments(client, note, (c) =>
      c.id === made.thread ? { ...c, replies: [...c.replies, made], counts: { ...c.counts, replies: c.counts.replies + 1 } } : c,
    )
    client.setQueryData<Lists>(
      ['replies', made.thread, 'list'],
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, i) => (i === data.pages.length - 1 ? { ...page, items: [...page.items, made] } : page)),
        },
    )
  } else {
    client.setQueriesData<Lists>({ queryKey: ['comments', note] }, (data) => {
      const [first, ...rest] = data?.pages ?? []
      if (!data || !first) return data
      const pinned = first.items.filter((c) => c.pinned)
      return { ...data, pages: [{ ...first, items: [...pinned, made, ...first.items.filter((c) => !c.pinned)] }, ...rest] }
    })
  }
  countOn(client, note, 1)
  return made
}
