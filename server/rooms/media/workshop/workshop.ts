import { availableParallelism } from 'node:os'
import type { Storage } from '#server/platform/storage.ts'
import type { Inspected, Refusal } from '../pictures/decode.ts'
import { Gate } from '../pictures/gate.ts'
import { Bench, BenchBroke, type Source } from './bench.ts'
import type { Answers, Task } from './tasks.ts'

/** Decoded bytes that all benches may hold together; a picture of more than that is alone. */
const budget = 192 * 1024 * 1024
/** Pictures that may wait for their turn in one process; beyond, people are told to come back. */
const mostWaiting = 150

/**
 * Where strangers' pictures are decoded and encoded: processes beside the server, as many as there are processors but one (which is left to
 * the server and its database), with a bound on what all of them hold at once. Tasks wait in turn (fair between people). A process that ends under a task is replaced and the task done once
 * more, so that a kill from outside costs nobody their picture.
 */
export class Workshop {
  readonly #benches: Bench[]
  readonly #work: Gate
  readonly #looks = new Gate({ tasks: 2, waiting: mostWaiting })
  readonly #lowPriority = new Gate({ tasks: 1 })

  constructor(benches = Math.max(1, Math.min(4, availableParallelism() - 1))) {
    this.#benches = Array.from({ length: benches }, () => new Bench())
    this.#work = new Gate({ tasks: benches, weight: budget, waiting: mostWaiting })
  }

  /** Looks at a file without decoding it. It does not stand in the queue behind real work. */
  look(who: string, source: Source): Promise<Inspected | Refusal> {
    return this.#looks.run(who, () => this.#do({ kind: 'look' }, source))
  }

  /** Makes what is shown of a file that was looked at. */
  make(who: string, seen: Inspected, source: Source): Promise<Answers['make']> {
    return this.#work.run(who, () => this.#do({ kind: 'make', seen }, source), seen.weight)
  }

  crop(who: string, task: Omit<Extract<Task, { kind: 'crop' }>, 'kind'>, source: Source): Promise<Answers['crop']> {
    return this.#work.run(who, () => this.#do({ kind: 'crop', ...task }, source), 64 * 1024 * 1024)
  }

  /** Work that nobody waits for: one at a time, and in the common queue, so that it never takes more than one processor. */
  avif(crop: Extract<Task, { kind: 'avif' }>['crop'], source: Source): Promise<Answers['avif']> {
    return this.#lowPriority.run('avif', () => this.#work.run('avif', () => this.#do({ kind: 'avif', crop }, source), 64 * 1024 * 1024))
  }

  /** Process ids of the benches that are open. */
  get pids(): number[] {
    return this.#benches.flatMap(({ pid }) => pid ?? [])
  }

  async stop(): Promise<void> {
    for (const bench of this.#benches) bench.stop()
  }

  async #do<K extends Task['kind']>(task: Extract<Task, { kind: K }>, source: Source): Promise<Answers[K]> {
    try {
      return await this.#bench().run<K>(task, source)
    } catch (error) {
      if (!(error instanceof BenchBroke)) throw error
      return this.#bench().run<K>(task, source)
    }
  }

  /** The one with least to do; of those with nothing to do the one that is open. */
  #bench(): Bench {
    return this.#benches.reduce((best, one) =>
      one.busy < best.busy || (one.busy === best.busy && one.pid !== undefined && best.pid === undefined) ? one : best,
    )
  }
}

/** Bytes at hand, in pieces that no other work has to wait for. */
export const sourceOf = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  async *pieces() {
    for (let at = 0; at < bytes.length; at += 262_144) yield bytes.subarray(at, at + 262_144)
  },
})

/** A stored file, read as the workshop takes it; undefined when there is none. */
export const sourceOfKey = async (storage: Storage, key: string): Promise<Source | undefined> => {
  const file = await storage.stat(key)
  return file && { size: file.size, pieces: () => piecesOf(storage, key) }
}

async function* piecesOf(storage: Storage, key: string): AsyncGenerator<Uint8Array> {
  const stream = await storage.get(key)
  if (!stream) throw new Error(`${key} was removed while it was wanted`)
  yield* stream as AsyncIterable<Uint8Array>
}
