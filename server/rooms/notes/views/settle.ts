import type { Context } from '#server/platform/context.ts'
import type { Queryable } from '#server/platform/db.ts'
import { openNotes, publishedPairs } from '../read-sight.ts'
import { SeenLately } from './seen.ts'

const WINDOW_MS = 30 * 60_000
/** Strangers of one network, told apart by what their browsers say of themselves, who count for one note: a browser can say anything. */
const STRANGERS = { burst: 40, seconds: 1800 } as const

/** A look that may count. */
export interface Look {
  noteId: string
  /** null: a stranger. */
  accountId: string | null
  /** A stranger's network. */
  network: string | null
  /** Milliseconds of the clock that never steps. */
  at: number
}

export const seenLately = (ctx: Context): SeenLately => ctx.hold('notes.seen', () => new SeenLately(ctx.clock.monotonic(), WINDOW_MS))

/** Notes of the looks that count now, by their marks, one for each look; from now on these looks are seen. */
export async function settleLooks(ctx: Context, looks: ReadonlyMap<string, Look>): Promise<string[]> {
  const maySee = await sightOf(ctx.db, [...looks.values()])
  const seen = seenLately(ctx)
  const counted: string[] = []
  for (const [mark, look] of looks) {
    const { noteId, network, at } = look
    if (!maySee(look) || !seen.add(mark, at)) continue
    if (network === null || ctx.limits.count('views of a note', `${network} ${noteId}`, STRANGERS) === 0) counted.push(noteId)
  }
  return counted
}

/** Which of the looks are at published notes that their lookers may see, and not their own: one statement for strangers, one for all others. */
async function sightOf(db: Queryable, looks: readonly Look[]): Promise<(look: Look) => boolean> {
  const asked = new Set<string>()
  const [who, what]: [string[], string[]] = [[], []]
  for (const { noteId, accountId } of looks) {
    if (accountId === null) asked.add(noteId)
    else {
      who.push(accountId)
      what.push(noteId)
    }
  }
  const [open, theirs] = await Promise.all([
    asked.size === 0 ? [] : db.rows<{ id: string }>(openNotes([...asked])),
    who.length === 0 ? [] : db.rows<{ who: string; what: string }>(publishedPairs(who, what)),
  ])
  const forAll = new Set(open.map((row) => row.id))
  const forOne = new Set(theirs.map((row) => `${row.who} ${row.what}`))
  return ({ noteId, accountId }) => (accountId === null ? forAll.has(noteId) : forOne.has(`${accountId} ${noteId}`))
}
