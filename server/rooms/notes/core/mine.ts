import type { Context } from '#server/platform/context.ts'
import { type Gathered, gather } from '#server/platform/gather.ts'
import { mineRows } from './read.ts'

export interface Mine {
  liked: ReadonlySet<string>
  collected: ReadonlySet<string>
}
const nothing: Mine = { liked: new Set(), collected: new Set() }

/** Askers of one statement; each brings up to a hundred notes. */
const MOST = 64

/** By asker and list. */
const reading = (ctx: Context): Gathered<Mine> =>
  ctx.hold('notes.mine', () =>
    gather(
      async (asked) => {
        const lists = asked.map((key) => key.split(' ') as [string, string])
        const found = asked.map(() => ({ liked: new Set<string>(), collected: new Set<string>() }))
        const rows = await mineRows(
          ctx.db,
          lists.map(([who]) => who),
          lists.map(([, ids]) => `{${ids}}`),
        )
        for (const { n, id, liked } of rows) found[n - 1]?.[liked ? 'liked' : 'collected'].add(id)
        return new Map(asked.map((key, n) => [key, found[n] ?? nothing]))
      },
      { most: MOST },
    ),
  )

/** Which of these notes or comments the person likes and keeps; never cached, and read together with what others ask at that moment. */
export async function mineOf(ctx: Context, accountId: string | null, ids: readonly string[]): Promise<Mine> {
  if (accountId === null || ids.length === 0) return nothing
  const key = `${accountId} ${ids.join(',')}`
  return (await reading(ctx)([key])).get(key) ?? nothing
}
