import { parentPort } from 'node:worker_threads'
import { stepBack } from '#server/platform/step-back.ts'
import { drawTextCard, slicesOfCard, type TextCardInput } from './draw-card.ts'
import { Fonts } from './fonts.ts'

export interface PaintQuestion {
  id: number
  card: TextCardInput
  /** Instead of drawing it: which slices of the fonts does it need? */
  slices?: true
  /** Slices to do without. */
  without?: readonly string[]
}
export type PaintAnswer = { id: number; answer: string | string[] } | { id: number; error: string }

/** Runs in a thread of its own, behind those that answer readers: setting a page of type takes as long as a hundred requests. The fonts live as long as the thread. */
const open = (port: NonNullable<typeof parentPort>) => {
  stepBack()
  const fonts = new Fonts()
  const answerTo = ({ card, slices, without }: PaintQuestion) =>
    slices ? slicesOfCard(card) : drawTextCard(card, without?.length ? new Fonts(without) : fonts)
  port.on('message', async (question: PaintQuestion) => {
    const { id } = question
    try {
      port.postMessage({ id, answer: await answerTo(question) } satisfies PaintAnswer)
    } catch (error) {
      port.postMessage({ id, error: String(error) } satisfies PaintAnswer)
    }
  })
}
if (parentPort) open(parentPort)
