import { type Queryable, sql } from '#server/platform/db.ts'
import { sight } from '#server/rooms/notes/index.ts'

/**
 * Of the relation `told`, what is to reach its person: still true, from someone who may meet them and is not muted, about something there is
 * and that they may see. One statement, however many they are.
 */
export const worthTelling = sql`
  select told.* from told
  join account as reader on reader.id = told.to_id and reader.state in ('active', 'suspended')
  left join note on note.id = told.note_id
  where (told.note_id is null or (note.id is not null and note.state <> 'deleted'))
    and (told.comment_id is null or exists (select 1 from note as c where c.id = told.comment_id and c.state in ('published', 'removed')))
    and (told.actor_id is null or exists (select 1 from account as actor where actor.id = told.actor_id and actor.state = 'active'))
    and not exists (
      select 1 from block as b
      where (b.blocker_id = told.to_id and b.blocked_id in (told.actor_id, note.author_id))
        or (b.blocked_id = told.to_id and b.blocker_id in (told.actor_id, note.author_id)))
    and not exists (select 1 from mute as m where m.muter_id = told.to_id and m.muted_id = told.actor_id)
    and case told.kind
      when 'like' then exists (
        select 1 from note_like as l where l.note_id = coalesce(told.comment_id, told.note_id) and l.account_id = told.actor_id)
      when 'collect' then exists (select 1 from note_collect as k where k.note_id = told.note_id and k.account_id = told.actor_id)
      when 'follow' then exists (select 1 from follow as f where f.follower_id = told.actor_id and f.followed_id = told.to_id)
      when 'follow-request' then exists (
        select 1 from follow_request as r where r.follower_id = told.actor_id and r.followed_id = told.to_id)
      when 'follow-accepted' then exists (select 1 from follow as f where f.follower_id = told.to_id and f.followed_id = told.actor_id)
      when 'decision' then true
      when 'security' then true
      else exists (select 1 from note as n join account as a on a.id = n.author_id where n.id = told.note_id and ${sight.publishedFor(sql`told.to_id`)})
    end`

/**
 * Of the relation `g` of (to_id, kind, actor_id, subject_id), what is not so any more. A like taken back and given again before either was
 * told is a like, in whichever order the two are heard of.
 */
export const undone = sql`
  not case g.kind
    when 'like' then exists (select 1 from note_like as l where l.note_id = g.subject_id and l.account_id = g.actor_id)
    when 'collect' then exists (select 1 from note_collect as k where k.note_id = g.subject_id and k.account_id = g.actor_id)
    when 'follow' then exists (select 1 from follow as f where f.follower_id = g.actor_id and f.followed_id = g.to_id)
    when 'follow-request' then exists (select 1 from follow_request as r where r.follower_id = g.actor_id and r.followed_id = g.to_id)
    else false
  end`

export interface SaidRow {
  id: string
  root_id: string | null
  title: string
  text: string
  layer_title: string | null
  layer_text: string | null
  topics: string[]
}

/** What notes and comments say, to be held against muted words and topics. */
export const saidRows = (db: Queryable, ids: readonly string[]): Promise<SaidRow[]> =>
  db.rows<SaidRow>(sql`
    select n.id, n.root_id, n.title, n.text, n.layer->>'title' as layer_title, n.layer->>'text' as layer_text,
      array(select t.key from note_topic as x join topic as t on t.id = x.topic_id where x.note_id = n.id) as topics
    from note as n where n.id = any(${ids}::bigint[])`)
