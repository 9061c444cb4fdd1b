import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Event } from '#server/platform/events.ts'
import type { App } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import type { Account } from '#server/rooms/accounts/schema.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { block, follow, graphHears, hides, mayMeet, relations } from './index.ts'
import { mute } from './mute.ts'
import type { FollowRequest, Person } from './schema.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
type Met = Event<'account.followed' | 'account.unfollowed' | 'account.follow-requested' | 'account.follow-accepted' | 'account.blocked'>
let told: Met[] = []

const hear = async (_ctx: Context, _tx: unknown, events: Met[]) => void told.push(...events)

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ;[tess, lin, mo] = (await testPeople(ctx, app, ['tess.rowan', 'lin.yue', 'mo'])) as [Someone, Someone, Someone]
  ctx.events.wire({
    'account.followed': { test: hear },
    'account.unfollowed': { test: hear },
    'account.follow-requested': { test: hear },
    'account.follow-accepted': { test: hear },
    'account.blocked': { test: hear },
    'account.changed': { graph: graphHears.onAccountChanged },
    'account.deleted': { graph: graphHears.onAccountDeleted },
    'note.published': { graph: graphHears.onNotePublished },
    'note.edited': { graph: graphHears.onNoteEdited },
    'note.deleted': { graph: graphHears.onNoteDeleted },
    'note.liked': { graph: graphHears.onNoteLiked },
    'note.unliked': { graph: graphHears.onNoteUnliked },
  })
})

/** What was told since the last call. */
async function heard(): Promise<string[]> {
  await ctx.events.drain()
  const names = told.map((e) => `${e.name} ${nameOf(e.facts.by)} → ${nameOf(e.facts.accountId)}`)
  told = []
  return names
}
const nameOf = (id: string) => [tess, lin, mo].find((p) => p.id === id)?.handle ?? id

const profile = async (reader: Someone | null, handle: string): Promise<Account> => {
  const said = reader ? await reader.get(`/v1/accounts/${handle}`) : await app.inject(`/v1/accounts/${handle}`)
  expect(said.statusCode).toBe(200)
  return said.json()
}

/** The numbers and the rows they count. */
async function counted(id: string): Promise<{ followers: number; following: number }> {
  const row = await ctx.db.one<{ followers: number; following: number; rows_followers: number; rows_following: number }>(sql`
    select coalesce(max(followers), 0) as followers, coalesce(max(following), 0) as following,
      (select count(*)::int from follow where followed_id = ${id}) as rows_followers,
      (select count(*)::int from follow where follower_id = ${id}) as rows_following
    from account_counter where account_id = ${id}`)
  expect(row?.followers).toBe(row?.rows_followers)
  expect(row?.following).toBe(row?.rows_following)
  return { followers: row?.followers ?? 0, following: row?.following ?? 0 }
}

describe('following', () => {
  it('counts once, however often it is asked, and says so once', async () => {
    await heard()
    for (let i = 0; i < 3; i++) expect((await tess.put('/v1/accounts/lin.yue/follow')).statusCode).toBe(204)
    const seen = await profile(tess, 'lin.yue')
    expect(seen.counts).toMatchObject({ followers: 1, following: 0 })
    expect(seen.relationship).toEqual({ following: true, requested: false, followsMe: false, blocking: false, muting: false })
    expect((await profile(lin, 'tess.rowan')).relationship?.followsMe).toBe(true)
    expect((await profile(null, 'lin.yue')).relationship).toBeNull()
    expect(await heard()).toEqual(['account.followed tess.rowan → lin.yue'])

    for (let i = 0; i < 2; i++) expect((await tess.delete('/v1/accounts/@Lin.Yue/follow')).statusCode).toBe(204)
    expect((await profile(tess, 'lin.yue')).counts.followers).toBe(0)
    expect(await heard()).toEqual(['account.unfollowed tess.rowan → lin.yue'])
    expect((await app.inject({ method: 'PUT', url: '/v1/accounts/lin.yue/follow' })).statusCode).toBe(401)
  })

  it('is not for oneself, nor for nobody', async () => {
    expect((await tess.put('/v1/accounts/tess.rowan/follow')).json()).toMatchObject({ status: 422, code: 'only-others' })
    expect((await tess.put('/v1/accounts/nobody.here/follow')).json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('keeps its numbers when a hundred come and go at once', async () => {
    const many = await testPeople(
      ctx,
      app,
      Array.from({ length: 25 }, (_, i) => `fan${i}`),
    )
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        const fan = many[i % many.length] as Someone
        return i % 3 === 2 ? fan.delete('/v1/accounts/lin.yue/follow') : follow(ctx, fan.viewer, 'lin.yue')
      }),
    )
    await counted(lin.id)
    await Promise.all(many.map((fan) => follow(ctx, fan.viewer, 'lin.yue')))
    expect(await counted(lin.id)).toEqual({ followers: 25, following: 0 })
    for (const fan of many.slice(0, 3)) expect(await counted(fan.id)).toEqual({ followers: 0, following: 1 })
  })

  it('lists everyone exactly once across pages, latest first', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: List<Person> = (await mo.get(`/v1/accounts/lin.yue/followers?limit=7${cursor ? `&cursor=${cursor}` : ''}`)).json()
      seen.push(...page.items.map((p) => p.handle))
      cursor = page.next
    } while (cursor)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
    const following: List<Person> = (await mo.get('/v1/accounts/fan3/following')).json()
    expect(following.items.map((p) => p.handle)).toEqual(['lin.yue'])
    expect(following.items[0]?.relationship).toMatchObject({ following: false })
  })
})

describe('a private account', () => {
  it('is asked first, and decides', async () => {
    expect((await mo.patch('/v1/me', { private: true })).statusCode).toBe(200)
    await heard()
    await tess.put('/v1/accounts/mo/follow')
    await tess.put('/v1/accounts/mo/follow')
    // How much there is of what a closed account shares is told to those it is shared with.
    await ctx.db.run(sql`
      insert into account_counter (account_id, notes, followers_notes, likes) values (${mo.id}, 7, 2, 9)
      on conflict (account_id) do update set notes = 7, followers_notes = 2, likes = 9`)
    for (const reader of [null, tess, lin]) expect((await profile(reader, 'mo')).counts).toMatchObject({ notes: 0, likes: 0 })
    expect((await profile(mo, 'mo')).counts).toMatchObject({ notes: 7, likes: 9 })
    expect((await profile(tess, 'mo')).relationship).toMatchObject({ following: false, requested: true })
    expect((await tess.get('/v1/accounts/mo/followers')).json()).toMatchObject({ status: 403, code: 'account-private' })
    expect((await app.inject('/v1/accounts/mo/following')).statusCode).toBe(403)
    expect(await heard()).toEqual(['account.follow-requested tess.rowan → mo'])
    const asking: List<FollowRequest> = (await mo.get('/v1/me/follow-requests')).json()
    expect(asking.items.map((r) => r.account.handle)).toEqual(['tess.rowan'])

    expect((await mo.put('/v1/me/follow-requests/tess.rowan')).statusCode).toBe(204)
    expect((await mo.put('/v1/me/follow-requests/tess.rowan')).statusCode).toBe(204)
    expect((await mo.put('/v1/me/follow-requests/lin.yue')).statusCode).toBe(404)
    expect((await profile(tess, 'mo')).relationship).toMatchObject({ following: true, requested: false })
    expect((await profile(tess, 'mo')).counts).toMatchObject({ notes: 7, likes: 9 })
    expect((await tess.get('/v1/accounts/mo/followers')).statusCode).toBe(200)
    expect(await counted(mo.id)).toEqual({ followers: 1, following: 0 })
    expect(await heard()).toEqual(['account.follow-accepted mo → tess.rowan'])
  })

  it('can refuse, be asked again, and lets all in when it opens', async () => {
    await lin.put('/v1/accounts/mo/follow')
    expect((await mo.delete('/v1/me/follow-requests/lin.yue')).statusCode).toBe(204)
    expect((await profile(lin, 'mo')).relationship).toMatchObject({ following: false, requested: false })
    await lin.put('/v1/accounts/mo/follow')
    await mo.patch('/v1/me', { private: false })
    await ctx.events.drain()
    await expect.poll(async () => (await profile(lin, 'mo')).relationship).toMatchObject({ following: true, requested: false })
    expect((await counted(mo.id)).followers).toBe(2)
  })

  it('lets a follower be removed', async () => {
    expect((await mo.delete('/v1/me/followers/lin.yue')).statusCode).toBe(204)
    expect((await profile(lin, 'mo')).relationship?.following).toBe(false)
    expect((await counted(mo.id)).followers).toBe(1)
  })
})

describe('blocking', () => {
  it('ends follows both ways, and makes the blocker disappear', async () => {
    await lin.put('/v1/accounts/tess.rowan/follow')
    await tess.put('/v1/accounts/lin.yue/follow')
    await heard()
    for (let i = 0; i < 2; i++) expect((await lin.put('/v1/accounts/tess.rowan/block')).statusCode).toBe(204)
    expect(await heard()).toEqual(['account.blocked lin.yue → tess.rowan'])
    expect((await counted(tess.id)).followers).toBe(0)
    await counted(lin.id)

    const nobody = (await tess.get('/v1/accounts/nobody.here')).json()
    expect((await tess.get('/v1/accounts/lin.yue')).json()).toEqual(nobody)
    for (const verb of ['follow', 'mute', 'block']) expect((await tess.put(`/v1/accounts/lin.yue/${verb}`)).statusCode).toBe(404)
    expect((await tess.get('/v1/accounts/lin.yue/followers')).statusCode).toBe(404)
    const theirs = await relations(ctx, tess.id)
    expect(mayMeet(theirs, lin.id)).toBe(false)
    expect(hides(theirs, { authorId: lin.id })).toBe(true)

    expect((await profile(lin, 'tess.rowan')).relationship?.blocking).toBe(true)
    expect((await lin.put('/v1/accounts/tess.rowan/follow')).json()).toMatchObject({ status: 409, code: 'unblock-first' })
    const blocked: List<Person> = (await lin.get('/v1/me/blocks')).json()
    expect(blocked.items.map((p) => p.handle)).toEqual(['tess.rowan'])
    const mos: List<Person> = (await tess.get('/v1/accounts/mo/followers')).json()
    expect(mos.items.map((p) => p.handle)).not.toContain('lin.yue')

    expect((await lin.delete('/v1/accounts/tess.rowan/block')).statusCode).toBe(204)
    expect((await profile(tess, 'lin.yue')).relationship?.following).toBe(false)
  })

  it('never leaves a follow behind, even at the same moment', async () => {
    for (let i = 0; i < 20; i++) {
      await Promise.all([follow(ctx, tess.viewer, 'mo'), block(ctx, mo.viewer, 'tess.rowan'), mo.put('/v1/accounts/tess.rowan/follow')])
      const both = await ctx.db.rows(
        sql`select 1 from follow where ${tess.id} in (follower_id, followed_id) and ${mo.id} in (follower_id, followed_id)`,
      )
      expect(both).toEqual([])
      await mo.delete('/v1/accounts/tess.rowan/block')
    }
    await counted(mo.id)
  })
})

describe('not running into things', () => {
  it('mutes people: nobody is told, follows stay', async () => {
    await tess.put('/v1/accounts/mo/follow')
    await heard()
    expect((await tess.put('/v1/accounts/mo/mute')).statusCode).toBe(204)
    await mute(ctx, tess.viewer, 'mo')
    expect((await profile(tess, 'mo')).relationship).toMatchObject({ following: true, muting: true })
    expect(await heard()).toEqual([])
    expect(hides(await relations(ctx, tess.id), { authorId: mo.id })).toBe(true)
    expect(((await tess.get('/v1/me/mutes')).json() as List<Person>).items.map((p) => p.handle)).toEqual(['mo'])
    await tess.delete('/v1/accounts/mo/mute')
    expect(hides(await relations(ctx, tess.id), { authorId: mo.id })).toBe(false)
  })

  it('mutes words and topics in every spelling, for a while or for good', async () => {
    const add = async (value: string, kind = 'word', until?: string) => (await tess.post('/v1/me/filters', { kind, value, until })).json()
    await add('Cat')
    await add('貓咪')
    await add('cat')
    const soup = await add('#汤圆#', 'topic')
    await add('yesterday', 'word', new Date(Date.now() - 1000).toISOString())
    expect(soup).toMatchObject({ kind: 'topic', value: '汤圆', until: null })
    const mine = await relations(ctx, tess.id)
    const hidden = (text: string, topics: string[] = []) => hides(mine, { authorId: lin.id, text, topics })
    expect(hidden('My ＣＡＴ sleeps')).toBe(true)
    expect(hidden('Education matters')).toBe(false)
    expect(hidden('我家的猫咪睡了')).toBe(true)
    expect(hidden('yesterday')).toBe(false)
    expect(hidden('gone', ['汤圆'])).toBe(true)
    expect(hides(mine, { authorId: tess.id, text: 'my own cat' })).toBe(false)

    const list = (await tess.get('/v1/me/filters')).json() as List<{ id: string; value: string }>
    expect(list.items.map((f) => f.value)).toEqual(['汤圆', '貓咪', 'cat'])
    expect((await mo.delete(`/v1/me/filters/${soup.id}`)).statusCode).toBe(204)
    expect(hides(await relations(ctx, tess.id), { authorId: lin.id, topics: ['汤圆'] })).toBe(true)
    await tess.delete(`/v1/me/filters/${soup.id}`)
    expect(hides(await relations(ctx, tess.id), { authorId: lin.id, topics: ['汤圆'] })).toBe(false)
  })

  it('reaches other processes at once', async () => {
    const database = await testDatabase()
    const here = await testContext({ database })
    const there = await testContext({ database })
    const [anna] = (await testPeople(here, await testApp(here), ['anna', 'ben'])) as [Someone, Someone]
    // Until the other process listens, it may keep what it read for half a minute; so it is told again and again until it hears.
    await expect
      .poll(async () => {
        const { muted } = await relations(there, anna.id)
        await anna.delete('/v1/accounts/ben/mute')
        await mute(here, anna.viewer, 'ben')
        return muted.size
      })
      .toBe(1)
  })
})

describe('oneself', () => {
  it('reads and changes what is one’s own', async () => {
    const changed = await tess.patch('/v1/me', { bio: 'Hello @lin.yue, see #petTax', pronouns: 'she/her', place: 'Ohio' })
    expect(changed.statusCode).toBe(200)
    expect(changed.json()).toMatchObject({ handle: 'tess.rowan', pronouns: 'she/her', unread: 0, relationship: null })
    expect(changed.json().bioSpans.map((s: { type: string }) => s.type)).toEqual(['mention', 'topic'])
    expect((await tess.get('/v1/me')).json()).toEqual(changed.json())
    expect((await tess.patch('/v1/me', { avatar: '12345' })).json()).toMatchObject({ status: 422, code: 'picture-unusable' })
    expect((await app.inject('/v1/me')).statusCode).toBe(401)
  })

  it('counts notes and likes as the notes room tells them', async () => {
    await ctx.db.tx(async (tx) => {
      const facts = { noteId: '7', authorId: lin.id, mentions: [], topics: [], language: 'en' }
      const like = { noteId: '7', authorId: lin.id, by: mo.id, comment: false, rootId: null }
      for (const visibility of ['public', 'followers', 'private', 'public'] as const)
        await ctx.events.emit(tx, 'note.published', { ...facts, visibility })
      await ctx.events.emit(tx, 'note.edited', { ...facts, visibility: 'private', was: 'public' })
      await ctx.events.emit(tx, 'note.deleted', { noteId: '7', authorId: lin.id, visibility: 'public' })
      for (const comment of [false, false, true]) await ctx.events.emit(tx, 'note.liked', { ...like, comment })
      await ctx.events.emit(tx, 'note.unliked', like)
      await ctx.events.emit(tx, 'note.liked', { ...like, authorId: '99' })
    })
    await ctx.events.drain()
    // The one that is left is for followers: others are not told of it.
    expect((await profile(lin, 'lin.yue')).counts).toMatchObject({ notes: 1, likes: 1 })
    expect((await profile(mo, 'lin.yue')).counts).toMatchObject({ notes: 0, likes: 1 })
  })

  it('leaves no trace in others’ numbers once it is erased', async () => {
    await lin.put('/v1/accounts/mo/follow')
    await ctx.db.tx((tx) => ctx.events.emit(tx, 'account.deleted', { account: lin.id, handle: 'lin.yue' }))
    await ctx.events.drain()
    expect(await counted(lin.id)).toEqual({ followers: 0, following: 0 })
    expect((await counted(mo.id)).followers).toBe(1)
  })
})
