/** What waits, and how to tell whoever waits for it. */
interface Waiting<Op> {
  op: Op
  key: string
  done: () => void
  failed: (error: unknown) => void
}

/**
 * Gathers small writes: while one transaction is under way, those that arrive wait and then go together in the next one. Each is answered
 * only after its commit. Writes under the same key never share a transaction and keep their order.
 */
export class Gatherer<Op> {
  #work: (ops: Op[]) => Promise<void>
  #keyOf: (op: Op) => string
  #most: number
  #queue: Waiting<Op>[] = []
  #running: Promise<void> | null = null

  constructor(work: (ops: Op[]) => Promise<void>, keyOf: (op: Op) => string, most = 400) {
    this.#work = work
    this.#keyOf = keyOf
    this.#most = most
  }

  /** Resolves once the write is committed. */
  add(op: Op): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#queue.push({ op, key: this.#keyOf(op), done: resolve, failed: reject })
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return promise
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    // One turn of the loop, so that requests which arrived together start together.
    await new Promise((turn) => setImmediate(turn))
    while (this.#queue.length > 0) await this.#settle(this.#take())
  }

  #take(): Waiting<Op>[] {
    const batch = new Map<string, Waiting<Op>>()
    const later: Waiting<Op>[] = []
    for (const waiting of this.#queue) {
      if (batch.size < this.#most && !batch.has(waiting.key)) batch.set(waiting.key, waiting)
      else later.push(waiting)
    }
    this.#queue = later
    return [...batch.values()]
  }

  async #settle(batch: Waiting<Op>[]): Promise<void> {
    try {
      await this.#work(batch.map((w) => w.op))
      for (const w of batch) w.done()
    } catch (error) {
      // Nothing of the batch happened. One that cannot be written must not take the others with it.
      const [only] = batch
      if (batch.length <= 1) only?.failed(error)
      else {
        const middle = batch.length >> 1
        await this.#settle(batch.slice(0, middle))
        await this.#settle(batch.slice(middle))
      }
    }
  }
}
