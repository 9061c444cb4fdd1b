import type { Argon2Parameters } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Context } from '#server/platform/context.ts'

interface Task {
  parameters: Argon2Parameters
  done: (tag: Buffer) => void
  failed: (e: Error) => void
}

/**
 * A few threads that hash passwords, one after the other each, behind a queue of limited length. Threads of their own, because libuv's four
 * also read files and look up names, and because these run at a lower priority than readers.
 */
export class Crew {
  readonly #idle: Worker[] = []
  readonly #workers = new Map<Worker, Task | null>()
  readonly #queue: Task[] = []
  readonly #most: number
  readonly #room: number
  #closed = false

  constructor(ctx: Context, { most, room }: { most: number; room: number }) {
    this.#most = most
    this.#room = room
    ctx.onStop(async () => {
      this.#closed = true
      await Promise.all([...this.#workers.keys()].map((w) => w.terminate()))
    })
  }

  /** True when as many wait as may. */
  get full(): boolean {
    return this.#queue.length >= this.#room
  }

  run(parameters: Argon2Parameters): Promise<Buffer> {
    return new Promise((done, failed) => {
      this.#queue.push({ parameters, done, failed })
      this.#next()
    })
  }

  #next(): void {
    const worker =
      this.#idle.pop() ?? (this.#workers.size < this.#most && this.#queue.length > 0 && !this.#closed ? this.#start() : undefined)
    if (!worker) return
    const task = this.#queue.shift()
    if (!task) {
      this.#idle.push(worker)
      return
    }
    this.#workers.set(worker, task)
    // Someone waits for it: the process must not end before.
    worker.ref()
    worker.postMessage(task.parameters)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url))
    this.#workers.set(worker, null)
    worker.on('message', (tag: Uint8Array) => {
      this.#workers.get(worker)?.done(Buffer.from(tag))
      this.#workers.set(worker, null)
      this.#idle.push(worker)
      worker.unref()
      this.#next()
    })
    worker.on('error', (e) => this.#lose(worker, e))
    worker.on('exit', () => this.#lose(worker, new Error('a thread that hashes passwords has ended')))
    return worker
  }

  /** A thread that broke takes its task with it; the others go on, with a new one when it is needed. */
  #lose(worker: Worker, e: Error): void {
    const task = this.#workers.get(worker)
    if (!this.#workers.delete(worker)) return
    const at = this.#idle.indexOf(worker)
    if (at >= 0) this.#idle.splice(at, 1)
    task?.failed(e)
    if (this.#closed) for (const waiting of this.#queue.splice(0)) waiting.failed(e)
    else this.#next()
  }
}
