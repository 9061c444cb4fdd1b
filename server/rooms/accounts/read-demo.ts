import { type Queryable, sql } from '#server/platform/db.ts'

/** Of this database: that a demo has made it. The seed marks it before it makes the first person, and the mark travels with backups. */
export const demoMark = sql`exists (select 1 from setting where name = 'demo')`

/** Whether this is a demo's database, also one of a release that marked only its people. */
export const isDemoMade = async (db: Queryable): Promise<boolean> =>
  (await db.one<{ made: boolean }>(sql`select ${demoMark} or exists (select 1 from account_secret where is_demo) as made`))?.made === true
