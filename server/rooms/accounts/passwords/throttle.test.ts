import { beforeEach, describe, expect, it } from 'vitest'
import { Throttle } from './throttle.ts'
import { memoryTries } from './tries.ts'

// The rules by themselves, over tries in memory; what is shared by processes is in tries.test.ts, what people meet in at-the-door.test.ts.
let ms = 0
beforeEach(() => {
  ms = 0
})

/** Time goes by. */
const turn = (seconds: number) => {
  ms += seconds * 1000
}

describe('a place', () => {
  it('doubles its wait for one account, and for no other account or place', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    const guess = (network = '198.51.100.7', who = '1') => brake.begin('password', who, network)
    for (let i = 0; i < 5; i++) expect(await guess()).toBe(0)
    expect(await guess()).toBe(1)
    turn(1)
    expect(await guess()).toBe(0)
    expect(await guess()).toBe(2)
    expect(await guess('203.0.113.9'), 'the owner, from elsewhere').toBe(0)
    expect(await guess('198.51.100.7', '2')).toBe(0)
    turn(2)
    await brake.good('password', '1', '198.51.100.7')
    for (let i = 0; i < 5; i++) expect(await guess()).toBe(0)
  })

  it('never waits longer than five minutes, and is looked at fewer than 300 times a day', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    let looked = 0
    for (const end = ms + 86_400_000; ms < end; ) {
      const wait = await brake.begin('password', '1', 'stubborn')
      expect(Number.isInteger(wait) && wait >= 0 && wait <= 300).toBe(true)
      if (wait === 0) looked++
      turn(Math.max(wait, 0.1))
    }
    expect(looked).toBeGreaterThan(250)
    expect(looked).toBeLessThan(310)
  })
})

describe('guesses at one account from everywhere', () => {
  it('leave a new place its turn within seconds, and are bounded over a day', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    let looked = 0
    let bot = 0
    let waited = 0
    // More networks than anybody has, each asking again when it may; four rounds a minute for a day.
    const waiting: { at: number; net: string }[] = []
    for (const end = ms + 86_400_000; ms < end; turn(15)) {
      const due = waiting.filter((w) => w.at <= ms)
      for (const w of due) waiting.splice(waiting.indexOf(w), 1)
      for (const net of [...due.map((w) => w.net), ...Array.from({ length: 5 }, () => `bot ${bot++}`)]) {
        const wait = await brake.begin('password', '1', net)
        if (wait === 0) looked++
        else if (waiting.length < 50) waiting.push({ at: ms + wait * 1000, net })
      }
      waited = Math.max(waited, waiting.length)
    }
    expect(looked).toBeGreaterThan(4000)
    expect(looked).toBeLessThan(9000)
  })

  it('do not keep the owner out: not after forty, not after a thousand, from a network never seen', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    for (let i = 0; i < 60; i++) await brake.begin('password', '1', `bot ${i}`)
    expect(await brake.begin('password', '1', 'hotel'), 'at once').toBe(0)
    for (let i = 0; i < 1000; i++) await brake.begin('password', '1', `more ${i}`)
    const wait = await brake.begin('password', '1', 'café')
    expect(wait).toBe(10)
    turn(wait)
    expect(await brake.begin('password', '1', 'café'), 'after ten seconds').toBe(0)
    expect(await brake.begin('password', '2', 'café'), 'other accounts notice nothing').toBe(0)
  })

  it('do not touch places that are known', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    await brake.begin('password', '1', 'home')
    await brake.good('password', '1', 'home')
    for (let i = 0; i < 1000; i++) await brake.begin('password', '1', `bot ${i}`)
    expect(await brake.begin('password', '1', 'home')).toBe(0)
    expect(await brake.begin('password', '1', { key: 'device x', known: true })).toBe(0)
  })

  it('are not forgotten because many other names are tried', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    for (let i = 0; i < 12; i++) {
      turn(await brake.begin('password', '1', 'net'))
      await brake.begin('password', '1', 'net')
    }
    const held = await brake.begin('password', '1', 'net')
    expect(held).toBeGreaterThan(0)
    for (let i = 0; i < 300_000; i++) await brake.begin('recovery', `${i}`, 'net')
    expect(await brake.begin('password', '1', 'net')).toBe(held)
  })
})

describe('guesses at six digits', () => {
  it('are at most 180 in a day at all doors together, from however many networks, devices and sessions', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    const doors = [
      ...Array.from({ length: 300 }, (_, i) => ['second step', { key: `bot ${i}`, known: false }] as const),
      ...Array.from({ length: 9 }, (_, i) => ['second step', { key: `device ${i}`, known: true }] as const),
      ...Array.from({ length: 9 }, (_, i) => ['code in a session', { key: `session ${i}`, known: false }] as const),
    ]
    // Somebody was right once at each of them, as the owner whose session was taken.
    for (const [what, place] of doors) await brake.good(what, '1', place)
    let looked = 0
    for (const end = ms + 86_400_000; ms < end; turn(120))
      for (const [what, place] of doors) if ((await brake.begin(what, '1', place)) === 0) looked++
    expect(looked).toBeGreaterThan(120)
    expect(looked).toBeLessThanOrEqual(180)
  })

  it('do not count where they were right, however often', async () => {
    const brake = new Throttle(memoryTries(() => ms))
    for (let i = 0; i < 100; i++)
      for (const [what, known] of [
        ['second step', true],
        ['second step', false],
        ['code in a session', false],
      ] as const) {
        const place = { key: `place ${known}`, known }
        expect(await brake.begin(what, '1', place), `${what} ${i}`).toBe(0)
        await brake.good(what, '1', place)
        await brake.giveBack(what, '1', place)
      }
  })
})
