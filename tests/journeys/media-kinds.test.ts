import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { audio, bareNote, video } from '#tests/setup/recordings.ts'

// Notes whose first medium is each of the kinds there are, one with none at all, and every place of the API that shows a note by its cover.
let ctx: Context
let app: App
let tess: Someone
let lin: Someone
const id = { film: '', blank: '', sound: '', bare: '', untitled: '', mixed: '', picture: '' }
const media = { film: '', blank: '', sound: '', picture: '' }

const publish = async (title: string, ...ids: string[]): Promise<string> => {
  const said = await tess.post('/v1/notes', { title, text: 'A cupboard of lanterns #lantern', media: ids })
  expect(said.statusCode, said.body).toBe(201)
  return said.json().id
}

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ctx.events.wire(wiring)
  ;[tess, lin] = (await testPeople(ctx, app, ['tess.rowan', 'lin.yue'])) as [Someone, Someone]
  media.film = await video(ctx, tess.id)
  media.blank = await video(ctx, tess.id, { poster: false, width: 640, height: 360, durationMs: 61_500 })
  media.sound = await audio(ctx, tess.id)
  media.picture = await picture(ctx, tess.id)
  id.film = await publish('A film', media.film)
  id.blank = await publish('A film without a poster', media.blank)
  id.sound = await publish('A sound', media.sound)
  id.mixed = await publish('All of them', await picture(ctx, tess.id), await video(ctx, tess.id), await audio(ctx, tess.id))
  id.picture = await publish('A picture', media.picture)
  id.bare = await bareNote(ctx, tess.id, { title: 'Words', text: 'A cupboard of  lanterns,\nunlit' })
  id.untitled = await bareNote(ctx, tess.id, { text: 'Nothing but this lantern' })
  await ctx.events.drain()
})
afterAll(() => ctx.stop())

const json = async (url: string, who: Someone | null = lin) => {
  const said = await (who ? who.get(url) : app.inject(url))
  expect(said.statusCode, `${url} ${said.body}`).toBe(200)
  return said.json()
}
/** A card in a line: what stands for the note. */
const line = ({ cover, excerpt, pictures }: Card): string => {
  if (cover === null) return `words: ${excerpt}`
  const more = pictures > 1 ? ` and ${pictures - 1} more` : ''
  if (cover.kind === 'image') return `image ${cover.width}×${cover.height}${more}`
  if (cover.kind === 'audio') return `audio ${cover.duration} s`
  return `video ${cover.width}×${cover.height} ${cover.duration} s, poster ${cover.poster ? `${cover.poster.width}×${cover.poster.height}` : 'none'}`
}
const shown = () => ({
  [id.film]: 'video 360×640 2 s, poster 360×640',
  [id.blank]: 'video 640×360 61.5 s, poster none',
  [id.sound]: 'audio 3 s',
  [id.mixed]: 'image 1080×1440 and 2 more',
  [id.picture]: 'image 1080×1440',
  [id.bare]: 'words: A cupboard of lanterns, unlit',
  [id.untitled]: 'words: Nothing but this lantern',
})

test('an upload says what its kind has, and whatever its kind all that every medium has', async () => {
  const every = { state: 'ready', alt: expect.any(String), url: expect.stringMatching(/^\/media\/p\//) }
  expect(await json(`/v1/media/${media.film}`, tess)).toMatchObject({
    ...{ ...every, kind: 'video', id: media.film, width: 360, height: 640, duration: 2, thumbhash: expect.any(String) },
    variants: [{ url: expect.stringMatching(/\.webm$/), type: 'video/webm', width: 360, height: 640 }],
    poster: { width: 360, height: 640, color: '#7a4a2b', variants: [{ type: 'image/webp' }, { type: 'image/jpeg' }] },
  })
  const sound: Media = await json(`/v1/media/${media.sound}`, tess)
  expect(sound).toMatchObject({ ...every, kind: 'audio', duration: 3, variants: [{ type: 'audio/wav' }] })
  expect(Object.keys(sound).sort()).toEqual(['alt', 'duration', 'id', 'kind', 'state', 'url', 'variants'])
  expect(await json(`/v1/media/${media.blank}`, tess)).toMatchObject({ ...every, poster: null, thumbhash: null })
})

test.each([
  ['the feed', '/v1/feed?limit=50', true],
  ['a profile', '/v1/accounts/tess.rowan/notes?limit=50', true],
  ['search', '/v1/search?q=lantern&type=notes&limit=50', true],
  // What came from elsewhere names no topics here.
  ['a topic', '/v1/topics/lantern/notes?limit=50', false],
] as const)('%s shows every kind, and none', async (_place, url, bare) => {
  const { items } = (await json(url)) as { items: Card[] }
  const all = shown()
  if (!bare) for (const one of [id.bare, id.untitled]) delete all[one]
  expect(Object.fromEntries(items.map((card) => [card.id, line(card)]))).toEqual(all)
})

test('a board shows them, and has the pictures that stand for them on its own cover', async () => {
  const made = await lin.post('/v1/boards', { title: 'Lanterns' })
  const board = made.json().id
  for (const note of [id.sound, id.bare, id.film, id.picture])
    expect((await lin.put(`/v1/boards/${board}/notes/${note}`)).statusCode).toBe(204)
  const { items } = (await json(`/v1/boards/${board}/notes`)) as { items: Card[] }
  const all = shown()
  expect(items.map(line)).toEqual([id.picture, id.film, id.bare, id.sound].map((note) => all[note]))
  const { covers } = await json(`/v1/boards/${board}`)
  expect(covers).toEqual([expect.stringContaining(`${media.picture}-360.webp`), expect.stringContaining(`/${media.film}-`)])
  expect(covers[1]).toMatch(/\.webp$/)
})

test('a note gives its media as they are, to readers and to strangers', async () => {
  for (const who of [lin, null]) {
    expect((await json(`/v1/notes/${id.mixed}`, who)).media.map((one: Media) => one.kind)).toEqual(['image', 'video', 'audio'])
    expect((await json(`/v1/notes/${id.bare}`, who)).media).toEqual([])
  }
})

test('a notification shows the picture that stands for the note, where one does', async () => {
  for (const note of [id.film, id.sound, id.untitled]) expect((await lin.put(`/v1/notes/${note}/like`)).statusCode).toBe(204)
  await ctx.events.drain()
  const { items } = await json('/v1/me/notifications', tess)
  const byNote = new Map(items.map((item: { note: { id: string; title: string; cover: string | null } }) => [item.note.id, item.note]))
  expect(byNote.get(id.film)).toMatchObject({ title: 'A film', cover: expect.stringMatching(/\.webp$/) })
  expect(byNote.get(id.sound)).toMatchObject({ title: 'A sound', cover: null })
  expect(byNote.get(id.untitled)).toMatchObject({ title: 'Nothing but this lantern', cover: null })
})

test('a crop is for pictures, words are for all; an avatar is a picture', async () => {
  const crop = { x: 0, y: 0, width: 0.5, height: 0.5 }
  for (const one of [media.film, media.sound]) {
    const refused = await tess.patch(`/v1/media/${one}`, { crop })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'crop-needs-picture'])
    expect((await tess.patch(`/v1/media/${one}`, { alt: 'In other words', crop: null })).json()).toMatchObject({ alt: 'In other words' })
  }
  const loose = await video(ctx, tess.id)
  expect((await tess.patch('/v1/me', { avatar: loose })).json().code).toBe('picture-unusable')
  expect(await ctx.db.one(sql`select attached_at from media where id = ${loose}`)).toEqual({ attached_at: null })
})

test('files are served as what they are, in parts, to whoever may see the note, and go with it', async () => {
  const note = await tess.post('/v1/notes', { title: 'For a while', media: [await video(ctx, tess.id), await audio(ctx, tess.id)] })
  const made = note.json().media as Media[]
  const types: string[] = []
  for (const url of made.flatMap((one) => [one.url, ...(one.kind === 'video' ? (one.poster?.variants ?? []).map((v) => v.url) : [])])) {
    const file = await app.inject(url)
    types.push(`${file.statusCode} ${file.headers['content-type']}`)
    const part = await app.inject({ url, headers: { range: 'bytes=4-7' } })
    expect([part.statusCode, part.rawPayload]).toEqual([206, file.rawPayload.subarray(4, 8)])
  }
  expect(types).toEqual(['200 video/webm', '200 image/webp', '200 image/jpeg', '200 audio/wav'])
  const left = async () => {
    const keys: string[] = []
    for await (const { key } of ctx.storage.list('p')) if (made.some((one) => key.includes(`/${one.id}-`))) keys.push(key)
    return keys.length
  }
  expect(await left()).toBe(4)
  expect((await tess.delete(`/v1/notes/${note.json().id}`)).statusCode).toBe(204)
  await ctx.events.drain()
  await ctx.jobs.runDue(jobs)
  expect(await left()).toBe(0)
  expect((await app.inject(made[0]?.url ?? '')).statusCode).toBe(404)
})

test('the table keeps what each kind has', async () => {
  const add = (facts: object) => {
    const row = {
      kind: 'image',
      master: 'p/x',
      master_width: 3,
      master_height: 4,
      width: 3,
      height: 4,
      duration_ms: null,
      color: null,
      ...facts,
    }
    return ctx.db.run(sql`
      insert into media (id, account_id, kind, master, master_width, master_height, width, height, duration_ms, color)
      select ${ctx.ids.next()}, ${tess.id}, r.kind, r.master, r.master_width, r.master_height, r.width, r.height, r.duration_ms, r.color
      from jsonb_to_record(${JSON.stringify(row)}::jsonb)
        as r(kind text, master text, master_width int, master_height int, width int, height int, duration_ms int, color text)`)
  }
  await add({})
  await add({ kind: 'video', master: null, duration_ms: 5 })
  await add({ kind: 'audio', width: null, height: null, duration_ms: 5 })
  for (const wrong of [
    { master: null },
    { width: null },
    { duration_ms: 5 },
    { kind: 'video' },
    { kind: 'video', duration_ms: 5, height: null },
    { kind: 'audio', width: null, height: null },
    { kind: 'audio', duration_ms: 5 },
    { kind: 'audio', width: null, height: null, duration_ms: 5, color: '#000000' },
    { kind: 'smell', duration_ms: 5 },
  ])
    await expect(add(wrong), JSON.stringify(wrong)).rejects.toThrow(/media_facts|media_kind_check/)
})
