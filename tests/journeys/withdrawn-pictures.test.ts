import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { reinstateAccount, suspendAccount } from '#server/rooms/accounts/index.ts'
import { mediaByIds, mediaJobs, uploadPicture } from '#server/rooms/media/index.ts'
import { wiring } from '#server/wiring.ts'
import { testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { corners, movingGif } from '#tests/setup/pictures.ts'

// Two processes of one site: what one of them is told has to hold at the other's door.
const database = await testDatabase()
const dataDir = testFolder()
const ctx = await testContext({ database, config: { dataDir } })
const elsewhere: Context = await testContext({ database, config: { dataDir } })
const app = await testApp(ctx)
const there: App = await buildApp(elsewhere, { strict: true })
elsewhere.onStop(() => there.close())

const [tess, fan, stranger, mod] = (await testPeople(ctx, app, [
  'tess_rowan',
  'xiaoman',
  'dmitri',
  { handle: 'priya', role: 'moderator' },
])) as [Someone, Someone, Someone, Someone]
const jpeg = await corners(1200, 900)
const gif = await movingGif(4, 400, 300)

beforeAll(() => ctx.events.start(wiring))
afterAll(() => ctx.stop())

/** A picture with all renditions it will ever have: WebP, JPEG and AVIF, or moving WebP. */
const upload = async (who: Someone, file = jpeg): Promise<string> => {
  const made = await uploadPicture(ctx, who.viewer, file, { alt: 'marker' })
  if (!made.ok) throw new Error(made.problem.code)
  await ctx.jobs.runDue(mediaJobs)
  return made.value.id
}
const addresses = async (...ids: string[]): Promise<string[]> =>
  [...(await mediaByIds(ctx, ids)).values()].flatMap((media) => media.variants.map(({ url }) => url))

type Reader = Someone | null
const asked = [
  {},
  { range: 'bytes=0-3' },
  { 'if-none-match': '*' },
  { 'if-range': 'Mon, 30 Nov 2026 00:00:00 GMT', range: 'bytes=0-' },
] as Record<string, string>[]

/** One answer in a word: seen (`open`: caches may keep it and have to ask each time; `guarded`: they may not), gone, or what is wrong. */
const ask = async (process: App, reader: Reader, method: 'GET' | 'HEAD', url: string, headers: Record<string, string>): Promise<string> => {
  const answer = await process.inject({
    method,
    url,
    headers: { ...headers, ...(reader ? { authorization: `Bearer ${reader.token}` } : {}) },
  })
  const cache = answer.headers['cache-control']
  if ([404, 410].includes(answer.statusCode)) return cache === 'no-store' ? 'gone' : `gone, ${cache}`
  if (![200, 206, 304].includes(answer.statusCode)) return `${answer.statusCode}`
  return cache === 'public, no-cache' ? 'open' : cache === 'private, no-store' ? 'guarded' : `${cache}`
}

/** What this reader gets at every address, by GET and HEAD, whole, in part and conditionally, at both processes. */
const look = async (reader: Reader, urls: readonly string[], kept: boolean): Promise<string> => {
  const found = await Promise.all(
    [app, there].flatMap((process) =>
      urls.flatMap((url) =>
        (['GET', 'HEAD'] as const).flatMap((method) => asked.map((headers) => ask(process, reader, method, url, headers))),
      ),
    ),
  )
  const words = found.map((word) => (!kept && (word === 'open' || word === 'guarded') ? 'seen' : word))
  return [...new Set(words)].sort().join(', ')
}
/** Soon at one address (within a second, on a machine that is not busy with other tests), then everywhere. */
const within = async (reader: Reader, urls: readonly string[], word: string, kept = false) => {
  const message = `${reader?.handle ?? 'nobody'} ${urls[0]}`
  await expect.poll(() => look(reader, urls.slice(0, 1), kept), { interval: 20, message }).toBe(word)
  expect(await look(reader, urls, kept), message).toBe(word)
}

const publish = async (media: string[], more: object = {}): Promise<string> => {
  const answer = await tess.post('/v1/notes', { title: 'Marker', text: 'words', media, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}
const everybody = async (urls: string[], words: Record<'nobody' | 'stranger' | 'fan' | 'tess' | 'mod', string>) => {
  await within(null, urls, words.nobody)
  await within(stranger, urls, words.stranger)
  await within(fan, urls, words.fan)
  await within(tess, urls, words.tess)
  await within(mod, urls, words.mod)
}
const all = (word: string) => ({ nobody: word, stranger: word, fan: word, tess: word, mod: word })

describe('a withdrawn picture is gone at every address within a second', async () => {
  await fan.put('/v1/accounts/tess_rowan/follow')

  test.each([
    ['a still one', jpeg, 5],
    ['a moving one', gif, 3],
  ])('%s, through everything that can become of its note', async (_, file, addressCount) => {
    const id = await upload(tess, file)
    const urls = await addresses(id)
    expect(urls).toHaveLength(addressCount)
    // Fresh from the upload its address is the key, and no cache keeps it.
    await everybody(urls, all('seen'))
    await within(null, urls, 'guarded', true)
    const note = await publish([id])
    await everybody(urls, all('seen'))
    await within(null, urls, 'open', true)
    await tess.patch(`/v1/notes/${note}`, { visibility: 'private' })
    await everybody(urls, { ...all('gone'), tess: 'seen' })
    await within(tess, urls, 'guarded', true)
    await tess.patch(`/v1/notes/${note}`, { visibility: 'followers' })
    await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'seen', tess: 'seen', mod: 'seen' })
    await within(fan, urls, 'guarded', true)
    await fan.delete('/v1/accounts/tess_rowan/follow')
    await within(fan, urls, 'gone')
    await fan.put('/v1/accounts/tess_rowan/follow')
    await tess.patch(`/v1/notes/${note}`, { visibility: 'public' })
    await everybody(urls, all('seen'))
    await tess.patch('/v1/me', { private: true })
    await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'seen', tess: 'seen', mod: 'seen' })
    await tess.patch('/v1/me', { private: false })
    await everybody(urls, all('seen'))
    expect((await suspendAccount(ctx, null, tess.id, 'for the test')).ok).toBe(true)
    await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'gone', tess: 'seen', mod: 'seen' })
    await reinstateAccount(ctx, null, tess.id)
    await everybody(urls, all('seen'))
    expect((await tess.delete('/v1/me', { password: 'plum blossom soup' })).statusCode).toBeLessThan(300)
    await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'gone', tess: 'seen', mod: 'seen' })
    await tess.post('/v1/me/restore')
    await everybody(urls, all('seen'))
    await ctx.db.run(sql`update note set state = 'removed' where id = ${note}`)
    await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'gone', tess: 'seen', mod: 'seen' })
    await tess.delete(`/v1/notes/${note}`)
    await everybody(urls, { ...all('gone'), tess: 'seen' })
  })

  test('removed by a moderator’s decision, note and comment', async () => {
    const [one, two] = [await upload(tess), await upload(tess)]
    const note = await publish([one])
    const said = await tess.post(`/v1/notes/${note}/comments`, { text: 'and this', media: [two] })
    expect(said.statusCode, said.body).toBe(201)
    for (const [type, subject, id] of [
      ['comment', said.json().id, two],
      ['note', note, one],
    ] as const) {
      const urls = await addresses(id)
      await within(null, urls, 'open', true)
      await stranger.post('/v1/reports', { subject: { type, id: subject }, reason: 'spam' })
      const cases = (await mod.get('/v1/moderation/cases')).json().items
      const mine = cases.find((one: { subject: { id: string } }) => one.subject.id === subject)
      const decided = await mod.post(`/v1/moderation/cases/${mine.id}/decision`, {
        action: 'remove',
        reason: 'spam',
        words: 'An advertisement.',
      })
      expect(decided.statusCode, decided.body).toBeLessThan(300)
      await everybody(urls, { nobody: 'gone', stranger: 'gone', fan: 'gone', tess: 'seen', mod: 'seen' })
    }
  })

  test('a comment’s picture goes with the comment, its note and its writer', async () => {
    const host = await upload(stranger)
    const note = (await stranger.post('/v1/notes', { title: 'Host', text: 'words', media: [host] })).json().id
    const mine = await upload(tess)
    const comment = (await tess.post(`/v1/notes/${note}/comments`, { text: 'look', media: [mine] })).json().id
    const urls = await addresses(mine)
    await everybody(urls, all('seen'))
    await stranger.patch(`/v1/notes/${note}`, { visibility: 'private' })
    await everybody(urls, { nobody: 'gone', stranger: 'seen', fan: 'gone', tess: 'seen', mod: 'gone' })
    await stranger.patch(`/v1/notes/${note}`, { visibility: 'public' })
    await suspendAccount(ctx, null, tess.id, 'for the test')
    await within(null, urls, 'gone')
    await reinstateAccount(ctx, null, tess.id)
    await within(null, urls, 'seen')
    await tess.delete(`/v1/comments/${comment}`)
    await everybody(urls, { ...all('gone'), tess: 'seen' })
  })

  test('pictures of a draft and of a note that waits for its hour are their author’s', async () => {
    const id = await upload(tess)
    const urls = await addresses(id)
    await everybody(urls, all('seen'))
    expect((await tess.post('/v1/drafts', { content: { title: 'Later', text: '', media: [id] }, version: 0 })).statusCode).toBe(201)
    await everybody(urls, { ...all('gone'), tess: 'seen' })
    const other = await upload(tess)
    await publish([other], { publishAt: new Date(Date.now() + 86_400_000).toISOString() })
    await everybody(await addresses(other), { ...all('gone'), tess: 'seen' })
  })

  test('a fresh upload of somebody who is suspended, and what a crop cut from one', async () => {
    const id = await upload(tess)
    const urls = await addresses(id)
    await everybody(urls, all('seen'))
    await suspendAccount(ctx, null, tess.id, 'for the test')
    await everybody(urls, { ...all('gone'), tess: 'seen' })
    await reinstateAccount(ctx, null, tess.id)
    await tess.patch(`/v1/media/${id}`, { crop: { x: 0, y: 0, width: 0.5, height: 0.5 } })
    await everybody(urls, { ...all('gone'), tess: 'seen' })
    const cut = await addresses(id)
    await everybody(cut, all('seen'))
    const note = await publish([id], { visibility: 'private' })
    await everybody(cut, { ...all('gone'), tess: 'seen' })
    await tess.patch(`/v1/notes/${note}`, { media: [] })
    await everybody(cut, { ...all('gone'), tess: 'seen' })
    const dropped = await upload(tess)
    const gone = await addresses(dropped)
    await tess.delete(`/v1/media/${dropped}`)
    await everybody(gone, all('gone'))
  })

  test('a picture taken out of a note', async () => {
    const [kept, out] = [await upload(tess), await upload(tess)]
    const note = await publish([kept, out])
    await within(null, await addresses(kept, out), 'seen')
    await tess.patch(`/v1/notes/${note}`, { media: [kept] })
    await within(null, await addresses(out), 'gone')
    await within(null, await addresses(kept), 'seen')
  })

  test('what a crop cut away, and the uncropped master', async () => {
    const id = await upload(tess)
    await publish([id])
    const before = await addresses(id)
    await within(null, before, 'seen')
    await tess.patch(`/v1/media/${id}`, { crop: { x: 0, y: 0, width: 0.5, height: 0.5 } })
    const after = await addresses(id)
    expect(after.filter((url) => before.includes(url))).toEqual([])
    await everybody(before, { ...all('gone'), tess: 'seen' })
    await everybody(after, all('seen'))
    const row = await ctx.db.one<{ master: string }>(sql`select master from media where id = ${id}`)
    await everybody([`/media/${row?.master}`], all('gone'))
  })

  test.each(['avatar', 'banner'] as const)('a replaced or suspended %s', async (which) => {
    const [first, second] = [await upload(tess), await upload(tess)]
    const [old, fresh] = [await addresses(first), await addresses(second)]
    await tess.patch('/v1/me', { [which]: first })
    await everybody(old, all('seen'))
    await tess.patch('/v1/me', { [which]: second })
    await everybody(old, { ...all('gone'), tess: 'seen' })
    await everybody(fresh, all('seen'))
    // Let go, so that the sweep takes its files; the other one stays whatever else shows it.
    expect(await ctx.db.rows(sql`select id from media where attached_at is null and id = any(${[first, second]}::bigint[])`)).toEqual([
      { id: first },
    ])
    const note = await publish([second])
    await tess.delete(`/v1/notes/${note}`)
    await everybody(fresh, all('seen'))
    expect(await ctx.db.one(sql`select 1 as held from media where attached_at is not null and id = ${second}`)).toEqual({ held: 1 })
    await suspendAccount(ctx, null, tess.id, 'for the test')
    await everybody(fresh, { nobody: 'gone', stranger: 'gone', fan: 'gone', tess: 'seen', mod: 'seen' })
    await reinstateAccount(ctx, null, tess.id)
    await tess.patch('/v1/me', { [which]: null })
    await everybody(fresh, { ...all('gone'), tess: 'seen' })
  })
})
