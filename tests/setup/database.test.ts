import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { testContext, testDatabase } from './database.ts'

it('gives each context a migrated database of its own', async () => {
  const one = await testContext()
  const two = await testContext({ config: { rateLimits: true } })
  expect(two.config.rateLimits).toBe(true)
  expect(one.config.dataDir).not.toBe(two.config.dataDir)
  expect(existsSync(one.config.dataDir)).toBe(true)
  await one.db.run(sql`insert into setting (name, value) values ('seen', '1')`)
  expect(await two.db.rows(sql`select name from setting where name = 'seen'`)).toEqual([])
  expect((await one.db.one<{ n: number }>(sql`select count(*)::int as n from schema_migration`))?.n).toBeGreaterThan(0)
})

it('can be reached by a URL and shared by two contexts', async () => {
  const database = await testDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(`insert into setting (name, value) values ('shared', '1')`)
  await client.end()
  const ctx = await testContext({ database })
  expect(await ctx.db.rows(sql`select name from setting where name = 'shared'`)).toHaveLength(1)
})
