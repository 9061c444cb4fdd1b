import sharp, { type Sharp } from 'sharp'
import { type Pixels, pixelsOf } from '../pictures/decode.ts'
import { cleanText, isMostlyChinese } from './clean.ts'
import { emojiMark } from './emoji.ts'
import { Fonts, missingGlyphs } from './fonts.ts'
import { drawable } from './shape.ts'
import { type CardText, cardHeight, cardWidth, type Template } from './template.ts'
import { candy, chat, gingham, poster } from './templates/bold.ts'
import { newspaper, notebook, sticky, ticket } from './templates/desk.ts'
import { manuscript } from './templates/manuscript.ts'
import { blank, columns, letter, quote } from './templates/papers.ts'
import { chalkboard, dusk, jade, night } from './templates/scenes.ts'

const templates: readonly Template[] = [
  letter,
  poster,
  jade,
  columns,
  sticky,
  night,
  quote,
  chat,
  manuscript,
  dusk,
  newspaper,
  gingham,
  ticket,
  candy,
  notebook,
  chalkboard,
  blank,
] // prettier-ignore

/** The names of all templates, in the order they are offered. */
export const textCardTemplates: readonly string[] = templates.map((template) => template.name)

/** The bundled fonts are constants read late, the same for everyone; the first card reads what it needs. */
const bundled = new Fonts()

export interface TextCardInput {
  title?: string | undefined
  text: string
  template: string
}

/**
 * Draws a text card: 1080 × 1440 pixels, PNG. The same input gives the same picture on every machine. Emoji are drawn or left out; a text too long for the template ends in an ellipsis. Throws for an unknown template (see `textCardTemplates`).
 */
export const renderTextCard = async (input: TextCardInput): Promise<Buffer> =>
  (await pictureOf(input)).png({ compressionLevel: 2 }).toBuffer()

/** The same, as pixels to be encoded further. */
export const textCardPixels = async (input: TextCardInput): Promise<Pixels> => pixelsOf(await pictureOf(input))

/** The same, small, as WebP: for choosing a template. `width` in pixels. */
export const textCardThumbnail = async (input: TextCardInput, width: number): Promise<Buffer> =>
  (await pictureOf(input)).resize({ width }).webp({ quality: 82, effort: 2 }).toBuffer()

const pictureOf = async (input: TextCardInput): Promise<Sharp> => sharp(Buffer.from(await drawTextCard(input))).removeAlpha()

/** What a card cannot draw on this installation; a sound one answers an empty list. */
export const checkFonts = (): Promise<string[]> => missingGlyphs(bundled)

/** The card as SVG, all type turned into outlines. */
export const drawTextCard = async ({ title = '', text, template: name }: TextCardInput): Promise<string> => {
  const template = templates.find((one) => one.name === name)
  if (!template) throw new Error(`no text card template named ${name}`)
  const card: CardText = { title: cleanText(title).replaceAll('\n', ' '), text: cleanText(text).slice(0, 2000), chinese: false, seed: 0 }
  card.chinese = isMostlyChinese(card.title + card.text)
  card.seed = seedOf(card.title + card.text)
  await bundled.prepare(template.faces, `${card.title}${card.text}${template.words ?? ''}….—“”‘’ `)
  // Some scripts have no font here (Korean, Arabic, Thai): such a card keeps its looks and shows a heart; the words are in the note.
  const face = template.faces[0] ?? 'sans'
  const seen = (words: string) => drawable(words, face, bundled).trim()
  if (seen(card.title) === '') card.title = ''
  if (seen(card.text) === '') [card.title, card.text] = ['', card.title || emojiMark('❤')]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}">${template.draw(card, bundled)}</svg>`
}

/** A number from the words (FNV-1a). */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
