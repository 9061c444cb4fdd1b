/** What may be under way at once. */
export interface GateLimits {
  /** Tasks. */
  tasks: number
  /** The sum of their weights; a single task of more than that runs alone. */
  weight?: number
  /** Tasks that may wait; the next one is refused. */
  waiting?: number
}

/** More wait than may. */
export class GateFull extends Error {}

/** For `catch`: null where too many wait; every other error goes on. */
export const orFull = (error: unknown): null => {
  if (error instanceof GateFull) return null
  throw error
}

interface Waiting {
  weight: number
  go(): void
}

/**
 * Lets a few tasks run at once and the others wait. Waiting is fair between people, not between tasks: whoever uploads eighteen
 * photos does not make the next person wait for eighteen. A heavy task waits for room, and nobody passes it meanwhile.
 */
export class Gate {
  #running = 0
  #weight = 0
  /** People in the order of their turn, each with their waiting tasks. */
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #limits: Required<GateLimits>

  constructor(limits: GateLimits) {
    this.#limits = { weight: Number.POSITIVE_INFINITY, waiting: Number.POSITIVE_INFINITY, ...limits }
  }

  /** Runs the task in its turn. Throws `GateFull` at once when too many wait. */
  async run<T>(who: string, task: () => Promise<T>, weight = 0): Promise<T> {
    if (this.#waiting.size === 0 && this.#fits(weight)) this.#enter(weight)
    else if (this.waiting >= this.#limits.waiting) throw new GateFull()
    else
      await new Promise<void>((go) => {
        const mine = this.#waiting.get(who)
        if (mine) mine.push({ weight, go })
        else this.#waiting.set(who, [{ weight, go }])
      })
    try {
      return await task()
    } finally {
      this.#running--
      this.#weight -= weight
      this.#next()
    }
  }

  /** Tasks waiting for a slot. */
  get waiting(): number {
    let count = 0
    for (const tasks of this.#waiting.values()) count += tasks.length
    return count
  }

  #fits(weight: number): boolean {
    return this.#running === 0 || (this.#running < this.#limits.tasks && this.#weight + weight <= this.#limits.weight)
  }

  #enter(weight: number): void {
    this.#running++
    this.#weight += weight
  }

  /** What is free goes straight to the next in turn, who then stands at the end of the round. */
  #next(): void {
    for (const [who, tasks] of this.#waiting) {
      const [first] = tasks
      if (!first || !this.#fits(first.weight)) return
      this.#waiting.delete(who)
      tasks.shift()
      if (tasks.length > 0) this.#waiting.set(who, tasks)
      this.#enter(first.weight)
      first.go()
    }
  }
}
