import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

/** Under DATA_DIR: an id a line and nothing else. An operator keeps a copy of it beside the backups. */
const FILE = 'erased.log'

/**
 * Writes down who has been erased, outside the database: a backup of the time before brings them back, and a restore erases them again by
 * this list (server/backup/erased.ts). Lines are only ever added; a process killed on the way leaves the old list, and the next sweep the new one.
 */
export async function keepErasureLog(ctx: Context): Promise<void> {
  const rows = await ctx.db.rows<{ id: string }>(sql`select id from account where state = 'deleted' and origin is null order by id`)
  if (rows.length === 0) return
  const file = path.join(ctx.config.dataDir, FILE)
  const had = new Set((await fs.readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean))
  const fresh = rows.map((r) => r.id).filter((id) => !had.has(id))
  if (fresh.length === 0) return
  await fs.mkdir(ctx.config.dataDir, { recursive: true })
  const half = `${file}.${randomBytes(6).toString('hex')}`
  await fs.writeFile(half, `${[...had, ...fresh].join('\n')}\n`, { mode: 0o600 })
  await fs.rename(half, file)
}
