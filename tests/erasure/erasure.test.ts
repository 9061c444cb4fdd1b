import * as fs from 'node:fs'
import * as path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreBackup } from '#server/backup/restore-backup.ts'
import { writeBackup } from '#server/backup/write-backup.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { openSession } from '#server/rooms/accounts/index.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { emptyDatabase, type TestDatabase, testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { withClient } from '#tests/setup/database-server.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

/** No word of any language; all that this person ever writes has it. Its handle stays reserved and is not marked. */
const MARK = 'zqxjkwv'

let ctx: Context
let app: App
let database: TestDatabase
let tess: Someone
let lin: Someone
let mod: Someone

beforeAll(async () => {
  database = await testDatabase()
  ctx = await testContext({ database })
  // A part of the site that can take nothing: what is kept for it is looked through, too.
  const broken = () => Promise.reject(new Error('takes nothing'))
  ctx.events.wire(Object.fromEntries(Object.entries(wiring).map(([name, hears]) => [name, { ...hears, broken }])))
  app = await testApp(ctx)
  ;[tess, lin, mod] = (await testPeople(ctx, app, ['tess', 'lin', { handle: 'mod', role: 'moderator' }])) as [Someone, Someone, Someone]
})

const settled = async () => {
  for (let i = 0; i < 4; i++) {
    await ctx.events.drain()
    await ctx.jobs.runDue(jobs)
  }
}
const ok = async (said: Promise<{ statusCode: number; body: string }>): Promise<{ id: string }> => {
  const { statusCode, body } = await said
  expect(statusCode, body).toBeLessThan(300)
  return body ? JSON.parse(body) : { id: '' }
}

interface Column {
  table: string
  column: string
}
/** Every column of every table of ours and of the job queue, as text. */
const columns = (): Promise<Column[]> =>
  ctx.db.rows<Column>(sql`
    select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name) as table, quote_ident(c.column_name) as column
    from information_schema.columns as c join information_schema.tables as t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`)

/** Where a word stands in the database: `table.column`, each once. */
async function placesOf(word: string): Promise<string[]> {
  const places: string[] = []
  for (const { table, column } of await columns()) {
    const found = await ctx.db.one(sql`
      select 1 from ${sql.raw(table)} where ${sql.raw(column)}::text ilike ${`%${word}%`} limit 1`)
    if (found) places.push(`${table.replace('public.', '')}.${column}`)
  }
  return places
}

const filesWith = (folder: string, word: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((name) => fs.readFileSync(name).toString('latin1').toLowerCase().includes(word))

/** A backup as the bytes it holds. */
async function backupBytes(): Promise<{ file: string; text: string }> {
  const file = path.join(testFolder(), 'site.backup')
  await writeBackup(database.connection, ctx.config.dataDir, file)
  return { file, text: gunzipSync(fs.readFileSync(file)).toString('latin1').toLowerCase() }
}

const words = (what: string) => `${what} ${MARK}`
let shots = 0
const shot = async (who: Someone) => {
  const id = await picture(ctx, who.id)
  await ok(who.patch(`/v1/media/${id}`, { alt: words(`shot ${shots++}`) }))
  return id
}

/** Everything a person can say, said with the mark in it. */
async function sayEverything(): Promise<{ note: string }> {
  await ok(
    tess.patch('/v1/me', {
      displayName: words('Tess'),
      bio: words('bio'),
      pronouns: words('she'),
      place: words('here'),
      avatar: await shot(tess),
      banner: await shot(tess),
    }),
  )
  const layer = { language: 'zh-Hans', title: words('猫'), text: `${words('猫')} #层${MARK}` }
  const full = { text: `${words('text')} #t${MARK}`, topics: [`byhand${MARK}`], notice: words('notice'), layer }
  const note = await ok(
    tess.post('/v1/notes', { title: words('title'), ...full, media: [await shot(tess)] }, { 'idempotency-key': `k-${MARK}` }),
  )
  await ok(tess.patch(`/v1/notes/${note.id}`, { title: words('title again'), topics: [`later${MARK}`] }))
  await ok(tess.post('/v1/notes', { title: words('private'), ...full, visibility: 'private' }))
  await ok(tess.post('/v1/notes', { title: words('later'), ...full, publishAt: new Date(Date.now() + 3_600_000).toISOString() }))
  // One that was deleted long ago, one that was taken down, one that got a notice.
  const old = await ok(tess.post('/v1/notes', { title: words('old'), ...full }))
  await ok(tess.patch(`/v1/notes/${old.id}`, { title: words('older') }))
  await ok(tess.delete(`/v1/notes/${old.id}`) as never)
  const theirs = await ok(lin.post('/v1/notes', { title: 'Mine', text: 'and a thread' }))
  const comment = await ok(tess.post(`/v1/notes/${theirs.id}/comments`, { text: words('comment'), media: [await shot(tess)] }))
  await ok(lin.post(`/v1/notes/${theirs.id}/comments`, { text: 'An answer', replyTo: comment.id }))
  for (const action of ['remove', 'content-notice'] as const) {
    const judged = await ok(tess.post('/v1/notes', { title: words(action), ...full, media: [await shot(tess)] }))
    await decide({ type: 'note', id: judged.id }, action)
  }
  const gone = await ok(tess.post(`/v1/notes/${theirs.id}/comments`, { text: words('removed') }))
  await decide({ type: 'comment', id: gone.id }, 'remove')
  // A case that is still open when they are erased, and one about themselves.
  await ok(lin.post('/v1/reports', { subject: { type: 'note', id: note.id }, reason: 'spam', detail: `She wrote ${MARK}` }))
  await ok(lin.post('/v1/reports', { subject: { type: 'account', id: tess.id }, reason: 'impersonation', detail: 'x' }))
  await ok(tess.post('/v1/reports', { subject: { type: 'note', id: theirs.id }, reason: 'spam', detail: words('I say') }))
  await ok(tess.post('/v1/boards', { title: words('board') }, { 'idempotency-key': `b-${MARK}` }))
  await ok(tess.post('/v1/drafts', { content: { title: words('draft'), text: words('draft') }, version: 0 }))
  await ok(tess.post('/v1/me/filters', { kind: 'word', value: words('muted') }))
  await ctx.db.run(sql`update account set suspended_words = ${words('suspended')} where id = ${tess.id}`)
  await ctx.db.run(
    sql`update account_secret set email = ${`${MARK}@example.org`}, pending_email = ${`p${MARK}@example.org`} where account_id = ${tess.id}`,
  )
  await ctx.db.run(sql`
    insert into passkey (id, account_id, credential_id, public_key, name) values (${ctx.ids.next()}, ${tess.id}, ${`c${MARK}`}, '\\x00', ${words('key')})`)
  await ctx.jobs.add(
    ctx.db,
    'accounts.changed-letter',
    { account: tess.id, to: `${MARK}@example.org`, what: 'email' },
    { runAt: new Date('2100-01-01') },
  )
  // Asked for by the address, as it is compared.
  await ctx.jobs.add(ctx.db, 'accounts.reset-letter', { login: `${MARK}@example.org` }, { runAt: new Date('2100-01-01') })
  return { note: note.id }
}

async function decide(subject: { type: string; id: string }, action: string): Promise<void> {
  await ok(lin.post('/v1/reports', { subject, reason: 'spam' }))
  const list = (await mod.get('/v1/moderation/cases?limit=100')).json().items as { id: string; subject: { id: string } }[]
  const id = list.find((c) => c.subject.id === subject.id)?.id
  await ok(mod.post(`/v1/moderation/cases/${id}/decision`, { action, reason: 'spam', words: `About ${MARK}` }))
  await settled()
}

describe('what somebody deletes', () => {
  it('loses its words at once: wordings, layers, topics, notices, comments', async () => {
    const word = 'wvqkzjx'
    const note = await ok(lin.post('/v1/notes', { title: word, text: `${word} #${word}`, notice: word, topics: [`x${word}`] }))
    await ok(lin.patch(`/v1/notes/${note.id}`, { title: `${word} 2`, layer: { language: 'en', title: word, text: `#l${word}` } }))
    const comment = await ok(tess.post(`/v1/notes/${note.id}/comments`, { text: `${word} said` }))
    await ok(lin.put(`/v1/notes/${note.id}/like`) as never)
    await settled()
    await ok(tess.delete(`/v1/comments/${comment.id}`) as never)
    await ok(lin.delete(`/v1/notes/${note.id}`) as never)
    await settled()
    expect(await placesOf(word)).toEqual([])
  })

  it('stays as evidence of an open case for thirty days, and no longer', async () => {
    const word = 'jzwqxvk'
    const note = await ok(lin.post('/v1/notes', { title: word, text: '' }))
    await ok(tess.post('/v1/reports', { subject: { type: 'note', id: note.id }, reason: 'spam' }))
    await ok(lin.delete(`/v1/notes/${note.id}`) as never)
    await settled()
    expect(await placesOf(word)).toEqual(['moderation_case.excerpt'])
    await jobs['trust.sweep']?.(ctx, {})
    expect(await placesOf(word)).toEqual(['moderation_case.excerpt'])
    await ctx.db.run(sql`update moderation_case set gone_at = gone_at - interval '31 days' where gone_at is not null`)
    await jobs['trust.sweep']?.(ctx, {})
    expect(await placesOf(word)).toEqual([])
  })
})

describe('an erased account', () => {
  it('leaves no word in any table, file or backup, and is erased again after a restore of an older backup', async () => {
    await sayEverything()
    await settled()
    const before = await backupBytes()
    const places = await placesOf(MARK)
    expect(places.length).toBeGreaterThan(20)
    // What could not be delivered is kept, by ids alone.
    const kept = await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from delivery where subscriber = 'broken'`)
    expect(kept?.n).toBeGreaterThan(20)
    expect(places.filter((place) => /^(outbox|delivery)\b/.test(place))).toEqual([])
    expect(before.text).toContain(MARK)

    await ctx.db.run(sql`update account set state = 'deleting', deletes_at = now() where id = ${tess.id}`)
    await jobs['accounts.sweep']?.(ctx, {})
    await settled()
    expect(await placesOf(MARK)).toEqual([])
    expect(filesWith(ctx.config.dataDir, MARK)).toEqual([])
    expect((await backupBytes()).text).not.toContain(MARK)
    // What others wrote and decided is still there.
    expect((await lin.get('/v1/me/reports')).json().items).toHaveLength(5)
    expect((await mod.get('/v1/moderation/cases?state=decided&limit=100')).statusCode).toBe(200)
    expect((await mod.get('/v1/moderation/cases')).json().items.filter((c: { author: unknown }) => c.author === null)).toEqual([])

    const target = await emptyDatabase()
    const dataDir = testFolder()
    fs.copyFileSync(path.join(ctx.config.dataDir, 'erased.log'), path.join(dataDir, 'erased.log'))
    await restoreBackup(target.connection, dataDir, before.file)
    const again = await testContext({ database: target, config: { dataDir } })
    again.events.wire(wiring)
    const said = await (await testApp(again)).inject('/v1/accounts/tess')
    expect(said.statusCode).toBe(404)
    await jobs['accounts.sweep']?.(again, {})
    const rows = await again.db.rows<{ state: string }>(sql`select state from account where id = ${tess.id}`)
    expect(rows).toEqual([{ state: 'deleted' }])
  })
})

describe('a backup', () => {
  it('holds nothing that lets anybody in for a day, nor letters', async () => {
    const token = await openSession(ctx, lin.id)
    await ctx.db.run(
      sql`insert into account_token (token_hash, account_id, kind, email, expires_at) values ('\\x01', ${lin.id}, 'email', 'vkjq@example.org', now())`,
    )
    await ctx.db.run(sql`insert into passkey_challenge (challenge, kind, expires_at) values ('vkjqchallenge', 'sign-in', now())`)
    await ctx.db.run(sql`insert into idempotency (owner, key, request, made) values ('1', 'vkjqkey', 'x', 'vkjqmade')`)
    await ctx.jobs.add(ctx.db, 'accounts.reset-letter', { login: 'vkjqlogin' }, { runAt: new Date('2100-01-01') })
    const { file, text } = await backupBytes()
    expect(text).not.toContain('vkjq')
    const target = await emptyDatabase()
    const dataDir = testFolder()
    await restoreBackup(target.connection, dataDir, file)
    const counts = await withClient(
      target.connection,
      async (client) =>
        (await client.query('select (select count(*)::int from session) as sessions, (select count(*)::int from account) as people'))
          .rows[0],
    )
    expect(counts).toMatchObject({ sessions: 0, people: 3 })
    expect((await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(200)
  })
})
