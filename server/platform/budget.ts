import type { Counting, Limits, Rate } from './limits.ts'
import { networksOf } from './network.ts'

/**
 * What a kind of call may cost. `burst` and `seconds` are one person's, who is signed in. `network` is for strangers, all of one network
 * together: a school, a carrier or a VPN has hundreds of people behind one address, so it only stands against floods.
 */
export interface Budget extends Rate {
  name: string
  /** One session's instead: whoever took another one shall not use up what its owner needs to put them out. */
  by?: 'session'
  network?: Rate
}

/** Of the routes that say nothing of their own. Three hundred people behind one address read two pages a minute each, and act now and then. */
export const READS = { name: 'reads', burst: 600, seconds: 60, network: { burst: 2000, seconds: 60 } } as const satisfies Budget
export const WRITES = { name: 'writes', burst: 120, seconds: 60, network: { burst: 1200, seconds: 60 } } as const satisfies Budget

/** The holder of a /56 has 256 networks: together they may do what a few of them may. */
const WIDE = 4

/** The buckets of a network: its own, and its holder's, who has several. */
function bucketsOf(ip: string, rate: Rate): { key: string; rate: Rate }[] {
  const { own, wide } = networksOf(ip)
  const narrow = { key: `n${own}`, rate }
  return wide === null ? [narrow] : [narrow, { key: `n${wide}`, rate: { burst: rate.burst * WIDE, seconds: rate.seconds } }]
}

/** Counts one call against the budget of a network. Returns 0, or seconds to wait. */
export function countNetwork(limits: Counting, name: string, ip: string, rate: Rate): number {
  for (const bucket of bucketsOf(ip, rate)) {
    const wait = limits.count(name, bucket.key, bucket.rate)
    if (wait > 0) return wait
  }
  return 0
}

/** The same, exact over all processes. */
export async function takeNetwork(limits: Limits, name: string, ip: string, rate: Rate): Promise<number> {
  for (const bucket of bucketsOf(ip, rate)) {
    const wait = await limits.take(name, bucket.key, bucket.rate)
    if (wait > 0) return wait
  }
  return 0
}

/** Who calls: see `Viewer`. */
export interface Caller {
  accountId: string
  sessionId: string
}

/** Counts one call against a person's budget, or against their network's where nobody is signed in. Returns 0, or seconds to wait. */
export function countCall(limits: Counting, budget: Budget, caller: Caller | null, ip: string): number {
  if (caller !== null) return limits.count(budget.name, budget.by ? `s${caller.sessionId}` : `a${caller.accountId}`, budget)
  return countNetwork(limits, budget.name, ip, budget.network ?? budget)
}
