import { availableParallelism, constants, setPriority } from 'node:os'
import sharp from 'sharp'
import { HeicDecoder } from '../pictures/heic.ts'
import { HeicUncut } from '../pictures/heic-uncut.ts'
import { type Task, work } from './tasks.ts'

/** A task, then its bytes in pieces, in order. */
export type Order = { id: number; task: Task; size: number } | { id: number; piece: Uint8Array }
/** `memory`: bytes that this process holds now, so that a swollen one can be replaced. */
export type Delivery = { id: number; memory: number } & ({ answer: unknown } | { error: string } | { tooLong: true })

/** Seconds of processor that one picture may take; the slowest sound ones (48 megapixels of HEIC, long animations) take some eight. */
const mostSeconds = 20
const lookEvery = 250

/**
 * A process of its own for strangers' pictures: whatever a decoder does with them (crash, swell, never end) happens here, at the lowest
 * priority, without secrets in its environment, and ends with this process.
 */
const open = () => {
  setPriority(constants.priority.PRIORITY_LOW)
  sharp.concurrency(availableParallelism() > 4 ? 2 : 1)
  // A cache of decoded files never hits, as each is decoded once.
  sharp.cache(false)
  const heic = new HeicDecoder()
  const open = new Map<number, { task: Task; file: Buffer; at: number }>()

  // A server that was killed meanwhile hears nothing any more; `disconnect` ends this process then.
  const deliver = (delivery: Delivery) => process.send?.(delivery, () => {})
  const memory = () => process.memoryUsage.rss()

  /** Ends the process when one picture costs too much: nothing else can end a decoder. Who asked hears why first. */
  const watched = async <T>(id: number, working: Promise<T>): Promise<T> => {
    const before = process.cpuUsage()
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1e6 < mostSeconds) return
      clearInterval(timer)
      process.send?.({ id, tooLong: true, memory: memory() } satisfies Delivery, () => process.exit(1))
    }, lookEvery)
    try {
      return await working
    } finally {
      clearInterval(timer)
    }
  }

  const start = async (id: number, task: Task, file: Buffer) => {
    try {
      const working = work(task, file, heic)
      const answer = await (task.kind === 'look' ? working : watched(id, working))
      if (task.kind !== 'look' && typeof gc === 'function') gc()
      deliver({ id, answer, memory: memory() })
    } catch (error) {
      deliver(error instanceof HeicUncut ? { id, tooLong: true, memory: memory() } : { id, error: String(error), memory: memory() })
    }
  }

  process.on('message', (order: Order) => {
    if ('task' in order) {
      const file = Buffer.allocUnsafeSlow(order.size)
      if (order.size === 0) void start(order.id, order.task, file)
      else open.set(order.id, { task: order.task, file, at: 0 })
      return
    }
    const coming = open.get(order.id)
    if (!coming) return
    coming.file.set(order.piece, coming.at)
    coming.at += order.piece.length
    if (coming.at < coming.file.length) return
    open.delete(order.id)
    void start(order.id, coming.task, coming.file)
  })
  // The server says when to end, and a server that was killed says it too. What a terminal sends to the whole group is for the server alone.
  process.on('disconnect', () => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
}

open()
