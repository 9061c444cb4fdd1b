import type { QueryClient } from '@tanstack/react-query'
import type { Card, Note } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { pathTo } from '#web/lib/path.ts'
import { editInLists, optimistic } from '#web/ui/optimistic.tsx'

const liked = <T extends { mine: { liked: boolean }; counts: { likes: number } }>(item: T, on: boolean): T =>
  item.mine.liked === on
    ? item
    : { ...item, mine: { ...item.mine, liked: on }, counts: { ...item.counts, likes: Math.max(0, item.counts.likes + (on ? 1 : -1)) } }

/** Likes or unlikes a note wherever it is shown. A visitor is asked to sign in and comes back here. */
export function like(client: QueryClient, id: string, on: boolean, signedIn: boolean): Promise<unknown> {
  if (!signedIn) {
    location.assign(pathTo.signIn(`${location.pathname}${location.search}`))
    return Promise.resolve()
  }
  return optimistic(client, {
    keys: [['cards'], ['note', id]],
    change: () => {
      editInLists<Card>(client, ['cards'], id, (card) => liked(card, on))
      client.setQueryData<Note>(['note', id], (note) => note && liked(note, on))
    },
    send: () => (on ? api.put(`/v1/notes/${id}/like`) : api.delete(`/v1/notes/${id}/like`)),
  })
}
