import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import type { Context } from '#server/platform/context.ts'
import { Gate } from './pictures/gate.ts'
import { Painter } from './text-cards/painter.ts'
import { Workshop } from './workshop/workshop.ts'

/** What all picture work of this process shares. */
export interface Pipeline {
  /** Strangers' pictures are decoded in processes of their own. */
  workshop: Workshop
  /** Drawing text cards, which is ours and small: as many at once as there are processors, the rest in turn. */
  draw: Gate
  painter: Painter
}

/** Text cards that may wait for their turn; beyond, people are told to come back. */
const CARDS_WAITING = 100

export const pipelineOf = (ctx: Context): Pipeline =>
  ctx.hold('media.pipeline', () => {
    // The gate is the pool. Threads inside one picture would only make pictures wait for each other, and a cache of decoded
    // files never hits.
    sharp.concurrency(1)
    sharp.cache(false)
    const workshop = new Workshop()
    const painter = new Painter()
    ctx.onStop(() => workshop.stop())
    ctx.onStop(() => painter.stop())
    return { workshop, draw: new Gate({ tasks: Math.min(4, availableParallelism()), waiting: CARDS_WAITING }), painter }
  })
