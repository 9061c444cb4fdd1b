import sharp, { type Sharp } from 'sharp'
import { type Pixels, pixelsOf } from '../pictures/decode.ts'
import type { TextCardInput } from './draw-card.ts'

/** Draws a card as SVG; see painter.ts for the one that does it beside the process' other work. */
export interface Draws {
  draw(card: TextCardInput, without?: readonly string[]): Promise<string>
}

/**
 * A text card: 1080 × 1440 pixels, PNG. The same input gives the same picture on every machine. Emoji are drawn or left out; a text too long
 * for the template ends in an ellipsis. Throws for an unknown template (see `textCardTemplates`).
 */
export const renderTextCard = async (painter: Draws, input: TextCardInput): Promise<Buffer> =>
  (await pictureOf(painter, input)).png({ compressionLevel: 2 }).toBuffer()

/** The same, as pixels to be encoded further. */
export const textCardPixels = async (painter: Draws, input: TextCardInput, without?: readonly string[]): Promise<Pixels> =>
  pixelsOf(await pictureOf(painter, input, without))

/** The same, small, as WebP: for choosing a template. `width` in pixels. */
export const textCardThumbnail = async (painter: Draws, input: TextCardInput, width: number): Promise<Buffer> =>
  (await pictureOf(painter, input)).resize({ width }).webp({ quality: 82, effort: 2 }).toBuffer()

const pictureOf = async (painter: Draws, input: TextCardInput, without?: readonly string[]): Promise<Sharp> =>
  sharp(Buffer.from(await painter.draw(input, without))).removeAlpha()
