/** A token bucket: `burst` at once, refilled evenly over `seconds`. */
export interface Rate {
  burst: number
  seconds: number
}
export interface Limits {
  /** Takes `cost` from the bucket of `name` and `key`. Returns 0 when there was enough, else seconds to wait. */
  take(name: string, key: string, rate: Rate, cost?: number): number
}

/** Buckets in this process' memory. With several web processes each counts for itself; a shared form will stand behind the same face. */
export function memoryLimits(on: boolean, now: () => number = Date.now): Limits {
  const buckets = new Map<string, { left: number; at: number; full: number }>()
  let sweepAt = 0
  return {
    take(name, key, rate, cost = 1) {
      if (!on) return 0
      const t = now()
      if (t > sweepAt) {
        // A full bucket is the same as none.
        for (const [k, b] of buckets) if (t >= b.full) buckets.delete(k)
        sweepAt = t + 60_000
      }
      const id = `${name} ${key}`
      const perMs = rate.burst / (rate.seconds * 1000)
      const had = buckets.get(id)
      const left = had ? Math.min(rate.burst, had.left + (t - had.at) * perMs) : rate.burst
      const enough = left >= cost
      const next = enough ? left - cost : left
      buckets.set(id, { left: next, at: t, full: t + (rate.burst - next) / perMs })
      return enough ? 0 : Math.max(1, Math.ceil((cost - left) / perMs / 1000))
    },
  }
}

/** What counts as one network: an IPv4 address, or the /64 of an IPv6 one (a household or a phone has a whole /64). */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (v4) return v4
  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const full = tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return full
    .slice(0, 4)
    .map((g) => Number.parseInt(g || '0', 16).toString(16))
    .join(':')
}
