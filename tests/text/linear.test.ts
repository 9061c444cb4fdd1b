import { expect, test } from 'vitest'
import { functions } from './functions.ts'
import { bombs } from './nasty.ts'

const SHORT = 1_000
const TIMES = 8
/** In proportion is 8 times as long; with the square of the length it is 64. Short texts only raise a suspicion. */
const SUSPICION = 20
const BOUND = 36
/** What is done sooner than this with the long text cannot hurt, whatever its curve. */
const NOTHING_MS = 6
const SAMPLES = 7

type Reading = (text: string) => unknown

/** Milliseconds of this thread's own work: what else the machine does meanwhile is not counted. */
async function taken(read: Reading, text: string, times = 1): Promise<number> {
  const since = process.threadCpuUsage()
  for (let n = 0; n < times; n++) await read(text)
  const { user, system } = process.threadCpuUsage(since)
  return (user + system) / 1000
}

/** The same of one reading among as many as it takes to see any: some systems count a thread's work in steps of several milliseconds. */
async function takenOnce(read: Reading, text: string): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const all = await taken(read, text, times)
    if (all >= NOTHING_MS * 2) return all / times
  }
}

/**
 * How many times longer a text of eight times the length takes, by the quickest of some runs of each: compiling and collecting garbage make
 * a run slower and never quicker, so that more runs come nearer to the truth and a square stays one.
 */
async function growth(read: Reading, short: string, long: string): Promise<number> {
  let [quickShort, quickLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let n = 0; n < SAMPLES; n++) {
    quickLong = Math.min(quickLong, await taken(read, long))
    if (quickLong < NOTHING_MS) return 0
    quickShort = Math.min(quickShort, await takenOnce(read, short))
    if (quickLong / quickShort < SUSPICION) break
  }
  return quickLong / quickShort
}

/** A suspicion is looked at once more with eight times as much of both, where a collection of garbage weighs less. */
async function steepness(read: Reading, of: (length: number) => string): Promise<number> {
  const first = await growth(read, of(SHORT), of(SHORT * TIMES))
  return first < SUSPICION ? first : growth(read, of(SHORT * TIMES), of(SHORT * TIMES * TIMES))
}

test.each(functions.map((one) => [one.name, one] as const))('%s takes time in proportion to the text', async (_name, { read }) => {
  const steep: string[] = []
  for (const { name, of } of bombs) {
    const times = await steepness(read, of)
    if (times > BOUND) steep.push(`${name}: ${times.toFixed(0)} times as long for ${TIMES} times the text`)
  }
  expect(steep).toEqual([])
})

test('the measure itself sees a square, and not a line', async () => {
  const lookingBack = (text: string) => /(a+)b/.exec(text)
  // Nothing but work: room for what a reading makes is fetched from the system in pages, and that is dear on some.
  const line = (text: string) => {
    let sum = 0
    for (let turn = 0; turn < 400; turn++) for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0
    return sum
  }
  const as = (length: number) => 'a'.repeat(length)
  expect(await growth(lookingBack, as(SHORT), as(SHORT * TIMES))).toBeGreaterThan(BOUND)
  expect(await growth(line, as(SHORT * TIMES), as(SHORT * TIMES * TIMES))).toBeLessThan(BOUND)
})
