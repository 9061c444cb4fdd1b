import type { Context } from '#server/platform/context.ts'
import { page, timed } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import type { Relationship } from '#server/rooms/accounts/schema.ts'
import { privateAccount } from './errors.ts'
import { mayMeet, mayRead } from './policy.ts'
import { type Edge, type EdgeRow, edgeRows, findParty, followersAmong } from './read.ts'
import { type Relations, relations } from './relations.ts'
import type { FollowRequest, Person } from './schema.ts'

type Reader = Pick<Viewer, 'accountId'> | null

/** What the reader has to do with someone. */
export const relationshipOf = (mine: Relations, id: string, followsMe: boolean): Relationship => ({
  following: mine.following.has(id),
  requested: mine.requested.has(id),
  followsMe,
  blocking: mine.blocking.has(id),
  muting: mine.muted.has(id),
})

/** Accounts as people in a list, in the same order, with what the reader has to do with them. */
export async function people(ctx: Context, reader: Reader, rows: readonly { id: string; bio: string }[]): Promise<Person[]> {
  const ids = rows.map((r) => r.id)
  const me = reader?.accountId ?? null
  const [stubs, mine, followers] = await Promise.all([
    accountStubs(ctx, ids),
    relations(ctx, me),
    me && ids.length > 0 ? followersAmong(ctx.db, me, ids) : [],
  ])
  const followsMe = new Set(followers.map((f) => f.id))
  return rows.flatMap(({ id, bio }) => {
    const stub = stubs.get(id)
    if (!stub) return []
    const { handle, displayName, avatar } = stub
    const relationship = me && me !== id ? relationshipOf(mine, id, followsMe.has(id)) : null
    return [{ id, handle, displayName, avatar, bio, relationship }]
  })
}

async function edgePage(ctx: Context, reader: Reader, edge: Edge, ownerId: string, { cursor, limit }: Page): Promise<List<EdgeRow>> {
  const rows = await edgeRows(ctx.db, edge, ownerId, reader?.accountId ?? null, timed(cursor), limit)
  return page(rows, limit, (last) => [last.us, last.id])
}

/** Followers of someone, or whom they follow; of a private account for its accepted followers only. */
export async function connections(
  ctx: Context,
  reader: Reader,
  handle: string,
  edge: 'followers' | 'following',
  at: Page,
): Promise<Result<List<Person>>> {
  const them = await findParty(ctx.db, handle)
  if (!them) return fail(notFound)
  const mine = await relations(ctx, reader?.accountId ?? null)
  const own = them.id === mine.accountId
  if (!own && (them.state !== 'active' || !mayMeet(mine, them.id))) return fail(notFound)
  if (!mayRead(mine, them)) return fail(privateAccount)
  const rows = await edgePage(ctx, reader, edge, them.id, at)
  return ok({ items: await people(ctx, reader, rows.items), next: rows.next })
}

/** People I have blocked or muted. */
export async function myPeople(ctx: Context, viewer: Pick<Viewer, 'accountId'>, edge: 'blocks' | 'mutes', at: Page): Promise<List<Person>> {
  const rows = await edgePage(ctx, viewer, edge, viewer.accountId, at)
  return { items: await people(ctx, viewer, rows.items), next: rows.next }
}

/** Those who ask to follow me. */
export async function followRequests(ctx: Context, viewer: Pick<Viewer, 'accountId'>, at: Page): Promise<List<FollowRequest>> {
  const rows = await edgePage(ctx, viewer, 'requests', viewer.accountId, at)
  const asking = new Map((await people(ctx, viewer, rows.items)).map((p) => [p.id, p]))
  const items = rows.items.flatMap((r) => {
    const account = asking.get(r.id)
    return account ? [{ account, at: r.at.toISOString() }] : []
  })
  return { items, next: rows.next }
}
