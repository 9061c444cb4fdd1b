import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

let ctx: Context
let tess: Someone
let lin: Someone

beforeAll(async () => {
  ctx = await testContext()
  ;[tess, lin] = (await testPeople(ctx, await testApp(ctx), ['tess.rowan', { handle: 'lin.yue', locale: 'zh-Hans' }])) as [Someone, Someone]
})

const publish = async (more: object) => {
  const said = await tess.post('/v1/notes', { title: 'A note', media: [await picture(ctx, tess.id)], ...more })
  expect(said.statusCode, said.body).toBe(201)
}

it('drafts are kept as typed and never overwritten by an older page', async () => {
  const media = await picture(ctx, tess.id)
  const foreign = await picture(ctx, lin.id)
  const content = { title: '', text: 'half a sent\u0000ence \ud83d', media: [media, foreign, 'nonsense'], step: { crop: 3 } }
  const made = (await tess.post('/v1/drafts', { content, version: 0 })).json()
  expect(made).toMatchObject({ version: 1, content: { step: { crop: 3 } } })
  // A draft may name anything; it shows its owner's pictures alone.
  expect(made.media.map((m: { id: string }) => m.id)).toEqual([media])
  const saved = await tess.put(`/v1/drafts/${made.id}`, { content: { text: 'more' }, version: 1 })
  expect(saved.json()).toMatchObject({ version: 2, content: { text: 'more' } })
  // The same save again (its answer was lost) is one save.
  expect((await tess.put(`/v1/drafts/${made.id}`, { content: { text: 'more' }, version: 1 })).statusCode).toBe(200)
  const late = await tess.put(`/v1/drafts/${made.id}`, { content: { text: 'old tab' }, version: 1 })
  expect(late.statusCode).toBe(409)
  expect(late.json()).toMatchObject({ code: 'draft-newer', draft: { version: 2, content: { text: 'more' } } })
  for (const call of [lin.get, lin.delete]) expect((await call(`/v1/drafts/${made.id}`)).statusCode).toBe(404)
  expect((await lin.put(`/v1/drafts/${made.id}`, { content: {}, version: 2 })).statusCode).toBe(404)
  expect((await lin.get('/v1/drafts')).json().items).toEqual([])
  const huge = await tess.put(`/v1/drafts/${made.id}`, { content: { text: 'x'.repeat(160_000) }, version: 2 })
  expect(huge.json().code).toBe('draft-too-large')
  await publish({ draft: made.id })
  expect((await tess.get('/v1/drafts')).json().items).toEqual([])
})

it('drafts keep their pictures from the sweep, and no others', async () => {
  const own = await picture(ctx, tess.id)
  const foreign = await picture(ctx, lin.id)
  const attached = async (id: string) =>
    (await ctx.db.one<{ yes: boolean }>(sql`select attached_at is not null as yes from media where id = ${id}`))?.yes
  const made = (await tess.post('/v1/drafts', { content: { media: [own, foreign] }, version: 0 })).json()
  expect([await attached(own), await attached(foreign)]).toEqual([true, false])
  await publish({ media: [own] })
  await tess.delete(`/v1/drafts/${made.id}`)
  expect(await attached(own)).toBe(true)
  const loose = await picture(ctx, tess.id)
  const other = (await tess.post('/v1/drafts', { content: { media: [loose] }, version: 0 })).json()
  await tess.put(`/v1/drafts/${other.id}`, { content: { media: [] }, version: 1 })
  expect(await attached(loose)).toBe(false)
  // Two drafts with the same picture: it stays until the second goes, too.
  const shared = await picture(ctx, tess.id)
  const drafts = []
  for (let i = 0; i < 2; i++) drafts.push((await tess.post('/v1/drafts', { content: { media: [shared] }, version: 0 })).json().id)
  const kept = []
  for (const id of drafts) {
    await tess.delete(`/v1/drafts/${id}`)
    kept.push(await attached(shared))
  }
  expect(kept).toEqual([true, false])
})

it('a draft as long as drafts get is kept, and a longer one is refused in words, with the limit', async () => {
  const before = (await tess.get('/v1/drafts')).json().items.length
  const kept = await tess.post('/v1/drafts', { content: { text: '字'.repeat(49_000) } })
  expect(kept.statusCode).toBe(201)
  const numbers = Array.from({ length: 60_000 }, () => 1)
  for (const content of [
    { text: '字'.repeat(66_000) },
    { text: '字'.repeat(80_000) },
    { text: '😀'.repeat(60_000) },
    { numbers },
    { numbers: numbers.slice(0, 14_000).map(() => 1e9) },
    { numbers: Array.from({ length: 14_000 }, () => 1e308) },
  ])
    for (const said of [
      await tess.post('/v1/drafts', { content }),
      await tess.put(`/v1/drafts/${kept.json().id}`, { content, version: 1 }),
    ]) {
      expect([said.statusCode, said.json().code, said.json().detail]).toEqual([413, 'draft-too-large', expect.stringContaining('150')])
      expect(said.body.length).toBeLessThan(1000)
    }
  expect((await tess.get(`/v1/drafts/${kept.json().id}`)).json().content.text).toHaveLength(49_000)
  expect((await tess.get('/v1/drafts')).json().items).toHaveLength(before + 1)
})
