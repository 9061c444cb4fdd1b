import { type Queryable, sql } from '#server/platform/db.ts'
import type { DraftRow } from '../tables.ts'

const columns = sql`id, content, version, updated_at`

export const draftRow = (db: Queryable, accountId: string, id: string, held = false): Promise<DraftRow | undefined> =>
  db.one<DraftRow>(sql`select ${columns} from draft where id = ${id} and account_id = ${accountId} ${held ? sql`for update` : sql``}`)

/** Of these pictures, one's own: a draft may name anything, and shows nothing of others. */
export const ownPictures = (db: Queryable, accountId: string, ids: readonly string[]): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`select id from media where account_id = ${accountId} and id = any(${ids}::bigint[])`)

/** Last saved first. */
export const draftRows = (
  db: Queryable,
  accountId: string,
  after: { us: string; id: string } | null,
  limit: number,
): Promise<(DraftRow & { us: string })[]> =>
  db.rows<DraftRow & { us: string }>(sql`
    select ${columns}, (extract(epoch from updated_at) * 1000000)::bigint as us from draft
    where account_id = ${accountId}
      ${after ? sql`and (updated_at, id) < (timestamptz 'epoch' + ${after.us}::bigint * interval '1 microsecond', ${after.id}::bigint)` : sql``}
    order by updated_at desc, id desc limit ${limit}`)
