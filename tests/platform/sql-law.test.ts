import * as fs from 'node:fs'
import * as path from 'node:path'
import { expect, it } from 'vitest'
import { checkSql, piecesOf } from '#scripts/laws/sql-law.ts'
import { tableUses } from '#scripts/laws/sql-tables.ts'
import { testFolder } from '#tests/setup/database.ts'

const reads = (text: string) =>
  tableUses(text)
    .filter(({ writes }) => !writes)
    .map(({ table }) => table)
const writes = (text: string) =>
  tableUses(text)
    .filter((use) => use.writes)
    .map(({ table }) => table)

it.each([
  ['select note from account a where note > 1', ['account'], []],
  ['select 1 from note n, account a left join follow f on f.a = a.id where x', ['note', 'account', 'follow'], []],
  ['select * from (select id from note) n, media m', ['media', 'note'], []],
  [
    'with seen as (select id from note), more (id) as materialized (select id from seen) select * from more join media using (id)',
    ['note', 'media'],
    [],
  ],
  [
    'insert into note (id, title) select id, name from account on conflict (id) do update set title = excluded.title',
    ['account'],
    ['note'],
  ],
  ['update only public.note n set title = a.name from account a where a.id = n.author_id returning n.id, n.title', ['account'], ['note']],
  ['delete from note n using account a, follow f where a.id = n.id', ['account', 'follow'], ['note']],
  ['select id from note for no key update of note skip locked', ['note'], []],
  [
    "select extract(epoch from at), trim(both from name), a is distinct from b from note -- from media\n where x = 'from account'",
    ['note'],
    [],
  ],
  ['select * from unnest($1::bigint[]) with ordinality as wanted (id, place) join note using (id)', ['note'], []],
  ['select graphile_worker.add_job(1) from graphile_worker.jobs', [], []],
  ['merge into note n using (select id from draft) d on d.id = n.id when matched then update set title = 1', ['draft'], ['note']],
  ['with gone as (delete from note where id = 1 returning id) insert into outbox select id from gone', [], ['note', 'outbox']],
  ['select exists (select from block b where b.a = 1) and not exists (select 1 from mute, follow)', ['block', 'mute', 'follow'], []],
  ['truncate table note', [], ['note']],
])('reads %s', (text, read, written) => {
  expect(reads(text).sort()).toEqual([...read].sort())
  expect(writes(text).sort()).toEqual([...written].sort())
})

it('finds nested pieces, raw ones and plain queries', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code.
  const source = "const a = sql`select ${sql`1 from inner_one`} from ${x}`; sql.raw('from raw_one'); client.query('delete from plain_one')"
  expect(piecesOf(source).flatMap(({ text }) => tableUses(text).map(({ table }) => table))).toEqual(['inner_one', 'raw_one', 'plain_one'])
})

/** A small checkout with two rooms; answers what the law says of the given file in it. */
function judge(file: string, sql: string): string[] {
  const root = testFolder()
  const put = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  put('db/migrations/0001_platform.sql', 'create table setting (name text);')
  put(
    'db/migrations/0010_rooms.sql',
    'create table account (id int);\ncreate table note (id int);\ncreate table topic (id int);\ncreate table feed_seen (id int);',
  )
  put('server/rooms/accounts/tables.ts', "export const tables = ['account'] as const\n")
  put('server/rooms/notes/tables.ts', "export const tables = ['note', 'topic'] as const\n")
  put('server/rooms/feed/tables.ts', "export const tables = ['feed_seen'] as const\n")
  put(file, `export const run = (ctx) => ctx.db.run(sql\`${sql}\`)\n`)
  const { breaches, pieces } = checkSql(root)
  expect(pieces).toBe(1)
  return breaches.map(({ at, says }) => `${at} ${says}`)
}

it('lets a room write its own and read lower ones in read files', () => {
  expect(judge('server/rooms/notes/publish.ts', 'insert into note select id from topic')).toEqual([])
  expect(judge('server/rooms/notes/read-cards.ts', 'select n.id from note n join account a using (id)')).toEqual([])
  expect(judge('server/platform/settings.ts', 'update setting set name = 1')).toEqual([])
})

it.each([
  ["another room's table written", 'server/rooms/feed/read.ts', 'update note set id = 1', /feed\/read\.ts:1 writes note/],
  [
    'written through an alias in a CTE',
    'server/rooms/feed/read.ts',
    'with x as (delete from note n where n.id = 1) select 1',
    /writes note/,
  ],
  [
    'an upper table read',
    'server/rooms/accounts/read.ts',
    'select 1 from account a, note n',
    /reads note of room notes, which is not on a lower shelf/,
  ],
  ["a neighbour's table read", 'server/rooms/search/read.ts', 'select 1 from feed_seen', /not on a lower shelf/],
  ['a lower table read outside a read file', 'server/rooms/notes/like.ts', 'select 1 from account', /read\*\.ts/],
  ["the platform's table written", 'server/rooms/notes/like.ts', 'delete from setting', /the platform's/],
  ['a room table named by a door', 'server/doors/site.ts', 'select 1 from note', /outside the rooms/],
  ["a room's table named by the platform", 'server/platform/sweep.ts', 'delete from note', /outside the rooms/],
])('refuses %s', (_what, file, sql, says) => {
  expect(judge(file, sql)).toEqual([expect.stringMatching(says)])
})

it('refuses tables without an owner, with two, and without a migration', () => {
  const root = testFolder()
  const put = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), text)
  }
  put('db/migrations/0010_rooms.sql', 'create table note (id int);\n-- create table remark (id int);\ncreate table lost (id int);')
  put('server/rooms/notes/tables.ts', "export const tables = ['note'] as const\n")
  put('server/rooms/feed/tables.ts', "export const tables = ['note', 'dreamt'] as const\n")
  expect(checkSql(root).breaches.map(({ says }) => says)).toEqual([
    expect.stringContaining('owned by'),
    expect.stringContaining('no room owns table lost'),
    expect.stringContaining('no migration makes table dreamt'),
  ])
})
