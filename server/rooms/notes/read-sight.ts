import { type Sql, sql } from '#server/platform/db.ts'
import { between, type Relations } from '#server/rooms/graph/index.ts'
import type { Role } from './policy.ts'

/** The note of this id, or the one that the comment of this id stands under, is a row for which `holds` (about `n`, its author's account `a` and `x`, what was asked for). */
const about = (id: Sql, holds: Sql): Sql => sql`exists (
  select 1 from note as x join note as n on n.id = coalesce(x.root_id, x.id) join account as a on a.id = n.author_id where x.id = ${id} and ${holds})`

const published = sql`n.root_id is null and n.state = 'published'`
const activeAuthor = sql`a.state = 'active'`
/** A note that its author shares with everybody; who its author is comes on top. */
const shared = sql`${published} and n.visibility = 'public'`

/** Published notes that this reader may see (an expression: a value or a column; null: somebody signed out). */
const publishedFor = (reader: Sql): Sql => sql`${published} and (coalesce(n.author_id = ${reader}, false) or (
    ${activeAuthor} and n.visibility <> 'private'
    and not exists (select 1 from block as b where (b.blocker_id = ${reader} and b.blocked_id = n.author_id) or (b.blocked_id = ${reader} and b.blocker_id = n.author_id))
    and ((n.visibility = 'public' and not a.is_private) or exists (select 1 from follow as f where f.follower_id = ${reader} and f.followed_id = n.author_id))))`

/** THE rule of policy.ts as conditions on `n` (the note) and `a` (its author's account). */
export const sight = {
  shared,
  /** The author is there; whether this reader may find what they share comes on top. */
  activeAuthor,
  /** What everybody may come across: the only thing that topics, trends and suggestions may count or name. */
  open: sql`${shared} and ${activeAuthor} and not a.is_private`,
  /** Authors whose shared notes a reader of these relations may find. Blocks are the reader's business, see `mayMeet`. */
  authorFor: (following: readonly string[]): Sql => sql`${activeAuthor} and (not a.is_private or a.id = any(${following}::bigint[]))`,
  publishedFor,
  /** Of a note or comment: this reader may see the note that it is or stands under. */
  readable: (id: Sql, reader: Sql): Sql => about(id, publishedFor(reader)),
  /** Of a note or comment: it is still there (removed is there for its author), and its reader and the note's author may meet. */
  standing: (id: Sql, reader: Sql): Sql =>
    about(
      id,
      sql`n.state <> 'deleted' and (x.root_id is null or x.state in ('published', 'removed')) and not ${between.blocked(reader, sql`n.author_id`)}`,
    ),
  /** That the words of this note or comment name this person. */
  names: (id: Sql, who: Sql): Sql =>
    sql`exists (select 1 from note as m join account as w on w.id = ${who} where m.id = ${id} and m.spans @> jsonb_build_array(jsonb_build_object('type', 'mention', 'handle', w.handle)))`,
  /** That this person likes, or has collected, a note (or likes a comment). */
  liked: (id: Sql, by: Sql): Sql => sql`exists (select 1 from note_like as l where l.note_id = ${id} and l.account_id = ${by})`,
  collected: (id: Sql, by: Sql): Sql => sql`exists (select 1 from note_collect as k where k.note_id = ${id} and k.account_id = ${by})`,
}

/** Revisions (`r`, of notes by this author; see migration 0161) that this reader may read: those they could read while they stood. */
export function readableRevisions(authorId: string, relations: Relations, role: Role = 'person'): Sql {
  if (authorId === relations.accountId) return sql`true`
  if (role !== 'person') return sql`r.reach <> 'none'`
  if (relations.accountId === null) return sql`r.reach = 'public'`
  return sql`(r.reach = 'public' or (r.reach = 'followers' and exists (
    select 1 from follow as f where f.follower_id = ${relations.accountId} and f.followed_id = ${authorId} and f.at <= coalesce(r.reach_until, r.at))))`
}

/** Of these notes the ones that everybody may come across. */
export const openNotes = (ids: readonly string[]): Sql =>
  sql`select n.id from note as n join account as a on a.id = n.author_id where n.id = any(${ids}::bigint[]) and ${sight.open}`

/** Of these readers and published notes, pair by pair (columns `who`, `what`), those where the reader may see the note and did not write it. */
export const publishedPairs = (who: readonly string[], what: readonly string[]): Sql => sql`
  select v.who, v.what from unnest(${who}::bigint[], ${what}::bigint[]) as v(who, what)
  join note as n on n.id = v.what join account as a on a.id = n.author_id where n.author_id <> v.who and ${sight.publishedFor(sql`v.who`)}`
