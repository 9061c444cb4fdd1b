/**
 * When requests are due, in an open loop: each kind by itself arrives as a Poisson process (gaps are exponential, -ln(u) / rate), because people do not
 * wait for one another. Nothing here knows of answers; a slow server changes no arrival.
 */
export class Arrivals<Kind extends string> {
  readonly #rates: readonly (readonly [Kind, number])[]
  readonly #next: number[]
  readonly #random: () => number

  /** `rates` a second; `random` answers numbers in [0, 1). */
  constructor(rates: Readonly<Record<Kind, number>>, random: () => number) {
    this.#random = random
    this.#rates = (Object.entries(rates) as [Kind, number][]).filter(([, rate]) => rate > 0)
    this.#next = this.#rates.map(([, rate]) => this.#gap(rate))
  }

  /** Calls `each` for whatever is due before `now` (ms since the start) and was not told yet, the earliest of its kind first. */
  until(now: number, each: (kind: Kind, due: number) => void): void {
    for (const [i, [kind, rate]] of this.#rates.entries()) {
      let due = this.#next[i] as number
      while (due < now) {
        each(kind, due)
        due += this.#gap(rate)
      }
      this.#next[i] = due
    }
  }

  #gap(rate: number): number {
    return (-Math.log(1 - this.#random()) * 1000) / rate
  }
}
