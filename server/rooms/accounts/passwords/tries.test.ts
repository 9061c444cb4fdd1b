import { describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { lineTo } from '#tests/setup/line.ts'
import { processes as site } from '#tests/setup/processes.ts'
import { throttle } from './throttle.ts'
import { sweepTries } from './tries.ts'

describe('guesses at a password', () => {
  it('are counted together by two processes, also at the same moment, and are not forgotten at a restart', async () => {
    const { open, turn } = await site()
    const both = await Promise.all([open(), open()])
    const guess = (n: number) => throttle(both[n % 2] as Context).begin('password', '1', '198.51.100.7')
    const waits = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)))
    expect(waits.filter((w) => w === 0)).toHaveLength(5)
    await Promise.all(both.map((ctx) => ctx.stop()))
    const third = await open()
    expect(await throttle(third).begin('password', '1', '198.51.100.7')).toBe(1)
    turn(1)
    expect(await throttle(third).begin('password', '1', '198.51.100.7')).toBe(0)
    expect(await throttle(third).begin('password', '1', '198.51.100.7')).toBe(2)
    turn(2)
    await throttle(third).good('password', '1', '198.51.100.7')
    expect(await throttle(await open()).begin('password', '1', '198.51.100.7')).toBe(0)
  })

  it('from everywhere guard the account in all processes, and a home of its owner in none', async () => {
    const { open } = await site()
    const both = await Promise.all([open(), open()])
    const begin = (n: number, place: string) => throttle(both[n % 2] as Context).begin('password', '1', place)
    await begin(0, 'home')
    await throttle(both[0]).good('password', '1', 'home')
    for (let n = 0; n < 205; n++) await begin(n, `bot ${n}`)
    expect(await begin(0, 'café')).toBe(10)
    expect(await begin(1, 'hotel')).toBe(10)
    expect(await begin(1, 'home')).toBe(0)
  })

  it('go on being counted while the database is away', async () => {
    const line = await lineTo(await testDatabase())
    const ctx = await (await site(line.database)).open()
    for (let n = 0; n < 3; n++) expect(await throttle(ctx).begin('password', '1', 'net')).toBe(0)
    line.cut()
    expect(await throttle(ctx).begin('password', '1', 'net')).toBe(0)
    expect(await throttle(ctx).begin('password', '1', 'net')).toBe(0)
    expect(await throttle(ctx).begin('password', '1', 'net')).toBe(1)
  })

  it('are swept after a day, homes after three months', async () => {
    const { open, turn } = await site()
    const ctx = await open()
    await throttle(ctx).good('password', '1', 'home')
    for (let n = 0; n < 6; n++) await throttle(ctx).begin('password', '1', 'net')
    const left = async () => Number((await ctx.db.one<{ n: string }>(sql`select count(*) as n from guess`))?.n)
    await sweepTries(ctx)
    expect(await left()).toBe(2)
    turn(86_401)
    await sweepTries(ctx)
    expect(await left()).toBe(1)
    turn(90 * 86_400)
    await sweepTries(ctx)
    expect(await left()).toBe(0)
  })
})
