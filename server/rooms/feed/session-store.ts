import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import type { JobTable } from '#server/platform/jobs.ts'
import { topicKeysOf } from './read.ts'
import type { MadeFeed, Reason, ReasonCode } from './types.ts'

/** How long a session can be gone on from, by the database's clock. */
const MINUTES = 20
const A_TIME = 2000

/** Stored by their numbers: never change the order, add at the end. From `TOPICS` on: a topic, by its place in `topic_ids`. */
const CODES: readonly ReasonCode[] = ['following', 'fresh', 'popular', 'language', 'author']
const TOPICS = 100

interface Row {
  note_ids: string[]
  whys: number[]
  topic_ids: string[]
  at: number
  newest: number
}

/** A session that some process has stored; undefined: none has, or it is too old. */
export async function storedSession(ctx: Context, owner: string, name: string): Promise<MadeFeed | undefined> {
  const row = await ctx.db.one<Row>(sql`
    select note_ids::text[] as note_ids, whys, topic_ids::text[] as topic_ids, made_at::float8 as at, newest::float8 as newest
    from feed_session where name = ${name} and owner = ${owner} and until > now()`)
  return row && feedOf(ctx.db, row)
}

/** Stores a session, or answers what another process stored under its name meanwhile. No words of anybody: notes and topics are named by their ids. */
export async function storeSession(ctx: Context, owner: string, name: string, feed: MadeFeed): Promise<MadeFeed> {
  const topics = [...new Set(feed.why.flatMap(({ topic }) => topic ?? []))]
  const numbers = new Map(topics.map((id, n) => [id, TOPICS + n]))
  const whys = feed.why.map(({ code, topic }) => (topic === undefined ? CODES.indexOf(code) : (numbers.get(topic) as number)))
  const { at, newest } = feed.made
  const stored = await ctx.db.run(sql`
    insert into feed_session as s (name, owner, note_ids, whys, topic_ids, made_at, newest, until)
    values (${name}, ${owner}, ${feed.ids}::bigint[], ${whys}::smallint[], ${topics}::bigint[], ${at}, ${newest},
      now() + ${MINUTES} * interval '1 minute')
    on conflict (name) do update
    set owner = excluded.owner, note_ids = excluded.note_ids, whys = excluded.whys, topic_ids = excluded.topic_ids, made_at = excluded.made_at,
      newest = excluded.newest, until = excluded.until
    where s.until <= now()`)
  return stored > 0 ? feed : ((await storedSession(ctx, owner, name)) ?? feed)
}

async function feedOf(db: Queryable, { note_ids, whys, topic_ids, at, newest }: Row): Promise<MadeFeed> {
  const why = whys.map(
    (n): Reason => (n < TOPICS ? { code: CODES[n] ?? 'popular' } : { code: 'topic', topic: topic_ids[n - TOPICS] as string }),
  )
  return { ids: note_ids, why, topicKeys: await topicKeysOf(db, topic_ids), made: { at, newest }, complete: true }
}

export const sessionJobs: JobTable = {
  /** Forgets sessions that nobody can go on from, a portion at a time. */
  'feed.sweep': async (ctx) => {
    while (
      (await ctx.db.run(sql`
        delete from feed_session where name in (select name from feed_session where until <= now() order by until limit ${A_TIME})`)) ===
      A_TIME
    );
  },
}
