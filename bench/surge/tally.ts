import type { Kind } from './scenarios.ts'

/** What came of the requests of one kind. */
export interface Figures {
  kind: Kind
  offered: number
  /** Answered with 2xx. */
  answered: number
  /** Turned away with 503 or 429 and a time to come back. */
  shed: number
  /** Any other answer, a broken connection, or none when the run ended. */
  failed: number
  /** Milliseconds from when the request was due until its last byte, of those that were answered. */
  p50: number
  p95: number
  p99: number
}

/** The value below which `share` of the sorted `values` lie (nearest rank); 0 of none. */
export const percentile = (values: Float64Array | readonly number[], share: number): number =>
  values.length === 0 ? 0 : (values[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)] as number)

interface Line {
  offered: number
  shed: number
  failed: number
  took: number[]
}

/** Gathers what becomes of each request. */
export class Tally {
  readonly #lines = new Map<Kind, Line>()

  #line(kind: Kind): Line {
    let line = this.#lines.get(kind)
    if (!line) {
      line = { offered: 0, shed: 0, failed: 0, took: [] }
      this.#lines.set(kind, line)
    }
    return line
  }

  offered(kind: Kind): void {
    this.#line(kind).offered++
  }

  /** `status` 0: no answer. `took`: ms since the request was due. */
  ended(kind: Kind, status: number, mayComeBack: boolean, took: number): void {
    const line = this.#line(kind)
    if (status >= 200 && status < 300) line.took.push(took)
    else if ((status === 503 || status === 429) && mayComeBack) line.shed++
    else line.failed++
  }

  /** Figures of the given kinds together, under the name of `as`. */
  sum(which: readonly Kind[], as: string): Omit<Figures, 'kind'> & { kind: string } {
    const lines = which.map((kind) => this.#line(kind))
    const took = Float64Array.from(lines.flatMap((line) => line.took)).sort()
    const total = (of: (line: Line) => number) => lines.reduce((sum, line) => sum + of(line), 0)
    return {
      kind: as,
      offered: total((line) => line.offered),
      answered: took.length,
      shed: total((line) => line.shed),
      failed: total((line) => line.failed),
      p50: percentile(took, 0.5),
      p95: percentile(took, 0.95),
      p99: percentile(took, 0.99),
    }
  }
}
