import { type Queryable, sql } from '#server/platform/db.ts'
import { idAt } from '#server/platform/ids.ts'
import { sight } from '../read-sight.ts'

export interface TopicRow {
  id: string
  key: string
  name: string
  notes: number
  views: number
}

export const topicRow = (db: Queryable, key: string): Promise<TopicRow | undefined> =>
  db.one<TopicRow>(sql`
    select t.id, t.key, t.name, c.notes, c.views::float8 as views from topic as t join topic_counter as c on c.topic_id = t.id where t.key = ${key}`)

/** Hours after which a note weighs half in the trend. */
const HALF_LIFE_H = 8
/** How far back a trend looks. */
const DAYS_MS = 3 * 86_400_000
/** The newest notes that are looked at: a bound on the work, not on the time. */
const NEWEST = 4000

/**
 * What grows: notes of the last three days, each weighing by its age and by the answer it had (views, likes, comments), summed by topic, the
 * number of different authors counting most. Filled up by what has most notes at all where little is going on.
 */
export const trendingRows = (db: Queryable, now: Date, limit: number): Promise<TopicRow[]> =>
  db.rows<TopicRow>(sql`
    with fresh as (
      select n.id, n.author_id, power(0.5, extract(epoch from ${now}::timestamptz - n.published_at) / 3600 / ${HALF_LIFE_H}::float8) as weight
      from note as n join account as a on a.id = n.author_id
      where n.id >= ${idAt(now.getTime() - DAYS_MS)} and ${sight.open}
        and n.published_at between ${now}::timestamptz - interval '3 days' and ${now}::timestamptz + interval '1 minute'
      order by n.id desc limit ${NEWEST}),
    trend as (
      select x.topic_id, count(distinct f.author_id) * sum(f.weight * (1 + ln(1 + c.views::float8) + ln(1 + 3 * c.likes + 5 * c.comments))) as score
      from fresh as f join note_topic as x on x.note_id = f.id join note_counter as c on c.note_id = f.id
      group by x.topic_id order by score desc limit ${limit}),
    steady as (select topic_id, 0::float8 as score from topic_counter where notes > 0 order by notes desc, topic_id limit ${limit})
    select t.id, t.key, t.name, c.notes, c.views::float8 as views
    from (select topic_id, max(score) as score from (select * from trend union all select * from steady) as s group by topic_id) as best
    join topic as t on t.id = best.topic_id join topic_counter as c on c.topic_id = t.id
    where c.notes > 0 order by best.score desc, c.notes desc, t.id limit ${limit}`)

/** Notes under a topic that a reader who follows these people may find, newest first. */
export const topicNoteRows = (
  db: Queryable,
  topicId: string,
  following: readonly string[],
  before: string | null,
  limit: number,
): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`
    select x.note_id as id from note_topic as x join note as n on n.id = x.note_id join account as a on a.id = n.author_id
    where x.topic_id = ${topicId} and ${sight.shared} and ${sight.authorFor(following)} ${before ? sql`and x.note_id < ${before}::bigint` : sql``}
    order by x.note_id desc limit ${limit}`)

/** The best answered of the topic's latest notes, best first: a few hundred are more than anybody scrolls through. */
export const topTopicNotes = (db: Queryable, topicId: string): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`
    with latest as (select note_id from note_topic where topic_id = ${topicId} order by note_id desc limit 3000)
    select n.id from latest join note as n on n.id = latest.note_id join note_counter as c on c.note_id = n.id
    where ${sight.shared}
    order by c.likes + 2 * c.collects + 2 * c.comments desc, n.id desc limit 400`)

/** Numbers of these topics now, without those that nobody may come across. */
export const openTopics = (db: Queryable, ids: readonly string[]): Promise<TopicRow[]> =>
  db.rows<TopicRow>(sql`
    select t.id, t.key, t.name, c.notes, c.views::float8 as views from topic as t join topic_counter as c on c.topic_id = t.id
    where t.id = any(${ids}::bigint[]) and c.notes > 0`)

/** Whether this person has a note of their own under the topic. */
export const ownUnderTopic = async (db: Queryable, topicId: string, accountId: string): Promise<boolean> =>
  (await db.one(sql`
    select 1 from note_topic as x join note as n on n.id = x.note_id
    where x.topic_id = ${topicId} and n.author_id = ${accountId} and n.state <> 'deleted' limit 1`)) !== undefined
