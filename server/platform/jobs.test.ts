import { expect, it } from 'vitest'
import { testContext } from '#tests/setup/database.ts'
import { sql } from './db.ts'

it('emptied, a queue has nothing left, not even what a killed process had in hand', async () => {
  const ctx = await testContext()
  await ctx.db.tx(async (tx) => {
    await ctx.jobs.add(tx, 'one', {})
    await ctx.jobs.add(tx, 'two', {}, { runAt: new Date('2099-01-01T00:00:00Z') })
    await ctx.jobs.add(tx, 'three', {}, { key: 'k' })
  })
  // As a worker takes one that is killed with it.
  await ctx.db.run(sql`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed'
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'one')`)
  await ctx.jobs.empty()
  expect(await ctx.db.rows(sql`select 1 from graphile_worker.jobs`)).toEqual([])
})
