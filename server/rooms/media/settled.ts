import type { Context } from '#server/platform/context.ts'

const hour = 3_600_000
/** Less is no jump: clocks are corrected, and a moment passes between reading two of them. */
const least = 60_000
/** After this much time everything that was there before a jump is as old as anything here has to become. */
const remembered = 49 * hour

interface Seen {
  /** How far the calendar is ahead of where this process' own count of time would have it. */
  drift: number
  /** Steps of the calendar: when, by the count of time, and how far. */
  jumps: { at: number; by: number }[]
}

/**
 * The moment by which the sweep reckons ages: the calendar's, less what it jumped ahead while this process runs (somebody set it, or the machine
 * slept), for the 49 hours in which that could make something fresh look old. `ahead`: that difference, in milliseconds.
 * A jump is forgotten with the process: then a fresh upload still has what remains of its two days.
 */
export const settled = (ctx: Context): { now: Date; ahead: number } => {
  const wall = ctx.clock.now().getTime()
  const passed = ctx.clock.monotonic()
  const drift = wall - (performance.timeOrigin + passed)
  const seen = ctx.hold<Seen>('media.settled', () => ({ drift: 0, jumps: [] }))
  const by = drift - seen.drift
  if (Math.abs(by) >= least) seen.jumps.push({ at: passed, by })
  seen.drift = drift
  seen.jumps = seen.jumps.filter(({ at }) => passed - at < remembered)
  const ahead = Math.max(
    0,
    seen.jumps.reduce((sum, jump) => sum + jump.by, 0),
  )
  return { now: new Date(wall - ahead), ahead }
}
