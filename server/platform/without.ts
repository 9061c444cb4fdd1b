import type { Context } from './context.ts'

/** A part that failed, or was late, is not asked for again for so long: what ails it costs one answer its time, not every answer. */
const REST_MS = 2000

interface Part {
  /** How often an answer went without it; those given while it rests are not counted. */
  failures: number
  /** Rests until then, by the even clock. */
  until: number
}

/** What answers of this process had to go without, by name. */
export const partsMissed = (ctx: Context): Map<string, Part> => ctx.hold('platform.without', () => new Map<string, Part>())

/** Says and counts that an answer goes without a part. */
export function missed(ctx: Context, part: string, err: unknown): Part {
  const parts = partsMissed(ctx)
  const known = parts.get(part) ?? { failures: 0, until: 0 }
  parts.set(part, known)
  known.failures++
  ctx.log.warn({ err, part }, 'an answer went without a part of it')
  return known
}

/**
 * Asks for a part that an answer can go without: what `ask` says, or undefined where it fails, takes longer than `ms` milliseconds, or did so in
 * the last two seconds. Never throws. Answers at once where `ask` does.
 */
export function orWithout<T>(ctx: Context, part: string, ms: number, ask: () => T | Promise<T>): T | undefined | Promise<T | undefined> {
  const before = partsMissed(ctx).get(part)
  if (before && before.until > ctx.clock.monotonic()) return undefined
  const failed = (err: unknown): undefined => {
    missed(ctx, part, err).until = ctx.clock.monotonic() + REST_MS
  }
  try {
    const said = ask()
    return said instanceof Promise ? inTime(said, ms).catch(failed) : said
  } catch (err) {
    return failed(err)
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
