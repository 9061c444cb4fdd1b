import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { decide, decisionWords, registerSubject, report, statement, type TrustEvents } from './index.ts'
import type { Case, Report } from './schema.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let troll: Someone
let mod: Someone
let mod2: Someone
const decided: TrustEvents['trust.decided'][] = []
let nextNote = 1000

const newlyDecided = async () => {
  await ctx.events.drain()
  return decided.splice(0)
}

beforeAll(async () => {
  ctx = await testContext()
  app = await testApp(ctx)
  ;[tess, lin, troll, mod, mod2] = (await testPeople(ctx, app, [
    'tess.rowan',
    'lin.yue',
    'troll',
    { handle: 'mei', role: 'moderator' },
    { handle: 'sam', role: 'moderator' },
  ])) as [Someone, Someone, Someone, Someone, Someone]
  // The rooms above say how their things are found; here a note is whatever has a number below 2000, and hidden from nobody but lin above 1900.
  registerSubject(ctx, 'note', async (_ctx, viewer, id) =>
    Number(id) < 2000 && !(Number(id) > 1900 && viewer.accountId === lin.id)
      ? { authorId: troll.id, excerpt: `Buy now! ${id} `.repeat(50), link: `/notes/${id}` }
      : null,
  )
  ctx.events.wire({
    'trust.decided': { test: async (_c, _tx, events) => void decided.push(...events.map((e) => e.facts)) },
  })
})

const newNote = () => ({ type: 'note' as const, id: `${nextNote++}` })
const queue = async (state = 'open'): Promise<Case[]> =>
  ((await mod.get(`/v1/moderation/cases?state=${state}&limit=100`)).json() as List<Case>).items
const caseOf = async (subject: { id: string }): Promise<Case> => {
  const found = [...(await queue()), ...(await queue('decided'))].find((c) => c.subject.id === subject.id)
  if (!found) throw new Error(`no case about ${subject.id}`)
  return found
}
const rule = (who: Someone, id: string, body: object) => who.post(`/v1/moderation/cases/${id}/decision`, body)
const removal = { action: 'remove', reason: 'spam', words: 'This note sells the same cream under nine names.' }

describe('a report', () => {
  it('lies in one case with the others, once a person', async () => {
    const subject = newNote()
    const first = await tess.post('/v1/reports', { subject, reason: 'spam' })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toMatchObject({ subject, reason: 'spam', state: 'open' })
    await lin.post('/v1/reports', { subject, reason: 'false-recommendation', detail: '全是广告' })
    const again = await tess.post('/v1/reports', { subject, reason: 'illegal', detail: 'and worse' })
    expect(again.json().id).toBe(first.json().id)

    const found = await caseOf(subject)
    expect(found).toMatchObject({ subject, state: 'open', link: `/notes/${subject.id}`, decision: null, author: { handle: 'troll' } })
    expect(found.excerpt).toHaveLength(300)
    expect(found.reports.map((r) => [r.by?.handle, r.reason, r.detail])).toEqual([
      ['tess.rowan', 'illegal', 'and worse'],
      ['lin.yue', 'false-recommendation', '全是广告'],
    ])
  })

  it('makes one case however many come at once', async () => {
    const subject = newNote()
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => report(ctx, [tess, lin, mod][i % 3]?.viewer as never, { subject, reason: 'hate' })),
    )
    expect((await queue()).filter((c) => c.subject.id === subject.id)).toHaveLength(1)
    expect((await caseOf(subject)).reports).toHaveLength(3)
  })

  it('is about something there that one can see, and not about oneself', async () => {
    expect((await tess.post('/v1/reports', { subject: { type: 'note', id: '5000' }, reason: 'spam' })).statusCode).toBe(404)
    expect((await lin.post('/v1/reports', { subject: { type: 'note', id: '1950' }, reason: 'spam' })).statusCode).toBe(404)
    expect((await tess.post('/v1/reports', { subject: { type: 'media', id: '1' }, reason: 'spam' })).statusCode).toBe(404)
    expect((await troll.post('/v1/reports', { subject: newNote(), reason: 'spam' })).json()).toMatchObject({
      status: 422,
      code: 'report-own',
    })
    expect((await tess.post('/v1/reports', { subject: { type: 'account', id: tess.id }, reason: 'spam' })).statusCode).toBe(422)
    expect((await tess.post('/v1/reports', { subject: newNote(), reason: 'ugly' })).statusCode).toBe(400)
    expect((await app.inject({ method: 'POST', url: '/v1/reports', payload: { subject: newNote(), reason: 'spam' } })).statusCode).toBe(401)
    const person = await tess.post('/v1/reports', { subject: { type: 'account', id: troll.id }, reason: 'impersonation' })
    expect(person.statusCode).toBe(201)
    expect((await caseOf({ id: troll.id })).link).toBe('/@troll')
  })

  it('tells its writer whether it was looked at', async () => {
    const subject = newNote()
    await lin.post('/v1/reports', { subject, reason: 'spam' })
    const mine = async () => ((await lin.get('/v1/me/reports?limit=1')).json() as List<Report>).items[0]
    expect(await mine()).toMatchObject({ subject, state: 'open' })
    await rule(mod, (await caseOf(subject)).id, { action: 'none', reason: 'spam' })
    expect(await mine()).toMatchObject({ subject, state: 'closed' })
  })

  it('is limited', async () => {
    const strict = await testContext({ config: { rateLimits: true } })
    const strictApp = await testApp(strict)
    const [anna] = (await testPeople(strict, strictApp, ['anna'])) as [Someone]
    const codes: number[] = []
    for (let i = 0; i < 32; i++)
      codes.push((await anna.post('/v1/reports', { subject: { type: 'note', id: '1' }, reason: 'spam' })).statusCode)
    expect(codes.filter((c) => c === 404)).toHaveLength(30)
    expect(codes.at(-1)).toBe(429)
  })
})

describe('a decision', () => {
  it('is a moderator’s, says why, and is told once', async () => {
    const subject = newNote()
    await tess.post('/v1/reports', { subject, reason: 'spam' })
    const { id } = await caseOf(subject)
    expect((await tess.get('/v1/moderation/cases')).statusCode).toBe(403)
    expect((await rule(tess, id, removal)).statusCode).toBe(403)
    expect((await decide(ctx, tess.viewer, id, removal as never)).ok).toBe(false)
    expect((await rule(mod, id, { action: 'remove', reason: 'spam' })).json()).toMatchObject({ status: 422, code: 'words-missing' })
    expect((await rule(mod, '1', removal)).statusCode).toBe(404)

    await newlyDecided()
    const done = await rule(mod, id, removal)
    expect(done.statusCode).toBe(200)
    expect(done.json()).toMatchObject({ state: 'decided', decision: { ...removal, by: { handle: 'mei' } } })
    expect((await rule(mod2, id, removal)).json()).toMatchObject({ status: 409, code: 'already-decided' })
    expect(await newlyDecided()).toEqual([
      {
        ...{ caseId: id, decisionId: expect.any(String), subject, authorId: troll.id, by: mod.id },
        // What was written about somebody is read where it stands.
        ...{ action: removal.action, reason: removal.reason },
      },
    ])
    expect((await queue()).map((c) => c.id)).not.toContain(id)
    expect((await queue('decided'))[0]?.id).toBe(id)
  })

  it('is taken by one of many who decide at once', async () => {
    const subject = newNote()
    await tess.post('/v1/reports', { subject, reason: 'spam' })
    const { id } = await caseOf(subject)
    await newlyDecided()
    const said = await Promise.all(Array.from({ length: 8 }, (_, i) => rule(i % 2 ? mod : mod2, id, { ...removal, words: `for ${i}` })))
    expect(said.map((s) => s.statusCode).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const winner = said.find((s) => s.statusCode === 200)?.json() as Case
    const [decided, ...others] = await newlyDecided()
    expect(others).toEqual([])
    const words = await decisionWords(ctx.db, [decided?.decisionId ?? '0'])
    expect([...words.values()]).toEqual([winner.decision?.words])
  })

  it('is never taken in one’s own case', async () => {
    await tess.post('/v1/reports', { subject: { type: 'account', id: mod.id }, reason: 'harassment' })
    const { id } = await caseOf({ id: mod.id })
    expect((await rule(mod, id, { action: 'none', reason: 'other' })).json()).toMatchObject({ status: 403, code: 'case-about-you' })
    // And staff lose their role before they are suspended: nothing is half done.
    expect((await rule(mod2, id, { ...removal, action: 'suspend' })).json()).toMatchObject({ status: 409, code: 'staff-stays' })
    expect((await caseOf({ id: mod.id })).state).toBe('open')
    expect((await rule(mod2, id, removal)).json()).toMatchObject({ status: 422, code: 'action-unfit' })
    expect((await rule(mod2, id, { action: 'none', reason: 'other' })).statusCode).toBe(200)
  })

  it('leaves room for a new case about the same thing', async () => {
    const subject = newNote()
    await tess.post('/v1/reports', { subject, reason: 'spam' })
    await rule(mod, (await caseOf(subject)).id, { action: 'none', reason: 'spam' })
    await tess.post('/v1/reports', { subject, reason: 'spam' })
    const rows = await ctx.db.rows<{ state: string }>(sql`select state from moderation_case where subject_id = ${subject.id} order by id`)
    expect(rows.map((r) => r.state)).toEqual(['decided', 'open'])
  })

  it('suspends with its words, in the same moment', async () => {
    const { id } = await caseOf({ id: troll.id })
    expect((await rule(mod, id, { action: 'suspend', reason: 'impersonation', words: 'Not the real bakery.' })).statusCode).toBe(200)
    expect((await troll.put('/v1/accounts/tess.rowan/follow')).json()).toMatchObject({ status: 403, code: 'account-suspended' })
    expect((await tess.get('/v1/accounts/troll')).statusCode).toBe(404)
    expect((await mod.get('/v1/accounts/troll')).statusCode).toBe(200)
  })

  it('is stated in both languages, with the moderator’s own words', () => {
    const of = { action: 'remove', reason: 'false-recommendation', words: '同一篇文案发了九次', type: 'note' } as const
    expect(statement('en', of)).toBe('A moderator removed your note.\nGround: a false recommendation.\n同一篇文案发了九次')
    expect(statement('zh-Hans', of)).toBe('版主移除了你的笔记。\n依据：虚假种草。\n同一篇文案发了九次')
  })
})

it('pages through the queue without losing or repeating a case', async () => {
  for (let i = 0; i < 5; i++) await tess.post('/v1/reports', { subject: newNote(), reason: 'spam' })
  const all = (await queue()).map((c) => c.id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = (await mod.get(`/v1/moderation/cases?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).json() as List<Case>
    seen.push(...page.items.map((c) => c.id))
    cursor = page.next
  }
  expect(seen).toEqual(all)
})
