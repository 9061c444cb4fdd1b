import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { sql } from '#server/platform/db.ts'
import { claim, isClaim, settle } from '#server/platform/idempotency.ts'
import type { Ask } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import { type Outside, openSite } from './outside.ts'

let site: Outside
let mei: Awaited<ReturnType<Outside['join']>>
let note: string

beforeAll(async () => {
  site = await openSite()
  mei = await site.join('mei')
  note = (await post('/v1/notes', { title: 'Soup', text: 'Soup' }, 'first')).json.id
})

const post = (path: string, body: unknown, key: string, more: Ask = {}) =>
  site.call('POST', path, {
    token: mei.token,
    ...(body === undefined ? {} : { body }),
    ...more,
    headers: { 'idempotency-key': key, ...more.headers },
  })
const count = async (table: string): Promise<number> => (await site.ctx.db.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
/** Everything in the table, as a backup holds it. */
const kept = async (): Promise<string> => JSON.stringify((await site.ctx.db.pool.query('select * from idempotency')).rows)
const form = async (bytes: Uint8Array | Buffer, alt = 'Soup') => {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(bytes)]), 'soup.jpg')
  body.set('alt', alt)
  return body
}

describe('an Idempotency-Key', () => {
  it('is declared by every call that makes something, and kept by none that answers or asks a secret', () => {
    const secret = /^(token|secret|codes?|password|current|next|url|challenge|response)$/
    const names = (schema: z.ZodType | null | undefined): string[] =>
      schema instanceof z.ZodObject ? Object.entries(schema.shape).flatMap(([k, v]) => [k, ...names(v as z.ZodType)]) : []
    for (const { method, url, access, key, body, response } of site.app.routeTable) {
      const [answer] = Object.values(response)
      if (method === 'POST' && access !== 'public' && answer) expect(key, `${url}: says nothing of its key`).not.toBeNull()
      if (key !== 'kept') continue
      const pages = Object.keys((answer as z.ZodObject).shape)
      expect(pages, `${url}: what is kept is an id`).toContain('id')
      const media = new Set(['/v1/media', '/v1/media/text-cards'])
      const told = [...names(body), ...(media.has(url) ? [] : names(answer))].filter((name) => secret.test(name))
      expect(told, url).toEqual([])
    }
  })

  it('leaves nothing of what was asked or answered in the table', async () => {
    const password = 'plum blossom soup'
    const marks: string[] = [password, mei.token]
    await post('/v1/notes', { title: 'marked title', text: 'marked text', visibility: 'private' }, 'marked key 1')
    await post('/v1/drafts', { content: { title: 'marked draft' } }, 'marked key 2')
    await post('/v1/boards', { title: 'marked board', private: true }, 'marked key 3')
    await post('/v1/me/filters', { kind: 'word', value: 'markedword' }, 'marked key 4')
    await post('/v1/media', await form(await corners(), 'marked alt'), 'marked key 5')
    const fresh = (await post('/v1/sign-up', { handle: 'zoe', password: 'another plum soup' }, 'marked key 6')).json.token
    const asked = { token: fresh }
    const secret = (await post('/v1/me/totp', { password: 'another plum soup' }, 'marked key 7', asked)).json.secret
    const codes = (await post('/v1/me/recovery-codes', { password: 'another plum soup' }, 'marked key 8', asked)).json.codes ?? []
    await post('/v1/me/password', { current: 'another plum soup', next: 'third plum soup' }, 'marked key 9', asked)
    const wrong = await post('/v1/sign-in', { login: 'mei', password }, 'marked key 10')
    marks.push(fresh, wrong.json.token, ...(secret ? [secret] : []), ...codes, 'another plum', 'third plum', 'marked')
    const table = await kept()
    for (const mark of marks) expect(table, mark).not.toContain(mark)
    // Only what makes something was kept at all.
    expect(await count(`idempotency where owner = 'sign-up'`)).toBe(1)
    expect(await count('idempotency')).toBe(7)
  })

  it('of an upload belongs to its bytes and words', async () => {
    const [bytes, other] = [await corners(), Buffer.concat([await corners(), Buffer.from('x')])]
    const before = await count('media')
    const first = await post('/v1/media', await form(bytes), 'photo')
    expect(first.status).toBe(201)
    const again = await post('/v1/media', await form(bytes), 'photo')
    expect([again.status, again.json.id, again.headers.get('idempotency-replayed')]).toEqual([201, first.json.id, 'true'])
    for (const changed of [await form(other), await form(bytes, 'Another soup')])
      expect(await post('/v1/media', changed, 'photo')).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } })
    expect(await count('media')).toBe(before + 1)
    const both = await Promise.all([post('/v1/media', await form(other), 'two'), post('/v1/media', await form(other), 'two')])
    expect(new Set(both.filter((said) => said.status === 201).map((said) => said.json.id)).size).toBe(1)
    expect(await count('media')).toBe(before + 2)
  })

  it('whose note, comment, board, draft, filter or picture is gone answers so, and makes none', async () => {
    const board = { path: '/v1/boards', body: { title: 'Gone' } }
    const makes: { path: string; body: object; gone: (id: string) => string }[] = [
      { path: '/v1/notes', body: { title: 'Gone', text: 'Gone' }, gone: (id) => `/v1/notes/${id}` },
      { path: `/v1/notes/${note}/comments`, body: { text: 'Gone' }, gone: (id) => `/v1/comments/${id}` },
      { ...board, gone: (id) => `/v1/boards/${id}` },
      { path: '/v1/drafts', body: { content: { title: 'Gone' } }, gone: (id) => `/v1/drafts/${id}` },
      { path: '/v1/me/filters', body: { kind: 'word', value: 'gone' }, gone: (id) => `/v1/me/filters/${id}` },
      { path: '/v1/media', body: await form(await corners(), 'Gone'), gone: (id) => `/v1/media/${id}` },
    ]
    for (const { path, body, gone } of makes) {
      const made = await post(path, body, `gone ${path}`)
      expect(made.status, made.text).toBe(201)
      expect((await site.call('DELETE', gone(made.json.id), { token: mei.token })).status, path).toBe(204)
      const again = await post(path, body, `gone ${path}`, { headers: { cookie: 'locale=zh-Hans' } })
      expect(again, path).toMatchObject({
        status: 410,
        type: expect.stringContaining('problem+json'),
        json: { code: 'idempotency-key-gone' },
      })
      expect(again.json.title).toMatch(/\p{Script=Han}/u)
    }
  })

  it('answers what stands now, not what stood then', async () => {
    const made = await post('/v1/notes', { title: 'Before', text: 'Before' }, 'edited')
    await site.call('PATCH', `/v1/notes/${made.json.id}`, { token: mei.token, body: { title: 'After' } })
    expect((await post('/v1/notes', { title: 'Before', text: 'Before' }, 'edited')).json).toMatchObject({
      id: made.json.id,
      title: 'After',
    })
  })

  it('of one person is nothing to another, and nothing to a stranger', async () => {
    const tess = await site.join('tess')
    const body = { title: 'Mine' }
    const [mine, theirs] = [await post('/v1/boards', body, 'shared'), await post('/v1/boards', body, 'shared', { token: tess.token })]
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(theirs.json.id).not.toBe(mine.json.id)
    expect((await site.call('POST', '/v1/boards', { body, headers: { 'idempotency-key': 'shared' } })).status).toBe(401)
  })

  it('whose process was killed makes nothing twice, and is free again where nothing was made', async () => {
    const body = { title: 'Killed' }
    const before = await count('board')
    // Killed after the fact: its answer never came, and the id was written with it.
    const settled = vi.spyOn(site.ctx.db, 'run').mockRejectedValueOnce(new Error('killed'))
    await post('/v1/boards', body, 'killed after')
    settled.mockRestore()
    const again = await post('/v1/boards', body, 'killed after')
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(await count('board')).toBe(before + 1)
    // Killed before it: the claim holds for a minute, and then not longer.
    const keyed = {
      owner: mei.id,
      key: 'killed before',
      request: `POST /v1/boards\n${JSON.stringify({ title: 'Killed', private: false })}`,
    }
    const dead = await claim(site.ctx.db, keyed)
    expect(await post('/v1/boards', body, 'killed before')).toMatchObject({ status: 409, json: { code: 'idempotency-key-busy' } })
    await site.ctx.db.run(sql`update idempotency set at = at - interval '61 seconds' where made is null`)
    expect((await post('/v1/boards', body, 'killed before')).status).toBe(201)
    expect(await count('board')).toBe(before + 2)
    // Who was taken for dead and was not may not settle what is another's now.
    expect(isClaim(dead) && (await settle(site.ctx.db, dead, '1'))).toBe(false)
  })

  it('is free for something else after a day', async () => {
    await post('/v1/boards', { title: 'Yesterday' }, 'day')
    expect((await post('/v1/boards', { title: 'Today' }, 'day')).status).toBe(422)
    await site.ctx.db.run(sql`update idempotency set at = at - interval '1 day'`)
    expect((await post('/v1/boards', { title: 'Today' }, 'day')).status).toBe(201)
  })

  it('of a sign-up makes one account, and its answer comes again only by the password', async () => {
    const body = { handle: 'ann', password: 'quiet river stones' }
    const stranger = { token: undefined }
    const many = await Promise.all([1, 2, 3].map(() => post('/v1/sign-up', body, 'joining', stranger)))
    expect(many.map((said) => said.status)).toEqual([201, 201, 201])
    expect(new Set(many.map((said) => said.json.account.id)).size).toBe(1)
    expect(new Set(many.map((said) => said.json.token)).size).toBe(3)
    expect((await site.call('GET', '/v1/me', { token: many[0]?.json.token })).status).toBe(200)
    for (const [other, key, code] of [
      [{ ...body, password: 'some other words' }, 'joining', 'handle-taken'],
      [body, 'another key', 'handle-taken'],
      [{ ...body, handle: 'ann2' }, 'joining', 'idempotency-key-reused'],
    ] as const)
      expect((await post('/v1/sign-up', other, key, stranger)).json.code).toBe(code)
    expect(await count(`account where handle like 'ann%'`)).toBe(1)
    // A refused one leaves its key free.
    expect((await post('/v1/sign-up', { ...body, password: '1' }, 'second thoughts', stranger)).status).toBeGreaterThanOrEqual(400)
    expect((await post('/v1/sign-up', { ...body, handle: 'ann2' }, 'second thoughts', stranger)).status).toBe(201)
  })
})
