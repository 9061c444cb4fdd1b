import { type Queryable, sql } from '#server/platform/db.ts'

/**
 * What moderators wrote with their decisions, by decision. Events carry the decision's id alone: facts may lie for a while, and words about
 * somebody go with them. A decision whose words are gone is missing.
 */
export const decisionWords = async (db: Queryable, decisionIds: readonly string[]): Promise<Map<string, string>> => {
  if (decisionIds.length === 0) return new Map()
  const rows = await db.rows<{ id: string; words: string }>(sql`select id, words from decision where id = any(${decisionIds}::bigint[])`)
  return new Map(rows.map(({ id, words }) => [id, words]))
}
