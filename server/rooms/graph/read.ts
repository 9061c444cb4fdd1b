import { type Queryable, type Sql, sql } from '#server/platform/db.ts'
import type { Locale } from '#server/rooms/language/schema.ts'

/** The least of an account that decides who may do what with it. */
export interface Party {
  id: string
  private: boolean
  state: 'active' | 'suspended' | 'deleting' | 'deleted'
}

const plain = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase()

/** Someone at home here, by handle, in whatever state. */
export const findParty = (db: Queryable, handle: string): Promise<Party | undefined> =>
  db.one<Party>(sql`select id, is_private as private, state from account where handle = ${plain(handle)} and origin is null`)

/**
 * The account as a row of (id, is_private) if `me` may have to do with it now, else no row: it is active, another one, and has not blocked `me`.
 * To be put into the statement that acts, so that what was read is what is written.
 */
export const reachable = (me: string, them: string): Sql => sql`
  select a.id, a.is_private from account a
  where a.id = ${them} and a.id <> ${me} and a.state = 'active'
    and not exists (select 1 from block where blocker_id = a.id and blocked_id = ${me})`

/** Of these accounts, those that are still there, as rows of id. */
export const stillThere = (ids: readonly string[]): Sql => sql`(select account.id from account where account.id = any(${ids}::bigint[]))`

/** Edges between people that make a list. `from` looks at `to`; `mine` is which end the list's owner stands on. */
const edges = {
  followers: { table: 'follow', owner: 'followed_id', other: 'follower_id' },
  following: { table: 'follow', owner: 'follower_id', other: 'followed_id' },
  requests: { table: 'follow_request', owner: 'followed_id', other: 'follower_id' },
  blocks: { table: 'block', owner: 'blocker_id', other: 'blocked_id' },
  mutes: { table: 'mute', owner: 'muter_id', other: 'muted_id' },
} as const
export type Edge = keyof typeof edges

export interface EdgeRow {
  id: string
  bio: string
  at: Date
  /** Microseconds since 1970: the exact place in the list. */
  us: string
}

/** One page and one more of the people at the other end of an edge, latest first; only active ones, and none who has blocked the reader or is blocked. */
export function edgeRows(
  db: Queryable,
  edge: Edge,
  ownerId: string,
  readerId: string | null,
  after: { us: string; id: string } | null,
  limit: number,
): Promise<EdgeRow[]> {
  const e = edges[edge]
  const owner = sql.raw(`e.${e.owner}`)
  const other = sql.raw(`e.${e.other}`)
  // One's own list of blocks is of course of blocked people; of those only the ones who blocked back stay, too.
  const unblocked =
    readerId && edge !== 'blocks'
      ? sql`and not exists (select 1 from block where (blocker_id = a.id and blocked_id = ${readerId}) or (blocker_id = ${readerId} and blocked_id = a.id))`
      : sql``
  const from = after
    ? sql`and (e.at, ${other}) < (timestamptz 'epoch' + ${after.us}::bigint * interval '1 microsecond', ${after.id}::bigint)`
    : sql``
  return db.rows<EdgeRow>(sql`
    select a.id, a.bio, e.at, (extract(epoch from e.at) * 1000000)::bigint as us
    from ${sql.raw(e.table)} as e join account as a on a.id = ${other}
    where ${owner} = ${ownerId} and a.state = 'active' ${unblocked} ${from}
    order by e.at desc, ${other} desc limit ${limit + 1}`)
}

/** Which of these people follow `me`. */
export const followersAmong = (db: Queryable, me: string, ids: readonly string[]): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`select follower_id as id from follow where followed_id = ${me} and follower_id = any(${ids}::bigint[])`)

export interface ProfileRow extends Party {
  handle: string
  display_name: string
  avatar_url: string | null
  banner_url: string | null
  bio: string
  pronouns: string
  place: string
  languages: string[]
  locale: Locale
  role: 'person' | 'moderator' | 'admin'
  created_at: Date
  followers: number
  following: number
  notes: number
  /** Of these, for followers only. */
  followers_notes: number
  likes: number
}

/** A profile with its numbers, by id. */
export const profileRow = (db: Queryable, id: string): Promise<ProfileRow | undefined> =>
  db.one<ProfileRow>(sql`
    select a.id, a.is_private as private, a.state, a.handle, a.display_name, case when a.avatar_id is not null then a.avatar_url end as avatar_url,
      case when a.banner_id is not null then a.banner_url end as banner_url, a.bio,
      a.pronouns, a.place, a.languages, a.locale, a.role, a.created_at, coalesce(c.followers, 0) as followers, coalesce(c.following, 0) as following, coalesce(c.notes, 0) as notes,
      coalesce(c.followers_notes, 0) as followers_notes,
      coalesce(c.likes, 0) as likes
    from account as a left join account_counter as c on c.account_id = a.id where a.id = ${id}`)
