import { Worker } from 'node:worker_threads'
import type { TextCardInput } from './draw-card.ts'
import type { PaintAnswer, PaintQuestion } from './paint-worker.ts'

/**
 * How much of the processor a card may take, and how long in all, both in ms. It takes 20 to 200 ms of work; but its thread stands behind those that
 * answer readers, and on a busy machine that may last: what it waited is no fault of the card.
 */
const most = { work: 15_000, wall: 120_000 }
const idle = 60_000
/** All five faces with every slice of theirs are some 60 MB. */
const memory = 256

interface Waiting {
  // biome-ignore lint/suspicious/noExplicitAny: each question knows its answer.
  resolve(answer: any): void
  reject(error: Error): void
}

/** The process is stopping: nothing is wrong with the card. */
export class PaintingEnded extends Error {}

/** The processor time that a thread has used, in ms; none of one that has not begun. */
const workOf = (worker: Worker): Promise<number> =>
  worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  )

/**
 * Draws text cards in a thread beside the process' other work, one after the other. The thread starts with the first card, ends after an
 * idle minute, and is replaced when a card takes it too much work or memory: then that card fails, and those that stood behind it.
 */
export class Painter {
  #worker: Worker | undefined
  readonly #waiting = new Map<number, Waiting>()
  #idle: NodeJS.Timeout | undefined
  #count = 0
  /** Ends the watch over the card whose turn it is: cards wait for each other, and waiting is not drawing. */
  #endTurn = () => {}
  readonly #script: URL
  readonly #most: { work: number; wall: number }

  constructor(script = new URL('./paint-worker.ts', import.meta.url), limits = most) {
    this.#script = script
    this.#most = limits
  }

  /** The card as SVG. `without`: as it is drawn where these slices of the fonts are missing. */
  draw(card: TextCardInput, without: readonly string[] = []): Promise<string> {
    return this.#ask<string>(card, { without })
  }

  /** The slices of the fonts that a card needs beside what every card has. */
  slicesOf(card: TextCardInput): Promise<string[]> {
    return this.#ask<string[]>(card, { slices: true })
  }

  #ask<A>(card: TextCardInput, what: Pick<PaintQuestion, 'slices' | 'without'>): Promise<A> {
    clearTimeout(this.#idle)
    const worker = this.#worker ?? this.#start()
    const id = ++this.#count
    return new Promise<A>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      if (this.#waiting.size === 1) this.#watch(worker)
      worker.ref()
      worker.postMessage({ id, card: { title: card.title, text: card.text, template: card.template }, ...what } satisfies PaintQuestion)
    })
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    if (worker) this.#broken(worker, new PaintingEnded('text cards are no longer drawn'))
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: memory } })
    this.#worker = worker
    worker.on('message', (answer: PaintAnswer) => this.#answered(answer))
    worker.on('error', (error) => this.#broken(worker, error as Error))
    worker.on('exit', () => this.#broken(worker, new Error('the thread that draws text cards ended')))
    return worker
  }

  #watch(worker: Worker): void {
    const tooLong = () => this.#broken(worker, new Error('a text card took too long'))
    const before = workOf(worker)
    let ended = false
    // As often as it may work in all: it cannot have worked too much sooner.
    const look = setInterval(async () => {
      const work = (await workOf(worker)) - (await before)
      if (!ended && work >= this.#most.work) tooLong()
    }, this.#most.work)
    const wall = setTimeout(tooLong, this.#most.wall)
    this.#endTurn = () => {
      ended = true
      clearInterval(look)
      clearTimeout(wall)
    }
  }

  #answered(answer: PaintAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) return
    this.#waiting.delete(answer.id)
    this.#endTurn()
    if (this.#worker && this.#waiting.size > 0) this.#watch(this.#worker)
    if ('error' in answer) waiting.reject(new Error(answer.error))
    else waiting.resolve(answer.answer)
    if (this.#waiting.size > 0) return
    this.#worker?.unref()
    this.#idle = setTimeout(() => void this.stop(), idle)
    this.#idle.unref()
  }

  /** The next card gets a fresh thread. */
  #broken(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    clearTimeout(this.#idle)
    this.#endTurn()
    const left = [...this.#waiting.values()]
    this.#waiting.clear()
    void worker.terminate()
    for (const { reject } of left) reject(error)
  }
}
