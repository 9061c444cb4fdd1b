import { parentPort } from 'node:worker_threads'
import { drawTextCard, type TextCardInput } from './draw-card.ts'
import { Fonts } from './fonts.ts'

export interface PaintQuestion {
  id: number
  card: TextCardInput
}
export type PaintAnswer = { id: number; svg: string } | { id: number; error: string }

/** Runs in a thread of its own: setting a page of type takes as long as a hundred requests. The fonts live as long as the thread. */
const open = (port: NonNullable<typeof parentPort>) => {
  const fonts = new Fonts()
  port.on('message', async ({ id, card }: PaintQuestion) => {
    try {
      port.postMessage({ id, svg: await drawTextCard(card, fonts) } satisfies PaintAnswer)
    } catch (error) {
      port.postMessage({ id, error: String(error) } satisfies PaintAnswer)
    }
  })
}
if (parentPort) open(parentPort)
