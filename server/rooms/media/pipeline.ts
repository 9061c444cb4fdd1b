import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import type { Context } from '#server/platform/context.ts'
import { Gate } from './pictures/gate.ts'
import { HeicDecoder } from './pictures/heic.ts'
import { Painter } from './text-cards/painter.ts'

/** What all picture work of this process shares. */
export interface Pipeline {
  /** Decoding and encoding: as many at once as there are processors to do it, the rest in turn. */
  work: Gate
  /** Looking at files before that: quick, so a refusal does not stand in the queue behind real work. */
  look: Gate
  /** Work that nobody waits for: one at a time, so that it never takes more than one processor. */
  patient: Gate
  heic: HeicDecoder
  painter: Painter
}

export const pipelineOf = (ctx: Context): Pipeline =>
  ctx.hold('media.pipeline', () => {
    // The gate is the pool. Threads inside one picture would only make pictures wait for each other, and a cache of decoded
    // files never hits, as each is decoded once.
    sharp.concurrency(1)
    sharp.cache(false)
    const heic = new HeicDecoder()
    const painter = new Painter()
    ctx.onStop(() => heic.stop())
    ctx.onStop(() => painter.stop())
    return { work: new Gate(Math.min(4, availableParallelism())), look: new Gate(4), patient: new Gate(1), heic, painter }
  })
