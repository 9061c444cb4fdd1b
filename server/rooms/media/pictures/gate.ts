/**
 * Lets a few tasks run at once and the others wait. Waiting is fair between people, not between tasks: whoever uploads eighteen
 * photos does not make the next person wait for eighteen.
 */
export class Gate {
  #running = 0
  /** People in the order of their turn, each with their waiting tasks. */
  #waiting = new Map<string, (() => void)[]>()
  readonly #slots: number

  constructor(slots: number) {
    this.#slots = slots
  }

  async run<T>(who: string, task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#slots) {
      await new Promise<void>((go) => {
        const mine = this.#waiting.get(who)
        if (mine) mine.push(go)
        else this.#waiting.set(who, [go])
      })
    } else this.#running++
    try {
      return await task()
    } finally {
      this.#next()
    }
  }

  /** Tasks waiting for a slot. */
  get waiting(): number {
    let count = 0
    for (const tasks of this.#waiting.values()) count += tasks.length
    return count
  }

  /** The slot goes straight to the next in turn, who then stands at the end of the round. */
  #next(): void {
    const first = this.#waiting.entries().next()
    if (first.done) {
      this.#running--
      return
    }
    const [who, tasks] = first.value
    this.#waiting.delete(who)
    const go = tasks.shift()
    if (tasks.length > 0) this.#waiting.set(who, tasks)
    go?.()
  }
}
