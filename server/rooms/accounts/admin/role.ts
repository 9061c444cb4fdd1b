import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { lastAdmin } from '../errors.ts'
import { isLastAdmin } from '../leaving/leave.ts'
import { changed } from '../sessions/known.ts'
import type { Role } from '../tables.ts'

/** Makes someone a moderator or administrator, or a person like any other. The last administrator stays one. */
export async function setRole(ctx: Context, id: string, role: Role): Promise<Result<undefined>> {
  const done = await ctx.db.tx(async (tx) => {
    if (role !== 'admin' && (await isLastAdmin(tx, id))) return fail(lastAdmin)
    const set = await tx.run(sql`update account set role = ${role} where id = ${id} and state = 'active' and origin is null`)
    return set ? ok() : fail(notFound)
  })
  changed(ctx, id)
  return done
}
