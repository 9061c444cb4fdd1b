import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { indexAccounts, indexTopics } from './index-names.ts'
import { indexNotes } from './index-notes.ts'
import { idsAfter, weightsOf } from './read.ts'

const BATCH = 1000

/**
 * Makes the whole index anew from the notes, people and topics there are, batch by batch beside normal work. For databases that were filled
 * otherwise than through the rooms, and when a release cuts texts in another way.
 */
export async function rebuildSearch(ctx: Context, told: (done: number) => void = () => {}): Promise<void> {
  let done = 0
  const all = async (table: 'note' | 'account' | 'topic', index: (db: Queryable, ids: readonly string[]) => Promise<void>) => {
    for (let after = '0'; ; ) {
      const ids = await idsAfter(ctx.db, table, after, BATCH)
      const last = ids.at(-1)
      if (!last) return
      await ctx.db.tx((tx) => index(tx, ids))
      after = last
      done += ids.length
      told(done)
    }
  }
  await all('topic', indexTopics)
  await all('account', indexAccounts)
  await all('note', indexNotes)
}

/** Followers change too often to be told one by one: hourly, what suggestions are ordered by is brought up to date. */
export async function refreshWeights(ctx: Context): Promise<void> {
  for (const kind of ['account', 'topic'] as const)
    await ctx.db.run(sql`
      update search_suggestion as s set weight = w.weight from (${weightsOf(kind)}) as w
      where s.kind = ${kind} and w.ref = s.ref and s.weight <> w.weight`)
}
