import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { meSecret } from '#server/rooms/accounts/index.ts'
import type { Account, Me } from '#server/rooms/accounts/schema.ts'
import { findSpans } from '#server/rooms/language/index.ts'
import { relationshipOf } from './people.ts'
import { findParty, followersAmong, type ProfileRow, profileRow } from './read.ts'
import { relations } from './relations.ts'

type Who = Pick<Viewer, 'accountId' | 'role'>

/** `near`: oneself, or a follower: of notes for followers nobody else is told, not even that there are some, and of a closed account nothing. */
const asAccount = (row: ProfileRow, near: boolean): Omit<Account, 'relationship'> => ({
  id: row.id,
  handle: row.handle,
  displayName: row.display_name,
  avatar: row.avatar_url,
  banner: row.banner_url,
  bio: row.bio,
  bioSpans: findSpans(row.bio),
  pronouns: row.pronouns,
  place: row.place,
  languages: row.languages,
  private: row.private,
  // Whoever is suspended or on the way out looks after nothing, and is not shown as if.
  role: row.state === 'active' ? row.role : 'person',
  counts: {
    notes: near ? row.notes : row.private ? 0 : Math.max(0, row.notes - row.followers_notes),
    followers: row.followers,
    following: row.following,
    likes: near || !row.private ? row.likes : 0,
  },
  createdAt: row.created_at.toISOString(),
})

/**
 * A profile as this reader (null: signed out) may see it. Who has blocked the reader, is suspended or about to leave is not there;
 * moderators see them, since they answer for them. A private profile is seen by all, what it shares by accepted followers.
 */
export async function accountView(ctx: Context, viewer: Who | null, handle: string): Promise<Result<Account>> {
  const party = await findParty(ctx.db, handle)
  if (!party || party.state === 'deleted') return fail(notFound)
  const me = viewer?.accountId ?? null
  const own = party.id === me
  const [mine, row, followers] = await Promise.all([
    relations(ctx, me),
    profileRow(ctx.db, party.id),
    me && !own ? followersAmong(ctx.db, me, [party.id]) : [],
  ])
  const watches = viewer !== null && viewer.role !== 'person'
  if (!row || (!own && !watches && (row.state !== 'active' || mine.blockedBy.has(row.id)))) return fail(notFound)
  return ok({
    ...asAccount(row, own || watches || mine.following.has(row.id)),
    relationship: me && !own ? relationshipOf(mine, row.id, followers.length > 0) : null,
  })
}

/** Oneself, with what nobody else sees, as far as people and their account go. */
export async function meView(ctx: Context, viewer: Pick<Viewer, 'accountId'>): Promise<Omit<Me, 'unread'>> {
  const id = viewer.accountId
  const [row, secret] = await Promise.all([profileRow(ctx.db, id), meSecret(ctx, id)])
  if (!row || !secret) throw new Error(`account ${id} has a session and no row`)
  return { ...asAccount(row, true), relationship: null, locale: row.locale, ...secret }
}
