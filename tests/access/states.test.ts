import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { jobs } from '#server/wiring.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testPeople } from '#tests/setup/people.ts'
import { openWorld, type World } from './world.ts'

// The states that an adversary used: what a note, its author or its reader went through before somebody asks. All sessions were opened before.

let w: World
let made = 0

type Reader = 'anonymous' | 'other' | 'follower' | 'muter' | 'blocked' | 'suspended' | 'leaving' | 'moderator'
let readers: Record<Exclude<Reader, 'anonymous'>, Someone>

const leave = (who: Someone) => who.delete('/v1/me', { password: 'plum blossom soup' })
const suspend = async (who: Someone) => {
  const done = await suspendAccount(w.ctx, null, who.id, 'Spam')
  if (!done.ok) throw new Error(done.problem.code)
}

beforeAll(async () => {
  w = await openWorld()
  const [follower, muter, leaving] = (await testPeople(w.ctx, w.app, ['fan', 'muter', 'goer'])) as [Someone, Someone, Someone]
  readers = { other: w.otto, follower, muter, blocked: w.bo, suspended: w.sam, leaving, moderator: w.mod }
  expect((await leave(leaving)).statusCode).toBe(200)
})

interface Thing {
  author: Someone
  note: string
  comment: string
  board: string
}

/** Somebody new, with a note, a comment under it and a board that holds it. */
async function thing(how: object = {}): Promise<Thing> {
  const [author] = (await testPeople(w.ctx, w.app, [`author${made++}`])) as [Someone]
  await readers.follower.put(`/v1/accounts/${author.handle}/follow`)
  await readers.muter.put(`/v1/accounts/${author.handle}/mute`)
  await author.put('/v1/accounts/bo/block')
  const id = (said: { body: string; statusCode: number }): string => {
    expect(said.statusCode, said.body).toBe(201)
    return JSON.parse(said.body).id
  }
  const note = id(await author.post('/v1/notes', { title: `N${made}`, text: 'Soup', media: [await picture(w.ctx, author.id)], ...how }))
  const scheduled = 'publishAt' in how
  const comment = scheduled ? '0' : id(await author.post(`/v1/notes/${note}/comments`, { text: 'Mine' }))
  const board = id(await author.post('/v1/boards', { title: `B${made}`, private: 'private' in how }))
  if (!scheduled) await author.put(`/v1/boards/${board}/notes/${note}`)
  return { author, note, comment, board }
}

/** State → how it comes about, and who still sees the note (the author aside). */
const all: readonly Reader[] = ['anonymous', 'other', 'follower', 'muter', 'blocked', 'suspended', 'leaving', 'moderator']
const unblocked = all.filter((r) => r !== 'blocked')
const states: Record<string, { make: () => Promise<Thing>; seen: readonly Reader[]; removed?: true; authorGone?: true; closed?: true }> = {
  open: { make: () => thing(), seen: unblocked },
  scheduled: { make: () => thing({ publishAt: new Date(Date.now() + 3_600_000).toISOString() }), seen: [] },
  private: { make: () => thing({ visibility: 'private' }), seen: [] },
  'for followers': { make: () => thing({ visibility: 'followers' }), seen: ['follower', 'moderator'] },
  'by somebody leaving': {
    async make() {
      const t = await thing()
      expect((await leave(t.author)).statusCode).toBe(200)
      return t
    },
    seen: ['moderator'],
    authorGone: true,
  },
  'by somebody suspended': {
    async make() {
      const t = await thing()
      await suspend(t.author)
      return t
    },
    seen: ['moderator'],
    authorGone: true,
  },
  'by an account that closed': {
    async make() {
      const t = await thing()
      await t.author.patch('/v1/me', { private: true })
      return t
    },
    seen: ['follower', 'moderator'],
    closed: true,
  },
  'by an account that closed and opened again': {
    async make() {
      const t = await thing()
      for (const on of [true, false]) await t.author.patch('/v1/me', { private: on })
      return t
    },
    seen: unblocked,
  },
  removed: {
    async make() {
      const t = await thing()
      await w.otto.post('/v1/reports', { subject: { type: 'note', id: t.note }, reason: 'spam' })
      const list = (await w.mod.get('/v1/moderation/cases?limit=100')).json().items as { id: string; subject: { id: string } }[]
      const found = list.find((c) => c.subject.id === t.note)
      await w.mod.post(`/v1/moderation/cases/${found?.id}/decision`, { action: 'remove', reason: 'spam', words: 'No.' })
      return t
    },
    seen: ['moderator'],
    removed: true,
  },
}

const ask = async (name: Reader, method: 'GET' | 'PUT' | 'POST', url: string, body?: object): Promise<number> => {
  const token = name === 'anonymous' ? null : readers[name].token
  const said = await w.app.inject({
    method,
    url,
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
    ...(body ? { payload: body } : {}),
  })
  if (said.statusCode >= 400) expect(said.json().code, url).toEqual(expect.any(String))
  return said.statusCode
}
/** What each reader is answered. */
const answers = async (method: 'GET' | 'PUT' | 'POST', url: string, body?: object) => {
  const said: Partial<Record<Reader, number>> = {}
  for (const name of all) said[name] = await ask(name, method, url, body)
  return said
}
const expected = (of: (name: Reader) => number) => Object.fromEntries(all.map((name) => [name, of(name)]))
/** Whoever is suspended or leaving changes nothing, whatever it is; strangers have to sign in. */
const writing = (name: Reader, may: boolean, done: number): number =>
  name === 'anonymous' ? 401 : name === 'suspended' || name === 'leaving' ? 403 : may ? done : 404

describe.each(Object.entries(states))('a note %s', (_what, { make, seen, removed, authorGone, closed }) => {
  let t: Thing
  beforeAll(async () => {
    t = await make()
    for (let i = 0; i < 2; i++) {
      await w.ctx.events.drain()
      await w.ctx.jobs.runDue(jobs)
    }
  })

  it('is read, with its history and comments, by those who may see it', async () => {
    for (const rest of ['', '/history', '/comments'])
      expect(await answers('GET', `/v1/notes/${t.note}${rest}`), rest).toEqual(expected((name) => (seen.includes(name) ? 200 : 404)))
    if (t.comment !== '0')
      expect(await answers('GET', `/v1/comments/${t.comment}/replies`)).toEqual(expected((name) => (seen.includes(name) ? 200 : 404)))
  })

  it('is liked, collected and answered by nobody else', async () => {
    // What a decision or its author's absence took away is looked at by moderators, but nothing is added to it.
    const may = (name: Reader) => seen.includes(name) && !removed
    expect(await answers('PUT', `/v1/notes/${t.note}/like`)).toEqual(expected((name) => writing(name, may(name), 204)))
    expect(await answers('PUT', `/v1/notes/${t.note}/collect`)).toEqual(expected((name) => writing(name, may(name), 204)))
    expect(await answers('POST', `/v1/notes/${t.note}/comments`, { text: 'Hello' })).toEqual(
      expected((name) => writing(name, may(name), 201)),
    )
  })

  it('stands on a board, in lists and on a profile for nobody else', async () => {
    const has = async (name: Reader, url: string) => {
      const token = name === 'anonymous' ? null : readers[name].token
      return (await w.app.inject({ url, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) })).body.includes(`"${t.note}"`)
    }
    for (const name of all.filter((r) => !seen.includes(r)))
      for (const url of [
        `/v1/boards/${t.board}/notes`,
        `/v1/accounts/${t.author.handle}/notes`,
        `/v1/search?q=${'Soup'}`,
        '/v1/feed?limit=100',
        '/v1/topics/soup/notes',
      ])
        expect(await has(name, url), `${name} ${url}`).toBe(false)
    const profile = (name: Reader) => (name === 'moderator' ? 200 : authorGone || name === 'blocked' ? 404 : 200)
    expect(await answers('GET', `/v1/accounts/${t.author.handle}`)).toEqual(expected(profile))
    const board = (name: Reader) => (authorGone || name === 'blocked' || (closed && name !== 'follower') ? 404 : 200)
    expect(await answers('GET', `/v1/boards/${t.board}`)).toEqual(expected(board))
  })
})

describe('somebody who was shown the door keeps a session', () => {
  it('and reads what is public, changes nothing, and sees nobody else’s', async () => {
    const { note } = await thing()
    for (const name of ['suspended', 'leaving'] as const) {
      expect(await ask(name, 'GET', '/v1/me'), name).toBe(200)
      expect(await ask(name, 'GET', `/v1/notes/${note}`), name).toBe(200)
      for (const [method, url, body] of [
        ['POST', '/v1/notes', { title: 'x' }],
        ['POST', '/v1/boards', { title: 'x' }],
        ['POST', '/v1/drafts', { content: {} }],
        ['PUT', '/v1/accounts/otto/follow', undefined],
        ['POST', '/v1/reports', { subject: { type: 'note', id: note }, reason: 'spam' }],
      ] as const)
        expect(await ask(name, method, url, body), `${name} ${url}`).toBe(403)
    }
    const rows = await w.ctx.db.one<{ n: number }>(
      sql`select count(*)::int as n from note where author_id in (${readers.suspended.id}, ${readers.leaving.id})`,
    )
    expect(rows?.n).toBe(0)
  })
})
