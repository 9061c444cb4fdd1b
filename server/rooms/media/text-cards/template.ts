import { type Block, type BlockStyle, display, reading, setBlock } from './block.ts'
import { type Align, drawBlock } from './draw.ts'
import type { Face, Fonts } from './fonts.ts'
import type { Breaking } from './lines.ts'

/** The canvas of every card: 3:4, the tallest form the waterfall shows uncropped. */
export const cardWidth = 1080
export const cardHeight = 1440

/** What a template draws, cleaned already. */
export interface CardText {
  /** May be empty. */
  title: string
  text: string
  /** Mostly Chinese: squares, columns and full-width marks are at home. */
  chinese: boolean
  /** The same for the same words. */
  seed: number
}

export interface Template {
  /** Stable: it is stored with the card. The label people read is `text-card.<name>` in the catalogues. */
  name: string
  faces: readonly Face[]
  /** Words of the template's own, so that their glyphs are made ready too. */
  words?: string
  /** The inside of the SVG. */
  draw(card: CardText, fonts: Fonts): string
}

export interface Layout {
  x: number
  y: number
  width: number
  height: number
  title: BlockStyle
  body: BlockStyle
  /** Where shorter text stands in the box: 0 top, 0.5 middle, 1 bottom. The eye's middle is about 0.42. */
  rise: number
  align: Align
  titleAlign?: Align
  titleColor: string
  color: string
  /** Between title and body, pixels. */
  gap?: number
}

export interface Composed {
  svg: string
  title: Block | undefined
  body: Block
  /** Top and bottom of what was set, and where the body begins. */
  top: number
  bodyTop: number
  bottom: number
}

/** Sets title and body into one box and places them as one. */
export const compose = (card: CardText, at: Layout, fonts: Fonts): Composed => {
  const { gap = 44 } = at
  const title = card.title ? setBlock(card.title, at.width, at.height * 0.4, at.title, fonts) : undefined
  const taken = title ? title.height + gap : 0
  const body = setBlock(card.text, at.width, at.height - taken, at.body, fonts)
  const top = at.y + (at.height - taken - body.height) * at.rise
  const bodyTop = top + taken
  const svg =
    (title ? drawBlock(title, at.x, top, at.width, at.titleAlign ?? at.align, at.titleColor) : '') +
    drawBlock(body, at.x, bodyTop, at.width, at.align === 'start' && card.chinese && card.text.length > 60 ? 'justify' : at.align, at.color)
  return { svg, title, body, top, bodyTop, bottom: bodyTop + body.height }
}

/** Where an ornament of `own` pixels stands at the side on which a block begins to be read. */
export const atStart = (block: Block, x: number, width: number, own: number): number => (block.lines[0]?.rightToLeft ? x + width - own : x)

/** The whole sheet in one colour or gradient. */
export const ground = (fill: string): string => `<rect width="${cardWidth}" height="${cardHeight}" fill="${fill}"/>`

/** Paragraphs without empty lines between them, for papers whose own lines must be met. */
export const tight = (text: string): string => text.replaceAll(/\n+/g, '\n')

/** Short texts speak up, long ones keep their voice down: a size by the number of characters. */
export const sized = (card: CardText, short: number, long: number): number => {
  const weight = card.chinese ? card.text.length : card.text.length / 2.4
  return Math.round(long + (short - long) * Math.max(0, Math.min(1, 1 - (weight - 12) / 110)))
}

/** Lines for a short text are weighed like a title's; a long one is read, and wants full lines. */
export const breakingFor = (card: CardText): Breaking =>
  card.text.length <= (card.chinese ? 60 : 140) ? display : card.chinese ? reading : { ...reading, balance: 0.1 }

/** The smallest type that is still read on a phone; Latin letters are narrower, and stay clear a little smaller. */
export const smallest = (card: CardText): number => (card.chinese ? 34 : 29)
