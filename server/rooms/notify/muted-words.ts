import type { Tx } from '#server/platform/db.ts'
import { hides, noRelations, relationsOf } from '#server/rooms/graph/index.ts'
import { notes } from '#server/rooms/notes/index.ts'
import type { Told } from './kind.ts'

/** Of what people wrote, that whose reader has not muted a word in it or a topic of the note. Words that are gone are told to nobody. */
export async function withoutMuted<T extends Told>(tx: Tx, told: readonly T[]): Promise<T[]> {
  if (told.length === 0) return []
  const words = await notes.words(
    tx,
    told.flatMap((t) => t.subject?.id ?? []),
  )
  const readers = await relationsOf(
    tx,
    told.map((t) => t.to),
  )
  return told.filter((t) => {
    const said = words.get(t.subject?.id ?? '')
    return said !== undefined && t.actor !== null && !hides(readers.get(t.to) ?? noRelations, { authorId: t.actor, ...said })
  })
}
