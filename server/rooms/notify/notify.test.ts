import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { idAt } from '#server/platform/ids.ts'
import type { List } from '#server/platform/schema.ts'
import { reinstateAccount, suspendAccount } from '#server/rooms/accounts/index.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { notifyJobs } from './index.ts'
import type { Notification } from './schema.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
let fans: Someone[]
let mod: Someone

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ;[tess, lin, mo, mod] = (await testPeople(ctx, app, [
    'tess.rowan',
    { handle: 'lin.yue', locale: 'zh-Hans' },
    'mo.chen',
    { handle: 'mei', role: 'moderator' },
  ])) as [Someone, Someone, Someone, Someone]
  fans = await testPeople(ctx, app, ['fan1', 'fan2', 'fan3', 'fan4', 'fan5'])
  ctx.events.wire(wiring)
})

/** Everything that happened has been told. */
async function inbox(who: Someone, kind?: string): Promise<Notification[]> {
  await ctx.events.drain()
  const said = await who.get(`/v1/me/notifications${kind ? `?kind=${kind}` : ''}`)
  expect(said.statusCode).toBe(200)
  return (said.json() as List<Notification>).items
}
const unread = async (who: Someone): Promise<number> => (await who.get('/v1/me/unread')).json().count

const cards = new Map<string, Promise<string>>()
/** One picture for all notes of a person: drawing one takes longer than all the rest. */
const cardOf = (who: Someone) => who.post('/v1/media/text-cards', { text: 'Mochi', template: 'letter' }).then((r) => r.json().id as string)

async function publish(who: Someone, note: object): Promise<string> {
  if (!cards.has(who.id)) cards.set(who.id, cardOf(who))
  const said = await who.post('/v1/notes', { title: 'Mochi', text: 'She hates Mondays.', media: [await cards.get(who.id)], ...note })
  expect(said.statusCode).toBe(201)
  return said.json().id
}
async function comment(who: Someone, note: string, text: string, replyTo?: string): Promise<string> {
  const said = await who.post(`/v1/notes/${note}/comments`, { text, ...(replyTo ? { replyTo } : {}) })
  expect(said.statusCode).toBe(201)
  return said.json().id
}
const short = (n: Notification) => [n.kind, n.actors.map((a) => a.handle).join(' '), n.count]

beforeEach(async () => {
  await ctx.events.drain()
  await ctx.db.run(sql`delete from notification`)
})

it('a comment under one’s own note that names one stands under comments, and under mentions, too', async () => {
  const note = await publish(tess, {})
  const named = await comment(lin, note, 'Look at this, @tess.rowan')
  await comment(lin, note, 'And at this')
  await comment(mo, note, 'Is it @lin.yue’s?', named)
  expect((await inbox(tess, 'mention')).map((n) => [n.kind, n.comment?.text])).toEqual([['comment', 'Look at this, @tess.rowan']])
  expect((await inbox(tess, 'comment')).map((n) => n.kind)).toEqual(['comment', 'comment', 'comment'])
  expect((await inbox(tess)).length).toBe(3)
  expect((await inbox(lin, 'mention')).map((n) => n.kind)).toEqual(['reply'])
})

describe('likes, collects and follows', () => {
  it('of one day and note come together, with the latest few and the whole number', async () => {
    const note = await publish(tess, {})
    for (const fan of fans) expect((await fan.put(`/v1/notes/${note}/like`)).statusCode).toBe(204)
    for (const fan of fans.slice(0, 2)) await fan.put(`/v1/notes/${note}/collect`)
    await tess.put(`/v1/notes/${note}/like`)
    const all = await inbox(tess)
    expect(all.map(short)).toEqual([
      ['collect', 'fan2 fan1', 2],
      ['like', 'fan5 fan4 fan3', 5],
    ])
    expect(all[1]).toMatchObject({
      note: { id: note, title: 'Mochi', cover: expect.stringContaining('/') },
      comment: null,
      words: null,
      read: false,
    })
    await expect.poll(() => unread(tess)).toBe(2)
  })

  it('go again when they are taken back, whatever the order', async () => {
    const note = await publish(tess, {})
    const [a, b] = fans as [Someone, Someone]
    await a.put(`/v1/notes/${note}/like`)
    await b.put(`/v1/notes/${note}/like`)
    await a.delete(`/v1/notes/${note}/like`)
    expect((await inbox(tess)).map(short)).toEqual([['like', 'fan2', 1]])
    // Liked, taken back and liked once more before anything was told.
    await a.put(`/v1/notes/${note}/like`)
    await a.delete(`/v1/notes/${note}/like`)
    await a.put(`/v1/notes/${note}/like`)
    expect((await inbox(tess)).map(short)).toEqual([['like', 'fan1 fan2', 2]])
    await a.delete(`/v1/notes/${note}/like`)
    await b.delete(`/v1/notes/${note}/like`)
    expect(await inbox(tess)).toEqual([])
  })

  it('count each person once when hundreds tap at once', async () => {
    const note = await publish(tess, {})
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        const fan = fans[i % fans.length] as Someone
        return i % 3 === 1 ? fan.delete(`/v1/notes/${note}/like`) : fan.put(`/v1/notes/${note}/like`)
      }),
    )
    for (const fan of fans) await fan.put(`/v1/notes/${note}/like`)
    expect((await inbox(tess)).map((n) => [n.kind, n.count])).toEqual([['like', 5]])
    const rows = await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from notification_actor`)
    expect(rows?.n).toBe(5)
  })

  it('tell of new followers together, and of leaving nothing', async () => {
    for (const fan of fans.slice(0, 3)) await fan.put('/v1/accounts/tess.rowan/follow')
    expect((await inbox(tess)).map(short)).toEqual([['follow', 'fan3 fan2 fan1', 3]])
    await fans[2]?.delete('/v1/accounts/tess.rowan/follow')
    expect((await inbox(tess)).map(short)).toEqual([['follow', 'fan2 fan1', 2]])
  })

  it('on a comment point to the comment', async () => {
    const note = await publish(tess, {})
    const said = await comment(lin, note, '太可爱了！')
    await mo.put(`/v1/comments/${said}/like`)
    const [liked] = await inbox(lin, 'like')
    expect(liked).toMatchObject({ kind: 'like', note: { id: note }, comment: { id: said, text: '太可爱了！' }, count: 1 })
  })
})

describe('comments', () => {
  it('reach note author, answered and named, each once and as what is nearest', async () => {
    const note = await publish(tess, {})
    const first = await comment(lin, note, 'What a cat @mo.chen')
    await comment(tess, note, 'Thank you! @lin.yue', first)
    expect((await inbox(tess)).map(short)).toEqual([['comment', 'lin.yue', 1]])
    expect((await inbox(mo)).map(short)).toEqual([['mention', 'lin.yue', 1]])
    const [reply] = await inbox(lin)
    expect(reply).toMatchObject({ kind: 'reply', comment: { text: 'Thank you! @lin.yue' }, note: { id: note } })
    expect(await inbox(lin)).toHaveLength(1)
  })

  it('disappear with the comment or the note', async () => {
    const note = await publish(tess, {})
    const first = await comment(lin, note, 'one')
    await comment(mo, note, 'two')
    expect(await inbox(tess)).toHaveLength(2)
    expect((await lin.delete(`/v1/comments/${first}`)).statusCode).toBe(204)
    expect((await inbox(tess)).map(short)).toEqual([['comment', 'mo.chen', 1]])
    expect((await tess.delete(`/v1/notes/${note}`)).statusCode).toBe(204)
    expect(await inbox(tess)).toEqual([])
  })

  it('name nobody who may not see the note', async () => {
    await publish(tess, { text: 'for me alone @mo.chen', visibility: 'private' })
    await publish(tess, { text: 'for followers @mo.chen @fan1', visibility: 'followers' })
    await publish(tess, { text: 'for all @mo.chen' })
    expect((await inbox(mo)).map(short)).toEqual([['mention', 'tess.rowan', 1]])
    expect((await inbox(fans[0] as Someone)).map(short)).toEqual([['mention', 'tess.rowan', 1]])
  })
})

describe('what one does not want to hear', () => {
  it('is not told: muted people, words and topics', async () => {
    const note = await publish(tess, {})
    await tess.put('/v1/accounts/mo.chen/mute')
    await tess.post('/v1/me/filters', { kind: 'word', value: '广告' })
    await tess.post('/v1/me/filters', { kind: 'topic', value: 'crypto' })
    await mo.put(`/v1/notes/${note}/like`)
    await comment(mo, note, 'hello')
    await comment(lin, note, '加微信看廣告')
    await publish(lin, { text: 'look @tess.rowan #Crypto' })
    await comment(lin, note, 'a real word')
    expect((await inbox(tess)).map(short)).toEqual([['comment', 'lin.yue', 1]])
    await tess.delete('/v1/accounts/mo.chen/mute')
  })

  it('goes when someone is blocked', async () => {
    const note = await publish(tess, {})
    await mo.put(`/v1/notes/${note}/like`)
    await lin.put(`/v1/notes/${note}/like`)
    await comment(mo, note, 'hello')
    expect(await inbox(tess)).toHaveLength(2)
    await tess.put('/v1/accounts/mo.chen/block')
    expect((await inbox(tess)).map(short)).toEqual([['like', 'lin.yue', 1]])
    await tess.delete('/v1/accounts/mo.chen/block')
  })
})

describe('follow requests', () => {
  it('are a question until it is answered', async () => {
    await mo.patch('/v1/me', { private: true })
    await lin.put('/v1/accounts/mo.chen/follow')
    await fans[3]?.put('/v1/accounts/mo.chen/follow')
    expect((await inbox(mo)).map(short)).toEqual([
      ['follow-request', 'fan4', 1],
      ['follow-request', 'lin.yue', 1],
    ])
    await mo.put('/v1/me/follow-requests/lin.yue')
    await mo.delete('/v1/me/follow-requests/fan4')
    expect(await inbox(mo)).toEqual([])
    expect((await inbox(lin)).map(short)).toEqual([['follow-accepted', 'mo.chen', 1]])
    expect(await inbox(fans[3] as Someone)).toEqual([])
    await mo.patch('/v1/me', { private: false })
  })
})

describe('a decision', () => {
  it('is read by its author in their own language, words included', async () => {
    const note = await publish(lin, { title: '面霜', text: '买它买它' })
    await tess.post('/v1/reports', { subject: { type: 'note', id: note }, reason: 'false-recommendation' })
    const cases = (await mod.get('/v1/moderation/cases')).json() as List<{ id: string }>
    const words = '同一篇文案，九个账号。'
    const done = await mod.post(`/v1/moderation/cases/${cases.items[0]?.id}/decision`, {
      action: 'remove',
      reason: 'false-recommendation',
      words,
    })
    expect(done.statusCode).toBe(200)
    const [decision] = await inbox(lin, 'decision')
    expect(decision).toMatchObject({ kind: 'decision', actors: [], note: { id: note } })
    expect(decision?.words).toBe(`版主移除了你的笔记。\n依据：虚假种草。\n${words}`)
    expect(await inbox(tess)).toEqual([])
  })
})

describe('the inbox', () => {
  it('counts what is unread, up to what was read, and comes up again when more happens', async () => {
    const note = await publish(tess, {})
    await lin.put(`/v1/notes/${note}/like`)
    await comment(mo, note, 'hi')
    const all = await inbox(tess)
    await expect.poll(() => unread(tess)).toBe(2)
    expect((await tess.get('/v1/me')).json().unread).toBe(2)
    const older = all.at(-1) as Notification
    expect((await tess.post('/v1/me/notifications/read', { upTo: older.id })).statusCode).toBe(204)
    expect(await unread(tess)).toBe(1)
    expect((await inbox(tess)).map((n) => n.read)).toEqual([false, true])
    await tess.post('/v1/me/notifications/read', { upTo: all[0]?.id })
    expect(await unread(tess)).toBe(0)
    await tess.post('/v1/me/notifications/read', { upTo: older.id })
    expect(await unread(tess)).toBe(0)

    await mo.put(`/v1/notes/${note}/like`)
    expect((await inbox(tess)).map((n) => [n.kind, n.count, n.read])).toEqual([
      ['like', 2, false],
      ['comment', 1, true],
    ])
    await expect.poll(() => unread(tess)).toBe(1)
  })

  it('cannot be read ahead of time', async () => {
    await tess.post('/v1/me/notifications/read', { upTo: '9223372036854775806' })
    const note = await publish(tess, {})
    await lin.put(`/v1/notes/${note}/like`)
    expect((await inbox(tess)).map((n) => n.read)).toEqual([false])
  })

  it('pages without losing or repeating, and narrows to kinds', async () => {
    for (let i = 0; i < 4; i++) {
      const note = await publish(tess, {})
      await lin.put(`/v1/notes/${note}/like`)
      await comment(mo, note, `say ${i}`)
    }
    expect((await inbox(tess, 'comment,reply')).map((n) => n.kind)).toEqual(Array(4).fill('comment'))
    expect((await tess.get('/v1/me/notifications?kind=parade')).statusCode).toBe(400)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = (await tess.get(`/v1/me/notifications?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).json() as List<Notification>
      seen.push(...page.items.map((n) => n.id))
      cursor = page.next
    }
    expect(seen).toHaveLength(8)
    expect([...new Set(seen)].sort((a, b) => Number(BigInt(b) - BigInt(a)))).toEqual(seen)
  })

  it('names nobody who is not here: suspended ones until they are back, erased ones never again', async () => {
    const note = await publish(tess, {})
    const [a, b] = (await testPeople(ctx, app, ['passing.by', 'leaving.soon'])) as [Someone, Someone]
    await a.put(`/v1/notes/${note}/like`)
    expect(await inbox(tess)).toHaveLength(1)
    await suspendAccount(ctx, null, a.id, 'for a while')
    expect(await inbox(tess)).toEqual([])
    await b.put('/v1/accounts/tess.rowan/follow')
    expect((await inbox(tess)).map(short)).toEqual([['follow', 'leaving.soon', 1]])
    await expect.poll(() => unread(tess)).toBe(1)
    await ctx.db.tx((tx) => ctx.events.emit(tx, 'account.deleted', { account: b.id, handle: b.handle }))
    await ctx.events.drain()
    expect(await inbox(tess)).toEqual([])
    await reinstateAccount(ctx, null, a.id)
    expect((await inbox(tess)).map(short)).toEqual([['like', 'passing.by', 1]])
  })

  it('is one’s own, and forgets after half a year', async () => {
    const note = await publish(tess, {})
    await lin.put(`/v1/notes/${note}/like`)
    expect(await inbox(lin)).toEqual([])
    expect(await inbox(tess)).toHaveLength(1)
    await ctx.db.run(sql`update notification set position = ${idAt(Date.now() - 200 * 86_400_000)}`)
    await notifyJobs['notify.sweep']?.(ctx, {})
    expect(await inbox(tess)).toEqual([])
  })
})
