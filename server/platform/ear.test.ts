import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { testContext } from '#tests/setup/database.ts'

it('asks to hear of one channel after the other on its one connection', async () => {
  const { db } = await testContext()
  let busy = 0
  let most = 0
  const query = pg.Client.prototype.query
  const watched = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...asked: unknown[]) {
    const said = (query as (...asked: unknown[]) => unknown).apply(this, asked)
    if (!/^listen/.test(String(asked[0]))) return said
    most = Math.max(most, ++busy)
    return (said as Promise<unknown>).finally(() => busy--)
  } as never)
  try {
    const heard: string[] = []
    const began = (name: string) => new Promise<void>((done) => db.listen(name, (payload) => heard.push(name + payload), done))
    await began('first')
    await Promise.all(['second', 'third', 'fourth', 'fifth'].map(began))
    expect(most).toBe(1)
    await db.pool.query("select pg_notify(name, ' spoke') from unnest(array['first', 'third', 'fifth']) name")
    await expect.poll(() => heard.toSorted()).toEqual(['fifth spoke', 'first spoke', 'third spoke'])
  } finally {
    watched.mockRestore()
  }
})
