import { expect, it } from 'vitest'
import { testContext } from '#tests/setup/database.ts'
import { heard } from './heard.ts'
import { COUNTED_MS, type Life, Standing } from './standing.ts'

const LIFE: Life = { fresh: 10_000, most: 30_000 }

/** Things that say how often they were made; `hold` keeps the next one from being done. */
async function open(bytes = 1000) {
  let now = 1000
  const ctx = await testContext({ clock: { now: () => new Date(), monotonic: () => now } })
  const standing = new Standing<string>(ctx, bytes, (value) => value.length)
  let made = 0
  let held = Promise.resolve()
  const make = async () => {
    await held
    made++
    return { value: `made ${made}`, names: ['7', '8'], life: LIFE as Life | null }
  }
  const ask = async (key = 'a', life: Life | null = LIFE): Promise<string> => {
    const how = async () => ({ ...(await make()), life })
    return standing.find(key, how) ?? standing.make(key, how)
  }
  const turn = (ms: number) => {
    now += ms
  }
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held = promise
    return resolve
  }
  return { ctx, standing, ask, hold, told: heard(ctx), turn, made: () => made }
}

it('keeps what was made, made once for all who ask meanwhile', async () => {
  const { ask, turn } = await open()
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['made 1', 'made 1', 'made 1'])
  turn(LIFE.fresh - 1)
  expect(await ask()).toBe('made 1')
  expect(await ask('another')).toBe('made 2')
})

it('drops it the moment something it names changed, and only then', async () => {
  const { ask, told } = await open()
  await ask()
  told.changed(['6', '77'])
  expect(await ask()).toBe('made 1')
  told.changed(['8'])
  expect(await ask()).toBe('made 2')
  told.missed()
  expect(await ask()).toBe('made 3')
})

it.each(['changed', 'missed'] as const)(
  'keeps nothing that was being made while something %s, nor gives it to who asks afterwards',
  async (what) => {
    const { ask, told, hold } = await open()
    const go = hold()
    const before = ask()
    await Promise.resolve()
    if (what === 'changed') told.changed(['7'])
    else told.missed()
    const after = ask()
    go()
    expect(await before).not.toBe(await after)
    const last = await ask()
    expect(last).toBe(await after)
  },
)

it('gives a moved number two seconds, the second of them while it is made anew', async () => {
  const { ask, told, turn, made } = await open()
  await ask()
  told.counted(['7'])
  turn(COUNTED_MS / 2 - 1)
  expect(await ask()).toBe('made 1')
  expect(made()).toBe(1)
  turn(1)
  expect(await ask()).toBe('made 1')
  await expect.poll(made).toBe(2)
  expect(await ask()).toBe('made 2')
  told.counted(['7'])
  turn(COUNTED_MS)
  expect(await ask()).toBe('made 3')
})

it('counts a number that moved while it was made', async () => {
  const { ask, told, hold, turn } = await open()
  const go = hold()
  const making = ask()
  await Promise.resolve()
  told.counted(['7'])
  go()
  expect(await making).toBe('made 1')
  turn(COUNTED_MS)
  expect(await ask()).toBe('made 2')
})

it('is made anew behind the answer once it is not fresh, and never given out after its time', async () => {
  const { ask, turn, made, hold } = await open()
  await ask()
  turn(LIFE.fresh)
  const go = hold()
  expect([await ask(), await ask()]).toEqual(['made 1', 'made 1'])
  go()
  await expect.poll(made).toBe(2)
  expect(await ask()).toBe('made 2')
  turn(LIFE.most)
  expect(await ask()).toBe('made 3')
})

it('keeps neither what failed nor what is for those who wait only', async () => {
  const { standing, ask } = await open()
  await expect(standing.make('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await ask('a', null)).toBe('made 1')
  expect(await ask()).toBe('made 2')
})

it('keeps so many bytes and no more, and forgets their names with them', async () => {
  const { standing, ask, made } = await open('made 1'.length * 3)
  for (const key of ['a', 'b', 'c', 'd']) await ask(key)
  expect([await ask('b'), await ask('c'), await ask('d')]).toEqual(['made 2', 'made 3', 'made 4'])
  expect(await ask('a')).toBe('made 5')
  // A value that grew is weighed again.
  let long = 'x'
  const box = {
    toString: () => long,
    get length() {
      return long.length
    },
  } as unknown as string
  await standing.make('grows', async () => ({ value: box, names: [], life: LIFE }))
  long = 'x'.repeat('made 1'.length * 3)
  standing.weigh('grows', box)
  expect(await standing.find('grows', async () => ({ value: '', names: [], life: null }))).toBe(box)
  const before = made()
  await ask('d')
  expect(made()).toBe(before + 1)
})
