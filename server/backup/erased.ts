import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import type pg from 'pg'

/** Who has been erased, an id a line (see server/rooms/accounts/leaving/erasure-log.ts). */
export const erasureLog = 'erased.log'

/** Ids of the list that an operator laid into the folder before restoring, or that the backup itself brought. */
async function readErased(dataDir: string): Promise<string[]> {
  const text = await fs.readFile(path.join(dataDir, erasureLog), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => /^\d{1,19}$/.test(line))
}

/**
 * People whom a backup of the time before brought back, and who had been erased since: hidden at once, and due for erasing the next time the
 * site looks (within the hour of its start). Answers how many.
 */
export async function hideErased(client: pg.ClientBase, dataDir: string): Promise<number> {
  const ids = await readErased(dataDir)
  if (ids.length === 0) return 0
  const { rowCount } = await client.query(
    `update public.account set state = 'deleting', deletes_at = now() where id = any($1::bigint[]) and state <> 'deleted'`,
    [ids],
  )
  return rowCount ?? 0
}
