import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { noteSecurity } from '../security/note.ts'
import { changed } from './known.ts'

/** Ends one of one's own sessions, such as the one on a lost phone. */
export async function endSession(ctx: Context, viewer: Viewer, id: string): Promise<Result<undefined>> {
  const ended = await ctx.db.tx(async (tx) => {
    const gone = await tx.run(sql`delete from session where id = ${id} and account_id = ${viewer.accountId}`)
    // Signing oneself out is no change to tell of.
    if (gone && id !== viewer.sessionId)
      await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'sessions-ended', session: viewer.sessionId })
    return gone
  })
  changed(ctx, viewer.accountId)
  return ended ? ok() : fail(notFound)
}

/**
 * Ends all of one's sessions but this one; `here`: this one, too, so that a copy of its token opens nothing either. Needs no fresh proof: it
 * only takes access away, and who finds a stranger in the list must not be slowed down.
 */
export async function endSessions(ctx: Context, viewer: Viewer, here = false): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const gone = await tx.run(sql`delete from session where account_id = ${viewer.accountId} and id <> ${viewer.sessionId}`)
    if (gone) await noteSecurity(ctx, tx, { accountId: viewer.accountId, kind: 'sessions-ended', session: viewer.sessionId })
    if (here) await tx.run(sql`delete from session where account_id = ${viewer.accountId}`)
  })
  changed(ctx, viewer.accountId)
}
