import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { withPair } from './pair.ts'
import { reachable } from './read.ts'

/** Mutes someone: lists leave them out for me, follows stay, nobody is told. */
export const mute = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> =>
  withPair(ctx, viewer.accountId, handle, async (tx, them) => {
    const done = await tx.one<{ found: boolean; muted: boolean }>(sql`
      with them as (${reachable(viewer.accountId, them.id)}),
      muted as (insert into mute (muter_id, muted_id) select ${viewer.accountId}, id from them on conflict do nothing returning 1)
      select exists (select 1 from them) as found, exists (select 1 from muted) as muted`)
    return done?.found ? ok(done.muted) : fail(notFound)
  })

export const unmute = (ctx: Context, viewer: Pick<Viewer, 'accountId'>, handle: string): Promise<Result<undefined>> =>
  withPair(ctx, viewer.accountId, handle, async (tx, them) =>
    ok((await tx.run(sql`delete from mute where muter_id = ${viewer.accountId} and muted_id = ${them.id}`)) > 0),
  )
