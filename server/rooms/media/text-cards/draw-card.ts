import { cutText } from '#server/platform/text.ts'
import { cardText, isMostlyChinese } from './clean.ts'
import { emojiMark } from './emoji.ts'
import { Fonts } from './fonts.ts'
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

export interface TextCardInput {
  title?: string | undefined
  text: string
  template: string
}

/** More than any template has room for at its smallest type: what is beyond would be measured in vain. */
const MOST_ATOMS = 2000

interface Words extends CardText {
  template: Template
  /** All that has to be drawable. */
  all: string
}

const wordsOf = ({ title = '', text, template: name }: TextCardInput): Words => {
  const template = templates.find((one) => one.name === name)
  if (!template) throw new Error(`no text card template named ${name}`)
  const own = { title: cardText(cutText(title, MOST_ATOMS)).replaceAll('\n', ' '), text: cardText(cutText(text, MOST_ATOMS)) }
  return {
    ...own,
    chinese: isMostlyChinese(own.title + own.text),
    seed: seedOf(own.title + own.text),
    template,
    all: `${own.title}${own.text}${template.words ?? ''}….—“”‘’ `,
  }
}

/** The slices of the fonts that a card needs beside what every card has: none for most. */
export const slicesOfCard = (input: TextCardInput): Promise<string[]> => {
  const { template, all } = wordsOf(input)
  return new Fonts().slicesOf(template.faces, all)
}

/** The card as SVG, all type turned into outlines. Throws for an unknown template (see `textCardTemplates`). */
export const drawTextCard = async (input: TextCardInput, fonts: Fonts): Promise<string> => {
  const { template, all, ...card } = wordsOf(input)
  await fonts.prepare(template.faces, all)
  // A script without a font here keeps the card's looks and shows a heart; the words are in the note.
  const seen = (words: string) => drawable(words, template.faces, fonts, MOST_ATOMS).trim()
  card.title = seen(card.title)
  card.text = seen(card.text)
  if (card.text === '') [card.title, card.text] = ['', card.title || emojiMark('❤')]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}">${template.draw(card, fonts)}</svg>`
}

/** A number from the words (FNV-1a). */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
