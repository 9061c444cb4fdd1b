import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Event } from '#server/platform/events.ts'
import type { App } from '#server/platform/http.ts'
import { asImage } from '#tests/setup/as-image.ts'
import { testContext } from '#tests/setup/database.ts'
import { decided, picture, rowsEqualCounters } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { cards, notes, notesHears, notesJobs, topics } from './index.ts'
import type { Card, Note } from './schema.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
let shy: Someone
let mod: Someone
let told: Event[] = []

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ;[tess, lin, mo, shy, mod] = (await testPeople(ctx, app, [
    'tess.rowan',
    { handle: 'lin.yue', locale: 'zh-Hans' },
    'mo.lee',
    { handle: 'shy', private: true },
    { handle: 'mod', role: 'moderator' },
  ])) as [Someone, Someone, Someone, Someone, Someone]
  const hear = async (_ctx: Context, _tx: unknown, events: Event[]) => {
    told.push(...events)
  }
  const names = ['note.published', 'note.edited', 'note.deleted', 'note.liked', 'note.unliked', 'note.collected', 'note.uncollected']
  ctx.events.wire({
    ...Object.fromEntries(names.map((n) => [n, { test: hear }])),
    'trust.decided': { notes: notesHears.onDecided },
    'media.changed': { notes: notesHears.onMediaChanged },
    'account.deleted': { notes: notesHears.onAccountDeleted },
  })
})

async function heard() {
  await ctx.events.drain()
  const all = told
  told = []
  return all.map(({ name, facts }) => ({ name, ...facts }))
}
const publish = async (who: Someone, body: object): Promise<Note> => {
  const said = await who.post('/v1/notes', body)
  expect(said.statusCode, said.body).toBe(201)
  return said.json()
}
const status = async (who: Someone | null, id: string) =>
  (who ? await who.get(`/v1/notes/${id}`) : await app.inject(`/v1/notes/${id}`)).statusCode

describe('publishing', () => {
  it('keeps words, spans, pictures in order, topics and language, and says so once', async () => {
    await heard()
    const [a, b] = [await picture(ctx, tess.id), await picture(ctx, tess.id)]
    const note = await publish(tess, {
      title: ' Mochi pays\nthe cat tax ',
      text: 'She hates Mondays\u0000. #petTax and #學中文 with @lin.yue, @nobody_here',
      media: [b, a],
      topics: ['猫咪', '#PETTAX'],
    })
    expect(note).toMatchObject({
      title: 'Mochi pays the cat tax',
      text: 'She hates Mondays. #petTax and #學中文 with @lin.yue, @nobody_here',
      language: 'en',
      topics: ['petTax', '學中文', '猫咪'],
      counts: { likes: 0, collects: 0, comments: 0, views: 0 },
      mine: { liked: false, collected: false },
      state: 'published',
      canComment: true,
    })
    expect(note.media.map((m) => m.id)).toEqual([b, a])
    expect(note.spans.map((s) => note.text.slice(s.start, s.end))).toEqual(['#petTax', '#學中文', '@lin.yue', '@nobody_here'])
    const [event, ...rest] = await heard()
    expect(rest).toEqual([])
    expect(event).toMatchObject({ name: 'note.published', noteId: note.id, authorId: tess.id, mentions: [lin.id], visibility: 'public' })
    const keys = await ctx.db.rows<{ key: string }>(sql`
      select key from topic where id = any(${(event as unknown as { topics: { id: string }[] }).topics.map((t) => t.id)}::bigint[])`)
    expect(keys.map((t) => t.key).sort()).toEqual(['pettax', '学中文', '猫咪'].sort())
    expect(JSON.stringify(event), 'an event carries no words').not.toMatch(/pettax|学中文|猫咪/i)
    const topic = (await app.inject(`/v1/topics/${encodeURIComponent('学中文')}`)).json()
    expect(topic).toEqual({ name: '學中文', counts: { notes: 1, views: 0 } })
  })

  it('makes a text card of words alone, and refuses nothing at all', async () => {
    const note = await publish(lin, { title: '早安', text: '今天学会了一个新词' })
    expect(note.media).toHaveLength(1)
    expect(asImage(note.media[0]).textCard).toBeTruthy()
    expect(note.language).toBe('zh-Hans')
    const refused = await tess.post('/v1/notes', { title: ' ', text: '\u0000' })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'note-empty'])
  })

  it('refuses pictures of others, and then nothing happened', async () => {
    const theirs = await picture(ctx, lin.id)
    const said = await tess.post('/v1/notes', { title: 'Mine?', media: [theirs], topics: ['stolen'] })
    expect([said.statusCode, said.json().code]).toEqual([422, 'media-unusable'])
    expect((await app.inject('/v1/topics/stolen')).statusCode).toBe(404)
  })

  it('makes one note for one Idempotency-Key, even past the door', async () => {
    const media = [await picture(ctx, tess.id)]
    const both = await Promise.all([
      notes.publish(ctx, tess.viewer, { title: 'Once', media }, { key: 'k1' }),
      notes.publish(ctx, tess.viewer, { title: 'Once', media }, { key: 'k1' }),
    ])
    expect(new Set(both.map((r) => r.ok && r.value)).size).toBe(1)
    const again = await tess.post('/v1/notes', { title: 'Once', media }, { 'idempotency-key': 'k1' })
    expect(again.json().id).toBe(both[0]?.ok && both[0].value)
  })

  it('publishes at its hour, once, where the id says that hour', async () => {
    await heard()
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    const note = await publish(tess, { title: 'Later', text: '#soon', media: [await picture(ctx, tess.id)], publishAt })
    expect(note).toMatchObject({ state: 'scheduled', publishAt })
    expect([await status(lin, note.id), await status(null, note.id), await status(mod, note.id), await status(tess, note.id)]).toEqual([
      404, 404, 404, 200,
    ])
    expect((await tess.get('/v1/me/scheduled')).json().items).toHaveLength(1)
    expect((await app.inject('/v1/topics/soon')).statusCode).toBe(404)
    expect((await tess.get('/v1/topics/soon')).json().counts.notes).toBe(0)
    expect(await heard()).toEqual([])
    await notesJobs['notes.publish-due']?.(ctx, { noteId: note.id })
    expect(await status(lin, note.id)).toBe(404)
    await ctx.db.run(sql`update note set publish_at = now() where id = ${note.id}`)
    for (let i = 0; i < 2; i++) await notesJobs['notes.publish-due']?.(ctx, { noteId: note.id })
    expect(await status(lin, note.id)).toBe(200)
    expect((await heard()).map((e) => e.name)).toEqual(['note.published'])
    expect(BigInt(note.id) > BigInt(ctx.ids.next())).toBe(true)
    await rowsEqualCounters(ctx)
    const past = await tess.post('/v1/notes', { title: 'Past', publishAt: new Date(Date.now() - 1000).toISOString() })
    expect(past.json().code).toBe('publish-time')
  })
})

describe('editing', () => {
  it('keeps the old wording, moves topics, and tells what is new', async () => {
    const media = [await picture(ctx, tess.id), await picture(ctx, tess.id)]
    const note = await publish(tess, { title: 'First', text: 'about #cats and @lin.yue', media, topics: ['byhand'] })
    await heard()
    const said = await tess.patch(`/v1/notes/${note.id}`, { text: 'about #dogs, @lin.yue and @mo.lee', media: [media[1]] })
    expect(said.json()).toMatchObject({ title: 'First', topics: expect.arrayContaining(['dogs', 'byhand']) })
    expect(said.json().topics).toHaveLength(2)
    expect(said.json().editedAt).not.toBeNull()
    expect(said.json().media.map((m: { id: string }) => m.id)).toEqual([media[1]])
    expect(await heard()).toMatchObject([{ name: 'note.edited', mentions: [mo.id], visibility: 'public', was: 'public' }])
    const history = (await app.inject(`/v1/notes/${note.id}/history`)).json()
    expect(history.items).toMatchObject([{ title: 'First', text: 'about #cats and @lin.yue' }])
    // Only the wording makes a revision.
    await tess.patch(`/v1/notes/${note.id}`, { notice: 'A dog', visibility: 'followers' })
    expect((await tess.get(`/v1/notes/${note.id}/history`)).json().items).toHaveLength(1)
    expect((await app.inject(`/v1/notes/${note.id}/history`)).statusCode).toBe(404)
    await rowsEqualCounters(ctx)
  })

  it('two at once that name different things both happen', async () => {
    const { id } = await publish(tess, { title: 'Old', text: 'old', media: [await picture(ctx, tess.id)] })
    const edits = [{ title: 'New' }, { text: 'new' }, { notice: 'careful' }, { layer: { language: 'zh-Hans', title: '新', text: '#新' } }]
    const said = await Promise.all(edits.map((e) => tess.patch(`/v1/notes/${id}`, e)))
    expect(said.map((s) => s.statusCode)).toEqual([200, 200, 200, 200])
    const note = (await tess.get(`/v1/notes/${id}`)).json()
    expect(note).toMatchObject({
      title: 'New',
      text: 'new',
      notice: 'careful',
      layer: { title: '新', spans: [{ topic: '新' }] },
      topics: ['新'],
    })
    await rowsEqualCounters(ctx)
  })

  it('is for the author alone', async () => {
    const note = await publish(tess, { title: 'Mine', media: [await picture(ctx, tess.id)] })
    expect((await lin.patch(`/v1/notes/${note.id}`, { title: 'Yours' })).statusCode).toBe(404)
    expect((await lin.delete(`/v1/notes/${note.id}`)).statusCode).toBe(404)
    expect((await tess.delete(`/v1/notes/${note.id}`)).statusCode).toBe(204)
    expect((await tess.delete(`/v1/notes/${note.id}`)).statusCode).toBe(404)
    expect(await status(tess, note.id)).toBe(404)
  })

  it('draws a text card anew when its words change', async () => {
    const note = await publish(tess, { text: 'One thing' })
    const said = (await tess.patch(`/v1/notes/${note.id}`, { text: 'Another thing' })).json() as Note
    expect(said.media[0]?.id).not.toBe(note.media[0]?.id)
    expect(said.media[0]?.alt).toContain('Another thing')
    expect(asImage(said.media[0]).textCard).toBe(asImage(note.media[0]).textCard)
  })
})

describe('who sees what', () => {
  it('public, followers, private; private people; blocked people; suspended people', async () => {
    const make = async (who: Someone, visibility: string) =>
      (await publish(who, { title: visibility, media: [await picture(ctx, who.id)], visibility })).id
    const open = await make(tess, 'public')
    const inner = await make(tess, 'followers')
    const own = await make(tess, 'private')
    const closed = await make(shy, 'public')
    await lin.put('/v1/accounts/tess.rowan/follow')
    const seen = async (id: string) => Promise.all([null, mo, lin, tess, mod].map((who) => status(who, id)))
    expect(await seen(open)).toEqual([200, 200, 200, 200, 200])
    expect(await seen(inner)).toEqual([404, 404, 200, 200, 200])
    expect(await seen(own)).toEqual([404, 404, 404, 200, 404])
    expect(await seen(closed)).toEqual([404, 404, 404, 404, 200])
    const shown = async (who: Someone | null) => (await cards(ctx, who?.viewer ?? null, [own, open, inner, closed, '1'])).map((c) => c.id)
    expect(await shown(null)).toEqual([open])
    expect(await shown(lin)).toEqual([open, inner])
    expect(await shown(tess)).toEqual([own, open, inner])
    const listed = async (who: Someone) => ((await who.get('/v1/accounts/tess.rowan/notes')).json().items as Card[]).map((c) => c.id)
    expect(await listed(mo)).toContain(open)
    expect(await listed(mo)).not.toContain(inner)
    expect(await listed(lin)).toEqual(expect.arrayContaining([open, inner]))
    expect(await listed(tess)).toContain(own)
    await mo.put('/v1/accounts/tess.rowan/block')
    expect(await status(mo, open)).toBe(404)
    expect(await status(tess, open)).toBe(200)
    for (const write of [`/v1/notes/${open}/like`, `/v1/notes/${open}/collect`]) expect((await mo.put(write)).statusCode).toBe(404)
    expect((await mo.post(`/v1/notes/${open}/comments`, { text: 'hello' })).statusCode).toBe(404)
    await mo.delete('/v1/accounts/tess.rowan/block')
    expect(await status(mo, open)).toBe(200)
    await ctx.db.run(sql`update account set state = 'suspended' where id = ${tess.id}`)
    await expect.poll(() => status(mo, open)).toBe(404)
    expect(await status(mod, open)).toBe(200)
    expect(await shown(null)).toEqual([])
    await ctx.db.run(sql`update account set state = 'active' where id = ${tess.id}`)
    await expect.poll(() => status(mo, open)).toBe(200)
  })

  it('hides muted words from lists, not from who asks for them', async () => {
    const id = (await publish(tess, { title: 'Lovely', text: 'A spider on my desk', media: [await picture(ctx, tess.id)] })).id
    await mo.post('/v1/me/filters', { kind: 'word', value: 'spider' })
    expect(await cards(ctx, mo.viewer, [id])).toEqual([])
    expect(await cards(ctx, lin.viewer, [id])).toHaveLength(1)
    expect(await status(mo, id)).toBe(200)
  })
})

describe('decisions', () => {
  it('a removed note is read by its author with the reason, counts nowhere, and cannot be changed', async () => {
    const note = await publish(tess, { title: 'Buy now', text: '#spam', media: [await picture(ctx, tess.id)] })
    const removal = {
      ...{ caseId: '1', decisionId: '1', authorId: tess.id, by: mod.id },
      ...({ subject: { type: 'note', id: note.id }, action: 'remove', reason: 'spam' } as const),
    }
    await decided(ctx, removal, 'This sells.')
    for (let i = 0; i < 2; i++) await ctx.db.tx((tx) => ctx.events.emit(tx, 'trust.decided', removal))
    await heard()
    await expect.poll(() => status(lin, note.id)).toBe(404)
    expect((await tess.get(`/v1/notes/${note.id}`)).json()).toMatchObject({
      state: 'removed',
      removal: { reason: 'spam', words: 'This sells.' },
    })
    const said = await tess.patch(`/v1/notes/${note.id}`, { title: 'Please' })
    expect(said.json().code).toBe('note-removed')
    const topic = await topics.read(ctx, null, 'spam')
    expect(topic.ok).toBe(false)
    await rowsEqualCounters(ctx)
  })
})
