import type { QueryClient } from '@tanstack/react-query'
import type { Card, Note } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { editInLists, optimistic } from '#web/ui/optimistic.tsx'

/** Shows a note as collected or not, wherever it stands. */
export function showCollected(client: QueryClient, id: string, on: boolean) {
  editInLists<Card>(client, ['cards'], id, (card) => ({ ...card, mine: { ...card.mine, collected: on } }))
  client.setQueryData<Note>(
    ['note', id],
    (note) =>
      note && {
        ...note,
        mine: { ...note.mine, collected: on },
        counts: { ...note.counts, collects: Math.max(0, note.counts.collects + Number(on) - Number(note.mine.collected)) },
      },
  )
}

/** Collects a note, or takes it out of every board. True when the server agreed. */
export async function collect(client: QueryClient, id: string, on: boolean): Promise<boolean> {
  let done = false
  await optimistic(client, {
    keys: [['cards'], ['note', id]],
    change: () => showCollected(client, id, on),
    send: async () => {
      await (on ? api.put(`/v1/notes/${id}/collect`, {}) : api.delete(`/v1/notes/${id}/collect`))
      done = true
    },
  })
  void client.invalidateQueries({ queryKey: ['holding', id] })
  return done
}
