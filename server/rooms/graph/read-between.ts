import { type Sql, sql } from '#server/platform/db.ts'

/** What is between two people now, as conditions on two ids (values or columns), to be put into the statement that acts on it. */
export const between = {
  /** Either has blocked the other: they may not meet. */
  blocked: (one: Sql, other: Sql): Sql => sql`exists (
    select 1 from block as b where (b.blocker_id = ${one} and b.blocked_id = ${other}) or (b.blocker_id = ${other} and b.blocked_id = ${one}))`,
  mutes: (by: Sql, whom: Sql): Sql => sql`exists (select 1 from mute as m where m.muter_id = ${by} and m.muted_id = ${whom})`,
  follows: (by: Sql, whom: Sql): Sql => sql`exists (select 1 from follow as f where f.follower_id = ${by} and f.followed_id = ${whom})`,
  /** Has asked to follow and waits for an answer. */
  asks: (by: Sql, whom: Sql): Sql =>
    sql`exists (select 1 from follow_request as q where q.follower_id = ${by} and q.followed_id = ${whom})`,
}
