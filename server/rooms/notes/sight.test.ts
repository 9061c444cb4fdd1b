import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { type Relations, relations } from '#server/rooms/graph/index.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { canSee, type Seen, type Standing } from './policy.ts'
import { sight } from './read-sight.ts'

let ctx: Context
let app: App
let mei: Someone
let otto: Someone
let fan: Someone
let shy: Someone
let mod: Someone

beforeAll(async () => {
  ctx = await testContext()
  ctx.events.wire(wiring)
  app = await testApp(ctx)
  ;[mei, otto, fan, shy, mod] = (await testPeople(ctx, app, [
    'mei',
    'otto',
    'fan',
    { handle: 'shy', private: true },
    { handle: 'mod', role: 'moderator' },
  ])) as [Someone, Someone, Someone, Someone, Someone]
  await fan.put('/v1/accounts/mei/follow')
  await fan.put('/v1/accounts/shy/follow')
  await shy.put('/v1/me/follow-requests/fan')
  await app.inject('/v1/topics')
})

const settled = async () => {
  await ctx.events.drain()
  await ctx.jobs.runDue(jobs)
  await ctx.events.drain()
}
const publish = async (who: Someone, body: object): Promise<string> => {
  const said = await who.post('/v1/notes', { media: [await picture(ctx, who.id)], ...body })
  expect(said.statusCode, said.body).toBe(201)
  return said.json().id
}
const edit = async (who: Someone, id: string, body: object) => {
  const said = await who.patch(`/v1/notes/${id}`, body)
  expect(said.statusCode, said.body).toBe(200)
}
const get = (who: Someone | null, url: string) => (who ? who.get(url) : app.inject(url))
const past = async (who: Someone | null, id: string): Promise<string[]> =>
  (await get(who, `/v1/notes/${id}/history`)).json().items.map((r: { title: string }) => r.title)

describe('history', () => {
  it.each(['private', 'followers'] as const)(
    'keeps what was written %s from strangers, also when one call rewords and opens',
    async (seen) => {
      const id = await publish(mei, { title: 'first secret', visibility: seen })
      await edit(mei, id, { title: 'second secret' })
      await edit(mei, id, { title: 'open', visibility: 'public' })
      await edit(mei, id, { title: 'open again' })
      expect(await past(mei, id)).toEqual(['open', 'second secret', 'first secret'])
      for (const who of [null, otto]) expect(await past(who, id)).toEqual(['open'])
      const theirs = seen === 'followers' ? ['open', 'second secret', 'first secret'] : ['open']
      expect(await past(fan, id)).toEqual(theirs)
      expect(await past(mod, id)).toEqual(theirs)
    },
  )

  it('says nothing of edits that nobody could see', async () => {
    const id = await publish(mei, { title: 'quiet', visibility: 'private' })
    await edit(mei, id, { title: 'quieter' })
    await edit(mei, id, { visibility: 'public' })
    expect((await mei.get(`/v1/notes/${id}`)).json().editedAt).not.toBeNull()
    for (const who of [null, fan]) expect((await get(who, `/v1/notes/${id}`)).json().editedAt).toBeNull()
    await edit(mei, id, { title: 'loud' })
    expect((await app.inject(`/v1/notes/${id}`)).json().editedAt).not.toBeNull()
  })

  it('shows what stood open for a while, whatever it was at its end', async () => {
    const id = await publish(mei, { title: 'seen once' })
    await edit(mei, id, { visibility: 'private' })
    await edit(mei, id, { title: 'hidden' })
    await edit(mei, id, { title: 'back', visibility: 'public' })
    expect(await past(null, id)).toEqual(['seen once'])
  })

  it('shows what was for followers to those who followed then', async () => {
    const [late, gone] = (await testPeople(ctx, app, ['late', 'gone'])) as [Someone, Someone]
    await gone.put('/v1/accounts/mei/follow')
    const id = await publish(mei, { title: 'for friends', visibility: 'followers' })
    await edit(mei, id, { visibility: 'private' })
    await late.put('/v1/accounts/mei/follow')
    await edit(mei, id, { title: 'open', visibility: 'public' })
    await gone.delete('/v1/accounts/mei/follow')
    expect(await past(fan, id)).toEqual(['for friends'])
    for (const who of [null, late, gone]) expect(await past(who, id)).toEqual([])
  })

  it('keeps what was written in a private account, closed and opened in between', async () => {
    const id = await publish(shy, { title: 'among us' })
    await edit(shy, id, { title: 'still among us' })
    await shy.patch('/v1/me', { private: false })
    await edit(shy, id, { title: 'open' })
    await shy.patch('/v1/me', { private: true })
    await edit(shy, id, { title: 'closed' })
    await edit(shy, id, { title: 'closed too' })
    await shy.patch('/v1/me', { private: false })
    // `still among us` was on show between opening and the next edit; `open` was, too.
    expect(await past(null, id)).toEqual(['open', 'still among us'])
    expect(await past(fan, id)).toEqual(['closed', 'open', 'still among us', 'among us'])
    await shy.patch('/v1/me', { private: true })
  })

  it('keeps what was said before its hour', async () => {
    const id = await publish(mei, { title: 'too early', publishAt: new Date(Date.now() + 3_600_000).toISOString() })
    await edit(mei, id, { title: 'on time' })
    await ctx.db.run(sql`update note set publish_at = now() where id = ${id}`)
    await jobs['notes.publish-due']?.(ctx, { noteId: id })
    await edit(mei, id, { title: 'later' })
    expect(await past(null, id)).toEqual(['on time'])
  })

  it('leaves wordings of before this was known to their author', async () => {
    const id = await publish(mei, { title: 'now' })
    await ctx.db.run(sql`insert into note_revision (note_id, title, text) values (${id}, 'then', '')`)
    expect(await past(mei, id)).toEqual(['then'])
    for (const who of [null, fan, mod]) expect(await past(who, id)).toEqual([])
  })
})

describe('topics and words', () => {
  let made = 0
  const fresh = () => `marker${String.fromCharCode(97 + (made++ % 26))}${made}q`
  /** All that anybody may read of a topic by its name. */
  const named = async (who: Someone | null, name: string) => {
    await settled()
    // Topics are remembered for half a second.
    const kept = ctx.hold<Record<'topics' | 'open' | 'trend', { clear(): void }>>('notes.topics', () => {
      throw new Error('was asked for in the beginning')
    })
    kept.topics.clear()
    kept.open.clear()
    const page = await get(who, `/v1/topics/${name}`)
    const beginning = name.slice(0, 7)
    const pages = await Promise.all(
      [
        '/v1/topics?limit=100',
        `/v1/search?q=${name}&type=topics`,
        `/v1/search/suggestions?q=${name}`,
        `/v1/search/suggestions?q=%23${beginning}`,
        `/v1/search?q=${name}`,
      ].map((url) => get(who, url)),
    )
    return { page: page.statusCode, count: page.json().counts?.notes, named: pages.filter((p) => p.body.includes(name)).length > 0 }
  }
  const unknown = { page: 404, count: undefined, named: false }

  const changes: Record<string, (id: string, who: Someone) => Promise<unknown>> = {
    private: (id, who) => who.patch(`/v1/notes/${id}`, { visibility: 'private' }),
    'for followers': (id, who) => who.patch(`/v1/notes/${id}`, { visibility: 'followers' }),
    deleted: (id, who) => who.delete(`/v1/notes/${id}`),
    'of an account that closed': (_id, who) => who.patch('/v1/me', { private: true }),
    'of somebody who was suspended': (_id, who) => ctx.db.run(sql`update account set state = 'suspended' where id = ${who.id}`),
    'of somebody who is leaving': (_id, who) =>
      ctx.db.run(sql`update account set state = 'deleting', deletes_at = now() + interval '30 days' where id = ${who.id}`),
  }
  it.each(Object.keys(changes))('of a note that is %s are known to nobody else', async (what) => {
    const name = fresh()
    const [who] = (await testPeople(ctx, app, [`w${name}`.slice(0, 20)])) as [Someone]
    const id = await publish(who, { title: `Two ${name} titles`, text: `#${name}` })
    const other = await publish(who, { title: `More ${name} words`, text: 'nothing' })
    expect(await named(null, name)).toEqual({ page: 200, count: 1, named: true })
    await changes[what]?.(id, who)
    await changes[what]?.(other, who)
    if (what.includes('suspended') || what.includes('leaving'))
      await ctx.events.emit(ctx.db, 'account.leaving', { account: who.id, handle: who.handle, deletesAt: new Date().toISOString() })
    for (const reader of [null, otto, fan]) expect(await named(reader, name), what).toEqual(unknown)
  })

  it('of a removed note are known to nobody', async () => {
    const name = fresh()
    const id = await publish(mei, { title: 'Gone', text: `#${name}` })
    const report = await otto.post('/v1/reports', { subject: { type: 'note', id }, reason: 'spam' })
    expect(report.statusCode).toBe(201)
    const list = (await mod.get('/v1/moderation/cases')).json().items as { id: string; subject: { id: string } }[]
    const found = list.find((c) => c.subject.id === id)
    await mod.post(`/v1/moderation/cases/${found?.id}/decision`, { action: 'remove', reason: 'spam', words: 'No.' })
    expect(await named(null, name)).toEqual(unknown)
  })

  it('come back when an account opens, and count right through all of it', async () => {
    const name = fresh()
    await shy.patch('/v1/me', { private: true })
    await publish(shy, { title: `Hello ${name}`, text: `#${name}` })
    await publish(shy, { title: `Again ${name}`, text: 'x', visibility: 'followers', topics: [name] })
    expect(await named(null, name)).toEqual(unknown)
    // Who follows may come across it, and is told no number of what is not for all.
    expect((await fan.get(`/v1/topics/${name}`)).json().counts.notes).toBe(0)
    expect((await fan.get(`/v1/topics/${name}/notes`)).json().items).toHaveLength(1)
    expect((await shy.get(`/v1/topics/${name}`)).statusCode).toBe(200)
    expect((await otto.get(`/v1/topics/${name}/notes`)).statusCode).toBe(404)
    await shy.patch('/v1/me', { private: false })
    expect(await named(null, name)).toEqual({ page: 200, count: 1, named: true })
    await shy.patch('/v1/me', { private: true })
    expect(await named(null, name)).toEqual(unknown)
  })

  it('are spelt as somebody spelt them for all', async () => {
    await publish(mei, { title: 'a', text: '#SeCretSpelling', visibility: 'private' })
    await publish(otto, { title: 'b', text: '#secretspelling' })
    expect((await app.inject('/v1/topics/secretspelling')).json().name).toBe('secretspelling')
  })
})

describe('numbers', () => {
  it('of a profile do not tell strangers of notes for followers', async () => {
    const count = async (who: Someone | null) => (await get(who, '/v1/accounts/mei')).json().counts.notes
    await settled()
    const before = { stranger: await count(null), fan: await count(fan) }
    const id = await publish(mei, { title: 'friends', visibility: 'followers' })
    await publish(mei, { title: 'me', visibility: 'private' })
    await settled()
    expect({ stranger: await count(null), fan: await count(fan) }).toEqual({ stranger: before.stranger, fan: before.fan + 1 })
    await edit(mei, id, { visibility: 'public' })
    await settled()
    expect({ stranger: await count(null), fan: await count(fan) }).toEqual({ stranger: before.stranger + 1, fan: before.fan + 1 })
  })

  it('of a board count what its reader may see', async () => {
    const board = (await mei.post('/v1/boards', { title: 'All sorts' })).json().id
    for (const visibility of ['public', 'followers', 'private'])
      expect((await mei.put(`/v1/boards/${board}/notes/${await publish(mei, { title: visibility, visibility })}`)).statusCode).toBe(204)
    const count = async (who: Someone | null) => (await get(who, `/v1/boards/${board}`)).json().notes
    expect([await count(null), await count(otto), await count(fan), await count(mei)]).toEqual([1, 1, 2, 3])
    const listed = (await app.inject('/v1/accounts/mei/boards')).json().items as { id: string; notes: number }[]
    expect(listed.find((b) => b.id === board)?.notes).toBe(1)
  })
})

describe('whom an answer answers', () => {
  it('is not said of who is suspended, deleted it, or is blocked either way', async () => {
    const [a, b, c, d] = (await testPeople(ctx, app, ['ann', 'ben', 'cid', 'dot'])) as [Someone, Someone, Someone, Someone]
    const note = await publish(mei, { title: 'Talk' })
    const say = async (who: Someone, text: string, replyTo?: string) =>
      (await who.post(`/v1/notes/${note}/comments`, { text, ...(replyTo ? { replyTo } : {}) })).json().id as string
    const thread = await say(mei, 'first')
    const words = { a: await say(a, 'by ann', thread), b: await say(b, 'by ben', thread), c: await say(c, 'by cid', thread) }
    for (const id of Object.values(words)) await say(d, 'answer', id)
    const answered = async (who: Someone | null) =>
      (await get(who, `/v1/comments/${thread}/replies`))
        .json()
        .items.filter((r: { text: string }) => r.text === 'answer')
        .map((r: { replyTo: { handle: string } | null }) => r.replyTo?.handle ?? null)
    expect(await answered(otto)).toEqual(['ann', 'ben', 'cid'])
    await ctx.db.run(sql`update account set state = 'suspended' where id = ${a.id}`)
    await b.delete(`/v1/comments/${words.b}`)
    await c.put('/v1/accounts/otto/block')
    expect(await answered(otto)).toEqual([null, null, null])
    expect(await answered(null)).toEqual([null, null, 'cid'])
  })
})

it('says the same in a statement and for what is at hand', async () => {
  const [author, reader] = (await testPeople(ctx, app, ['rule.author', 'rule.reader'])) as [Someone, Someone]
  const note = await publish(author, { title: 'Rule' })
  const states = ['active', 'suspended', 'deleting', 'deleted'] as const
  const none = { accountId: null, following: new Set(), blocked: new Set() } as unknown as Relations
  let looked = 0
  for (const visibility of ['public', 'followers', 'private'] as const)
    for (const state of ['published', 'removed', 'deleted', 'scheduled'] as const)
      for (const standing of states)
        for (const closed of [false, true]) {
          await ctx.db.run(sql`update note set visibility = ${visibility}, state = ${state} where id = ${note}`)
          await ctx.db.run(sql`
            update account set state = ${standing}, is_private = ${closed}, deletes_at = case when ${standing === 'deleting'} then now() end
            where id = ${author.id}`)
          for (const tie of ['none', 'follows', 'blocks', 'blocked'] as const) {
            await ctx.db.run(sql`delete from follow where follower_id = ${reader.id}`)
            await ctx.db.run(sql`delete from block where blocker_id in (${reader.id}, ${author.id})`)
            if (tie === 'follows') await ctx.db.run(sql`insert into follow (follower_id, followed_id) values (${reader.id}, ${author.id})`)
            const [from, to] = tie === 'blocks' ? [reader.id, author.id] : [author.id, reader.id]
            if (tie.startsWith('block')) await ctx.db.run(sql`insert into block (blocker_id, blocked_id) values (${from}, ${to})`)
            const theirs: Relations = {
              ...(await relations(ctx, null)),
              accountId: reader.id,
              following: new Set(tie === 'follows' ? [author.id] : []),
              blocked: new Set(tie.startsWith('block') ? [author.id] : []),
            }
            const seen: Seen = { authorId: author.id, state, visibility, whoComments: 'open' }
            const who: Standing = { private: closed, state: standing }
            for (const [id, mine] of [
              [reader.id, theirs],
              [null, none],
            ] as const) {
              const row = await ctx.db.one<{ seen: boolean; open: boolean; found: boolean }>(sql`
                select ${sight.publishedFor(sql`${id}::bigint`)} as seen, ${sight.open} as open,
                  ${sight.shared} and ${sight.authorFor([...mine.following])} as found
                from note as n join account as a on a.id = n.author_id where n.id = ${note}`)
              const says = canSee(seen, who, mine)
              expect(row?.seen, JSON.stringify([seen, who, tie, id])).toBe(says)
              if (id === null) expect(row?.open).toBe(says)
              if (visibility === 'public' && !tie.startsWith('block')) expect(row?.found).toBe(says)
              looked++
            }
          }
        }
  expect(looked).toBe(3 * 4 * 4 * 2 * 4 * 2)
})
