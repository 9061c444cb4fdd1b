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

it('refuses to ask the pool from inside an open transaction, where another connection may never come', async () => {
  const { db } = await testContext()
  const select = sql`select 1 as one`
  const refused = /from inside an open transaction/
  await expect(db.tx(() => db.one(select))).rejects.toThrow(refused)
  await expect(db.tx(async () => Promise.all([1, 2].map(() => db.rows(select))))).rejects.toThrow(refused)
  await expect(db.tx(() => db.tx((tx) => tx.one(select)))).rejects.toThrow(refused)
  // What was started inside and goes on after it is free.
  let end = () => {}
  const after = new Promise<void>((done) => {
    end = done
  })
  const begun = await db.tx(async (tx) => ({ later: after.then(() => db.one(select)), now: await tx.one(select) }))
  end()
  expect([await begun.later, begun.now]).toEqual([{ one: 1 }, { one: 1 }])
})
