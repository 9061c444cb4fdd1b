import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Delivery, Order } from './process.ts'
import type { Answers, Task } from './tasks.ts'

/** Bytes of a file that the workshop reads when its turn has come: on disk until then, not in memory. */
export interface Source {
  size: number
  pieces(): AsyncIterable<Uint8Array>
}

/** The picture itself: it took more than any picture may. */
export class TooCostly extends Error {}
/** The process ended under it: perhaps by its fault, perhaps by another's or the machine's. */
export class BenchBroke extends Error {}
/** What the decoder says of a broken picture. */
export class Unreadable extends Error {}

/** The clock's bound, for a decoder that holds up even the watch over its processor time. */
const timeoutMs = 120_000
const idle = 10_000
/** A process that holds more than this after its work is replaced: native memory is seldom given back. */
const swollen = 150 * 1024 * 1024

interface Asked {
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** One process of the workshop: started with the first task, ended after some idle seconds or when it has swollen. */
export class Bench {
  #child: ChildProcess | undefined
  #count = 0
  #idle: NodeJS.Timeout | undefined
  readonly #asked = new Map<number, Asked>()

  /** Tasks under way. */
  get busy(): number {
    return this.#asked.size
  }

  /** Process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  async run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, source: Source): Promise<Answers[K]> {
    const child = this.#open()
    const id = ++this.#count
    let timer: NodeJS.Timeout | undefined
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      timer = setTimeout(() => {
        reject(new TooCostly())
        child.kill('SIGKILL')
      }, timeoutMs)
    })
    // It may fail before anyone waits for it below.
    answer.catch(() => {})
    try {
      await send(child, { id, task, size: source.size })
      for await (const piece of source.pieces()) await send(child, { id, piece })
      return (await answer) as Answers[K]
    } finally {
      clearTimeout(timer)
      this.#asked.delete(id)
      if (this.#asked.size === 0 && this.#child === child) this.#rest(child)
    }
  }

  stop(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  #open(): ChildProcess {
    clearTimeout(this.#idle)
    const had = this.#child
    if (had?.connected) {
      had.ref()
      had.channel?.ref()
      return had
    }
    const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {
      serialization: 'advanced',
      // What a picture left behind is taken back before the next one, not when there is nothing left.
      execArgv: ['--expose-gc'],
      // Nothing of the server's environment: a decoder that is taken over finds no secrets. glibc is told to hold one arena, and to give large
      // pieces back when they are freed.
      env: {
        PATH: process.env.PATH,
        MALLOC_ARENA_MAX: '1',
        MALLOC_MMAP_THRESHOLD_: '131072',
        MALLOC_TRIM_THRESHOLD_: '131072',
        NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=2',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    child.on('message', (delivery: Delivery) => this.#take(child, delivery))
    child.on('error', () => this.#lost(child))
    child.on('exit', () => this.#lost(child))
    return child
  }

  #take(child: ChildProcess, delivery: Delivery): void {
    const asked = this.#asked.get(delivery.id)
    // What is told to end takes no more tasks; the next one opens another process.
    if ((delivery.memory > swollen || 'tooLong' in delivery) && this.#child === child && this.#asked.size <= 1) {
      this.#child = undefined
      child.disconnect()
    }
    if ('answer' in delivery) asked?.resolve(delivery.answer)
    else asked?.reject('error' in delivery ? new Unreadable(delivery.error) : new TooCostly())
  }

  #lost(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = undefined
    for (const { reject } of this.#asked.values()) reject(new BenchBroke())
  }

  #rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    this.#idle = setTimeout(() => {
      this.#child = undefined
      if (child.connected) child.disconnect()
    }, idle)
    this.#idle.unref()
  }
}

const send = (child: ChildProcess, order: Order): Promise<void> =>
  new Promise((resolve, reject) => {
    child.send(order, (error) => (error ? reject(new BenchBroke()) : resolve()))
  })
