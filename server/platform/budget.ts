import type { Limits, Rate } from './limits.ts'
import { networksOf } from './network.ts'

/**
 * What a kind of call may cost. `burst` and `seconds` are one person's, who is signed in. `network` is for strangers, all of one network
 * together: a school, a carrier or a VPN has hundreds of people behind one address, so it only stands against floods.
 */
export interface Budget extends Rate {
  name: string
  network?: Rate
}

/** Of the routes that say nothing of their own. Three hundred people behind one address read two pages a minute each, and act now and then. */
export const READS = { name: 'reads', burst: 600, seconds: 60, network: { burst: 2000, seconds: 60 } } as const satisfies Budget
export const WRITES = { name: 'writes', burst: 120, seconds: 60, network: { burst: 1200, seconds: 60 } } as const satisfies Budget

/** The holder of a /56 has 256 networks: together they may do what a few of them may. */
const WIDE = 4

/** Takes one call from the budget of a network. Returns 0, or seconds to wait. */
export function takeNetwork(limits: Limits, name: string, ip: string, rate: Rate): number {
  const { own, wide } = networksOf(ip)
  const wait = limits.take(name, `n${own}`, rate)
  if (wide === null || wait > 0) return wait
  return limits.take(name, `n${wide}`, { burst: rate.burst * WIDE, seconds: rate.seconds })
}

/** Takes one call from a person's budget, or from their network's where nobody is signed in. Returns 0, or seconds to wait. */
export function takeCall(limits: Limits, budget: Budget, accountId: string | null, ip: string): number {
  if (accountId !== null) return limits.take(budget.name, `a${accountId}`, budget)
  return takeNetwork(limits, budget.name, ip, budget.network ?? budget)
}
