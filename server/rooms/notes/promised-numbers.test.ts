import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { openSession } from '#server/rooms/accounts/index.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

let ctx: Context
let tess: Someone
/** The same person through two processes. */
let doors: { post(url: string, body: object): Promise<{ statusCode: number; code: string | undefined }> }[]

beforeAll(async () => {
  const database = await testDatabase()
  ctx = await testContext({ database })
  const app = await testApp(ctx)
  const other = await testApp(await testContext({ database }))
  ;[tess] = (await testPeople(ctx, app, ['tess.rowan'])) as [Someone]
  doors = [app, other].map((door) => ({
    post: async (url, payload) => {
      const said = await door.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${tess.token}` } })
      return { statusCode: said.statusCode, code: said.statusCode === 201 ? undefined : said.json().code }
    },
  }))
})

const storm = (url: string, body: (i: number) => object, n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => doors[i % 2]?.post(url, body(i)) ?? Promise.reject(new Error('two doors'))))

describe('a promised number holds exactly when many calls come at once', () => {
  it.each([
    ['boards', '/v1/boards', 200, 'too-many-boards', (i: number) => ({ title: `Board ${i}` })],
    ['drafts', '/v1/drafts', 200, 'too-many-drafts', (i: number) => ({ content: { text: `${i}` } })],
    ['filters', '/v1/me/filters', 200, 'filter-limit', (i: number) => ({ kind: 'word', value: `word${i}` })],
  ])('%s', async (what, url, most, code, body) => {
    const table = sql.raw(what.slice(0, -1))
    const owner = sql.raw(what === 'boards' ? 'owner_id' : 'account_id')
    const count = async () =>
      (await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from ${table} where ${owner} = ${tess.id}`))?.n ?? 0
    const before = await count()
    for (let i = before; i < most - 10; i += 10) await storm(url, (j) => body(1000 + i + j), Math.min(10, most - 10 - i))
    expect(await count()).toBe(most - 10)
    const said = await storm(url, body, 40)
    expect(said.filter((s) => s.statusCode === 201)).toHaveLength(10)
    expect(new Set(said.flatMap((s) => s.code ?? []))).toEqual(new Set([code]))
    expect(await count()).toBe(most)
  })

  it('filters that are there already can be changed when there is no room for more', async () => {
    const { value } = (await ctx.db.one<{ value: string }>(sql`select value from filter where account_id = ${tess.id} limit 1`)) ?? {
      value: '',
    }
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect((await doors[0]?.post('/v1/me/filters', { kind: 'word', value, until }))?.statusCode).toBe(201)
  })

  it('passkeys', async () => {
    const key = (i: number) =>
      ctx.db.run(sql`
      insert into passkey (id, account_id, credential_id, public_key, name) values (${ctx.ids.next()}, ${tess.id}, ${`key ${i}`}, ${Buffer.alloc(4)}, 'k')`)
    const made = await Promise.all(Array.from({ length: 40 }, (_, i) => key(i)))
    expect(made.filter((n) => n === 1)).toHaveLength(20)
  })

  it('sessions: the oldest unused one goes, the newest stays', async () => {
    const sessions = async () =>
      (await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from session where account_id = ${tess.id}`))?.n
    let last = ''
    for (let i = 0; i < 220; i += 10) {
      const tokens = await Promise.all(Array.from({ length: 10 }, () => openSession(ctx, tess.id)))
      last = tokens.at(-1) ?? ''
    }
    expect(await sessions()).toBe(200)
    expect(last).not.toBe('')
    expect((await tess.get('/v1/me')).statusCode, 'the first one was used least').toBe(401)
  })

  it('the people one follows, requests among them', async () => {
    const [reader, open, closed] = (await testPeople(ctx, await testApp(ctx), [
      'reader.one',
      'open.one',
      { handle: 'closed.one' },
    ])) as Someone[]
    await closed?.patch('/v1/me', { private: true })
    // As if 9,999 were followed already.
    await ctx.db.run(sql`
      insert into account (id, handle, display_name) select n, 'crowd' || n, 'Crowd' from generate_series(1, 9999) as n`)
    await ctx.db.run(sql`insert into follow (follower_id, followed_id) select ${reader?.id}::bigint, n from generate_series(1, 9999) as n`)
    const said = await Promise.all([open, closed].map((whom) => reader?.put(`/v1/accounts/${whom?.handle}/follow`)))
    expect(said.map((s) => s?.statusCode).sort()).toEqual([204, 422])
    expect(said.find((s) => s?.statusCode === 422)?.json().code).toBe('follow-limit')
    const followed = said[0]?.statusCode === 204 ? open : closed
    expect((await reader?.put(`/v1/accounts/${followed?.handle}/follow`))?.statusCode, 'again changes nothing').toBe(204)
  })
})
