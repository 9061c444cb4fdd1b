import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { encodeCursor } from '#server/platform/cursor.ts'
import type { Event } from '#server/platform/events.ts'
import type { App } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { testContext } from '#tests/setup/database.ts'
import { decided, picture, rowsEqualCounters } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { notesHears } from './index.ts'
import type { Board, Card, Comment, Note } from './schema.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
let told: Event[] = []

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ;[tess, lin, mo] = (await testPeople(ctx, app, ['tess.rowan', { handle: 'lin.yue', locale: 'zh-Hans' }, 'mo.lee'])) as [
    Someone,
    Someone,
    Someone,
  ]
  const hear = async (_ctx: Context, _tx: unknown, events: Event[]) => {
    told.push(...events)
  }
  ctx.events.wire({
    'comment.made': { test: hear },
    'comment.deleted': { test: hear },
    'note.liked': { test: hear },
    'trust.decided': { notes: notesHears.onDecided },
  })
})

async function heard() {
  await ctx.events.drain()
  const all = told
  told = []
  return all.map(({ name, facts }) => ({ name, ...facts }))
}
async function note(who: Someone, more: object = {}): Promise<Note> {
  const said = await who.post('/v1/notes', { title: 'A note', media: [await picture(ctx, who.id)], ...more })
  expect(said.statusCode, said.body).toBe(201)
  return said.json()
}
async function say(who: Someone, on: string, text: string, more: object = {}): Promise<Comment> {
  const said = await who.post(`/v1/notes/${on}/comments`, { text, ...more })
  expect(said.statusCode, said.body).toBe(201)
  return said.json()
}
const list = async (who: Someone | null, on: string, query = ''): Promise<List<Comment>> => {
  const url = `/v1/notes/${on}/comments${query}`
  return (who ? await who.get(url) : await app.inject(url)).json()
}
const count = async (id: string) => (await app.inject(`/v1/notes/${id}`)).json().counts

describe('comments', () => {
  it('stand on two levels, tell whom they answer, and carry pictures', async () => {
    const { id } = await note(tess)
    await heard()
    const first = await say(lin, id, '太可爱了 @mo.lee', { media: [await picture(ctx, lin.id)] })
    expect(first).toMatchObject({ thread: null, byAuthor: false, language: 'zh-Hans', media: [expect.anything()] })
    const answer = await say(tess, id, 'Thank you!', { replyTo: first.id })
    expect(answer).toMatchObject({ thread: first.id, replyTo: null, byAuthor: true })
    const deeper = await say(mo, id, 'Me too', { replyTo: answer.id })
    expect(deeper).toMatchObject({ thread: first.id, replyTo: { handle: 'tess.rowan' } })
    expect(await heard()).toMatchObject([
      {
        commentId: first.id,
        noteId: id,
        noteAuthorId: tess.id,
        threadId: null,
        threadAuthorId: null,
        replyToAuthorId: null,
        mentions: [mo.id],
      },
      { commentId: answer.id, threadId: first.id, threadAuthorId: lin.id, replyToAuthorId: lin.id, authorId: tess.id },
      { commentId: deeper.id, threadId: first.id, threadAuthorId: lin.id, replyToAuthorId: tess.id },
    ])
    const { items } = await list(null, id)
    expect(items).toMatchObject([{ id: first.id, counts: { replies: 2 }, replies: [{ id: answer.id }, { id: deeper.id }] }])
    expect(await count(id)).toMatchObject({ comments: 3 })
    const other = await note(tess)
    expect((await tess.post(`/v1/notes/${other.id}/comments`, { text: 'x', replyTo: first.id })).statusCode).toBe(404)
    expect((await tess.post(`/v1/notes/${first.id}/comments`, { text: 'x' })).statusCode).toBe(404)
    expect((await tess.post(`/v1/notes/${id}/comments`, { text: ' ' })).json().code).toBe('comment-empty')
    await rowsEqualCounters(ctx)
  })

  it('are written only by whom the note lets', async () => {
    const closed = await note(tess, { comments: 'off' })
    const inner = await note(tess, { comments: 'followers' })
    expect((await lin.post(`/v1/notes/${closed.id}/comments`, { text: 'x' })).json().code).toBe('comments-off')
    expect((await lin.post(`/v1/notes/${inner.id}/comments`, { text: 'x' })).json().code).toBe('comments-followers')
    expect((await app.inject({ method: 'POST', url: `/v1/notes/${inner.id}/comments`, payload: { text: 'x' } })).statusCode).toBe(401)
    await lin.put('/v1/accounts/tess.rowan/follow')
    await say(lin, inner.id, 'now I may')
    expect((await lin.get(`/v1/notes/${inner.id}`)).json().canComment).toBe(true)
    expect((await mo.get(`/v1/notes/${inner.id}`)).json().canComment).toBe(false)
  })

  it('are deleted by their writer or by who wrote the note; replies below stay', async () => {
    const { id } = await note(tess)
    const first = await say(lin, id, 'rude')
    const reply = await say(mo, id, 'hey', { replyTo: first.id })
    const lone = await say(mo, id, 'alone')
    expect((await mo.delete(`/v1/comments/${first.id}`)).statusCode).toBe(403)
    expect((await tess.delete(`/v1/comments/${first.id}`)).statusCode).toBe(204)
    expect((await mo.delete(`/v1/comments/${lone.id}`)).statusCode).toBe(204)
    const { items } = await list(null, id)
    expect(items).toMatchObject([{ id: first.id, gone: true, text: '', author: null, replies: [{ id: reply.id, text: 'hey' }] }])
    expect(await count(id)).toMatchObject({ comments: 1 })
    expect((await app.inject(`/v1/comments/${first.id}/replies`)).json().items).toHaveLength(1)
    expect((await lin.put(`/v1/comments/${first.id}/like`)).statusCode).toBe(404)
    await mo.delete(`/v1/comments/${reply.id}`)
    expect((await list(null, id)).items).toEqual([])
    await rowsEqualCounters(ctx)
  })

  it('are hidden from those who blocked or muted, and by decisions', async () => {
    const { id } = await note(tess)
    const rude = await say(lin, id, 'rude')
    await say(mo, id, 'kind')
    await mo.put('/v1/accounts/lin.yue/mute')
    expect((await list(mo, id)).items.map((c) => c.text)).toEqual(['kind'])
    await mo.delete('/v1/accounts/lin.yue/mute')
    const later = await say(lin, id, 'later')
    await lin.put(`/v1/notes/${id}/like`)
    await tess.put('/v1/accounts/lin.yue/block')
    expect((await lin.get(`/v1/notes/${id}/comments`)).statusCode).toBe(404)
    // What was said under one's note, and one's own like, can still be taken away.
    expect((await lin.put(`/v1/notes/${id}/like`)).statusCode).toBe(404)
    expect((await lin.delete(`/v1/notes/${id}/like`)).statusCode).toBe(204)
    expect((await tess.delete(`/v1/comments/${later.id}`)).statusCode).toBe(204)
    await tess.delete('/v1/accounts/lin.yue/block')
    const decision = {
      ...{ caseId: '1', decisionId: '1', authorId: lin.id, by: mo.id },
      ...({ subject: { type: 'comment', id: rude.id }, action: 'remove', reason: 'harassment' } as const),
    }
    await decided(ctx, decision, 'Unkind.')
    for (let i = 0; i < 2; i++) await ctx.db.tx((tx) => ctx.events.emit(tx, 'trust.decided', decision))
    await heard()
    expect((await list(null, id)).items.map((c) => c.text)).toEqual(['kind'])
    await expect.poll(() => count(id)).toMatchObject({ comments: 1 })
    await rowsEqualCounters(ctx)
  })

  it('one is pinned by the note’s author; the most liked come first', async () => {
    const { id } = await note(tess)
    const made: Comment[] = []
    for (const text of ['a', 'b', 'c', 'd', 'e']) made.push(await say(lin, id, text))
    const [a, b, , d] = made as [Comment, Comment, Comment, Comment, Comment]
    for (const who of [tess, mo]) expect((await who.put(`/v1/comments/${b.id}/like`)).statusCode).toBe(204)
    await tess.put(`/v1/comments/${d.id}/like`)
    expect((await lin.put(`/v1/comments/${a.id}/pin`)).statusCode).toBe(403)
    await tess.put(`/v1/comments/${d.id}/pin`)
    await tess.put(`/v1/comments/${a.id}/pin`)
    const pages: string[] = []
    for (let cursor = ''; ; ) {
      const { items, next } = await list(mo, id, `?limit=2&sort=top${cursor}`)
      pages.push(items.map((c) => c.text).join(''))
      if (!next) break
      cursor = `&cursor=${next}`
    }
    expect(pages).toEqual(['abd', 'ec'])
    expect((await list(mo, id, '?sort=new')).items.map((c) => c.text).join('')).toBe('aedcb')
    const [pinned, liked] = (await list(mo, id)).items
    expect([pinned?.pinned, liked?.mine.liked, liked?.counts.likes]).toEqual([true, true, 2])
    await tess.delete(`/v1/comments/${a.id}/pin`)
    expect((await list(mo, id, '?sort=new')).items[0]?.pinned).toBe(false)
  })
})

describe('collecting', () => {
  it('counts once in however many boards, and ends when the last lets go', async () => {
    const one = await note(tess)
    const made = async (body: object) => (await lin.post('/v1/boards', body)).json() as Board
    const open = await made({ title: 'Cats' })
    const closed = await made({ title: 'Secret', private: true })
    expect((await lin.put(`/v1/notes/${one.id}/collect`)).statusCode).toBe(204)
    await lin.put(`/v1/notes/${one.id}/collect`, { board: open.id })
    await lin.put(`/v1/boards/${closed.id}/notes/${one.id}`)
    expect(await count(one.id)).toMatchObject({ collects: 1 })
    const mine = (await lin.get('/v1/accounts/lin.yue/boards')).json().items as Board[]
    expect(mine.map((b) => [b.title, b.notes, b.covers.length])).toEqual([
      ['我的收藏', 1, 1],
      ['Secret', 1, 1],
      ['Cats', 1, 1],
    ])
    expect(((await mo.get('/v1/accounts/lin.yue/boards')).json().items as Board[]).map((b) => b.title)).toEqual(['我的收藏', 'Cats'])
    for (const url of [`/v1/boards/${closed.id}`, `/v1/boards/${closed.id}/notes`]) expect((await mo.get(url)).statusCode).toBe(404)
    expect((await mo.put(`/v1/notes/${one.id}/collect`, { board: open.id })).statusCode).toBe(404)
    expect((await mo.put(`/v1/boards/${open.id}/notes/${one.id}`)).statusCode).toBe(404)
    expect((await mo.patch(`/v1/boards/${open.id}`, { title: 'Mine' })).statusCode).toBe(404)
    expect((await mo.delete(`/v1/boards/${open.id}`)).statusCode).toBe(404)
    const holding = (await lin.get(`/v1/notes/${one.id}/boards`)).json().items as { holds: boolean }[]
    expect(holding.map((h) => h.holds)).toEqual([true, true, true])
    await lin.delete(`/v1/boards/${open.id}/notes/${one.id}`)
    expect((await lin.delete(`/v1/boards/${closed.id}`)).statusCode).toBe(204)
    expect((await lin.get(`/v1/notes/${one.id}`)).json()).toMatchObject({ mine: { collected: true }, counts: { collects: 1 } })
    await lin.delete(`/v1/notes/${one.id}/collect`)
    await lin.delete(`/v1/notes/${one.id}/collect`)
    expect((await lin.get(`/v1/notes/${one.id}`)).json()).toMatchObject({ mine: { collected: false }, counts: { collects: 0 } })
    const fallback = mine.find((b) => b.default)
    expect((await lin.delete(`/v1/boards/${fallback?.id}`)).json().code).toBe('board-default')
    await rowsEqualCounters(ctx)
  })

  it('a deleted note leaves the boards’ counts and lists; hidden ones lend no cover', async () => {
    const [a, b] = [await note(tess), await note(tess)]
    const board = (await mo.post('/v1/boards', { title: 'Keep' })).json() as Board
    for (const { id } of [a, b]) await mo.put(`/v1/boards/${board.id}/notes/${id}`)
    await tess.delete(`/v1/notes/${a.id}`)
    await tess.patch(`/v1/notes/${b.id}`, { visibility: 'private' })
    expect((await mo.get(`/v1/boards/${board.id}`)).json()).toMatchObject({ notes: 0, covers: [] })
    expect((await mo.get(`/v1/boards/${board.id}/notes`)).json()).toEqual({ items: [], next: null })
    // Still one's own shelf: it can be emptied.
    expect((await mo.delete(`/v1/boards/${board.id}/notes/${b.id}`)).statusCode).toBe(204)
    expect((await mo.get(`/v1/boards/${board.id}`)).json().notes).toBe(0)
  })
})

describe('lists', () => {
  it('give every item once, in order, whatever the page; a made-up cursor only starts again', async () => {
    const ids: string[] = []
    for (let i = 0; i < 7; i++) ids.unshift((await note(mo, { title: `n${i}`, text: '#Paging' })).id)
    for (const id of [...ids].reverse()) await tess.put(`/v1/notes/${id}/like`)
    const all = async (url: string, limit: number) => {
      const seen: string[] = []
      for (let cursor = ''; ; ) {
        const said = (await tess.get(`${url}?limit=${limit}${cursor}`)).json() as List<Card>
        expect(said.items.length).toBeLessThanOrEqual(limit)
        seen.push(...said.items.map((c) => c.id))
        if (!said.next) return seen
        cursor = `&cursor=${said.next}`
      }
    }
    for (const url of ['/v1/topics/paging/notes', '/v1/accounts/mo.lee/notes', '/v1/me/liked'])
      for (const limit of [1, 3, 7, 100]) expect((await all(url, limit)).filter((id) => ids.includes(id))).toEqual(ids)
    const part = fc.oneof(fc.string(), fc.double(), fc.bigInt().map(String), fc.constant(null))
    const cursors = fc.oneof(fc.string(), fc.array(part as fc.Arbitrary<string | number | null>, { maxLength: 3 }).map(encodeCursor))
    await fc.assert(
      fc.asyncProperty(
        cursors,
        fc.constantFrom('topics/paging/notes', 'topics/paging/notes?sort=top', 'me/liked', 'drafts'),
        async (cursor, path) => {
          const said = await tess.get(`/v1/${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor.slice(0, 300))}`)
          expect(said.statusCode).toBe(200)
        },
      ),
      { numRuns: 60 },
    )
  })
})
