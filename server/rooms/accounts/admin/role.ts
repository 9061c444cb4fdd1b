import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { lastAdmin } from '../errors.ts'
import { isLastAdmin } from '../leaving/leave.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof } from '../schema.ts'
import { countsHere } from '../secret.ts'
import { noteSecurity } from '../security/note.ts'
import { changed } from '../sessions/known.ts'
import type { Role } from '../tables.ts'

/**
 * Makes someone a moderator or administrator, or a person like any other. The last administrator stays one. Off a demo an account made on one
 * can only lose its role.
 */
export async function setRole(
  ctx: Context,
  admin: Viewer,
  id: string,
  role: Role,
  proof: Proof | null | undefined,
): Promise<Result<undefined>> {
  const proven = await needProof(ctx, admin, proof)
  if (!proven.ok) return proven
  const done = await changeProven(ctx, admin, async (tx) => {
    if (role !== 'admin' && (await isLastAdmin(ctx, tx, id))) return fail(lastAdmin)
    const set = await tx.one<{ was: Role }>(sql`
      with old as (select id, role from account where id = ${id} for update)
      update account a set role = ${role} from old, account_secret s
      where a.id = old.id and s.account_id = a.id and a.state = 'active' and a.origin is null and (${role} = 'person' or ${countsHere(ctx)})
      returning old.role as was`)
    if (!set) return fail(notFound)
    if (set.was !== role) await noteSecurity(ctx, tx, { accountId: id, kind: 'role-changed', name: role })
    return ok()
  })
  changed(ctx, id)
  return done
}
