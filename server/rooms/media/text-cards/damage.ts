import type { Pixels } from '../pictures/decode.ts'
import { encodeMaster, masterPixels } from '../pictures/render.ts'
import type { TextCardInput } from './draw-card.ts'
import type { Painter } from './painter.ts'
import { textCardPixels } from './render.ts'

/** Beyond this many slices not every combination is tried: only all of them missing, and each by itself. */
const MOST_TOGETHER = 4
/** How far a channel may be off, of 255, before a pixel counts: WebP at the master's quality stays well below. */
const APART = 48
/** Pixels of some 1.5 million that may be off in what is called the same drawing; the smallest lost comma is more. */
const SAME = 60

/** What may have been drawn, by the words that were kept with it: a title is its first line, or there was none. */
export const inputsOf = (words: string, template: string): TextCardInput[] => {
  const line = words.indexOf('\n')
  const [title, text] = [words.slice(0, line), words.slice(line + 1)]
  const plain = { text: words, template }
  return line > 0 && title.length <= 100 && text.trim() !== '' ? [{ title, text, template }, plain] : [plain]
}

const combinations = (slices: readonly string[]): string[][] => {
  if (slices.length > MOST_TOGETHER) return [[...slices], ...slices.map((slice) => [slice])]
  const all = Array.from({ length: 2 ** slices.length - 1 }, (_, bits) => slices.filter((_, index) => ((bits + 1) >> index) & 1))
  return all.sort((a, b) => b.length - a.length)
}

/**
 * A card of the time when a slice of a font that was still being read counted as read: its letters were left out. Such a card is known by
 * looking exactly as its words are drawn without some of their slices, and not as they are drawn now; so neither new words in its
 * description nor a template that has changed since make a sound card look damaged. Answers the card as it should be, or undefined when
 * nothing is wrong (or when nothing can be said).
 */
export const repaired = async (painter: Painter, master: Buffer, words: string, template: string): Promise<Pixels | undefined> => {
  let kept: Pixels | undefined
  for (const input of inputsOf(words, template)) {
    const slices = await painter.slicesOf(input)
    // Most cards: their words need nothing that could have come too late.
    if (slices.length === 0) continue
    kept ??= await masterPixels(master, null)
    const right = await textCardPixels(painter, input)
    const distance = await apart(kept, right)
    if (distance <= SAME) return undefined
    for (const without of combinations(slices)) {
      const damaged = await apart(kept, await textCardPixels(painter, input, without))
      if (damaged <= SAME && damaged < distance) return right
    }
  }
  return undefined
}

/** How many pixels differ to the eye, after both went through the same encoder. */
const apart = async (kept: Pixels, drawn: Pixels): Promise<number> => {
  const { data, width, height, channels } = await masterPixels(await encodeMaster(drawn), null)
  if (width !== kept.width || height !== kept.height || channels !== kept.channels) return Number.POSITIVE_INFINITY
  let count = 0
  for (let at = 0; at < data.length; at += channels)
    for (let channel = 0; channel < channels; channel++)
      if (Math.abs((data[at + channel] ?? 0) - (kept.data[at + channel] ?? 0)) > APART) {
        count++
        break
      }
  return count
}
