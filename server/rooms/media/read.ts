import { type Queryable, sql } from '#server/platform/db.ts'
import type { MediaRow } from './tables.ts'

/** The columns of `MediaRow`, of all its kinds. */
export const mediaColumns = sql.raw(
  'id, account_id, kind, state, master, master_width, master_height, crop, animated, revision, width, height, duration_ms, thumbhash, color, alt, text_card, variants',
)

export const mediaRow = (db: Queryable, id: string): Promise<MediaRow | undefined> =>
  db.one<MediaRow>(sql`select ${mediaColumns} from media where id = ${id}`)

export const mediaRows = (db: Queryable, ids: readonly string[]): Promise<MediaRow[]> =>
  db.rows<MediaRow>(sql`select ${mediaColumns} from media where id = any(${ids}::bigint[])`)

/** Every file that a row names. */
export const filesOf = ({ master, variants }: Pick<MediaRow, 'master' | 'variants'>): string[] => [
  ...(master === null ? [] : [master]),
  ...variants.map(({ key }) => key),
]
