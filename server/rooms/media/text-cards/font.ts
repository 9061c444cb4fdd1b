import * as hb from 'harfbuzzjs'
import { readWoff } from './woff.ts'

/** A glyph and where its drawing stands from the place where its cluster begins, thousandths of an em, y upwards. */
export interface Placed {
  glyph: number
  x: number
  y: number
}

/** What cannot be taken apart: a letter with its marks, a ligature. */
export interface Cluster {
  /** Where it begins in the run, in UTF-16 units. */
  at: number
  glyphs: Placed[]
  /** Thousandths of an em. */
  advance: number
}

/** Letters stay letters: a card may space them, and no line is broken inside one. What a script cannot do without (`rlig`) stays on. */
const features = ['liga', 'clig'].map((tag) => new hb.Feature(tag, 0))
const upright = [new hb.Feature('vert')]

/**
 * A font as HarfBuzz reads it. Outlines become SVG paths, so that a card looks the same on every machine: no system fonts, no font
 * configuration, and a missing character is known beforehand where a text engine would draw a box without a word.
 */
export class Font {
  readonly #font: hb.Font
  readonly #glyphs = new Map<number, number>()
  readonly #vertical = new Map<string, number>()

  constructor(font: hb.Font) {
    font.setScale(1000, 1000)
    this.#font = font
  }

  static async load(path: string): Promise<Font> {
    const bytes = await readWoff(path)
    return new Font(new hb.Font(new hb.Face(new hb.Blob(bytes))))
  }

  /** The glyph of a character by itself, or 0 when the font has none. */
  glyph(codePoint: number): number {
    let glyph = this.#glyphs.get(codePoint)
    if (glyph === undefined) {
      glyph = this.#font.nominalGlyph(codePoint) ?? 0
      this.#glyphs.set(codePoint, glyph)
    }
    return glyph
  }

  /** Thousandths of an em. */
  advance(glyph: number): number {
    return this.#font.glyphHAdvance(glyph)
  }

  /** The form a character takes in vertical text: punctuation moves to the other corner, brackets turn. */
  vertical(character: string): number {
    let glyph = this.#vertical.get(character)
    if (glyph === undefined) {
      glyph = glyphsOf(this.#font, character, false, upright)[0]?.codepoint ?? 0
      this.#vertical.set(character, glyph)
    }
    return glyph
  }

  /** SVG path data in thousandths of an em, y upwards from the baseline; empty for a space. */
  path(glyph: number): string {
    return this.#font.glyphToPath(glyph)
  }

  /** The edges of the ink, thousandths of an em. */
  ink(glyph: number): { left: number; right: number; bottom: number; top: number } {
    const it = this.#font.glyphExtents(glyph)
    if (!it) return { left: 0, right: 0, bottom: 0, top: 0 }
    return { left: it.xBearing, right: it.xBearing + it.width, top: it.yBearing, bottom: it.yBearing + it.height }
  }

  /** Sets a run of one script and direction, all of it in this font: joined, kerned, marks in their places. Clusters in the order they are read. */
  run(text: string, rightToLeft: boolean): Cluster[] {
    const clusters: Cluster[] = []
    let pen = 0
    for (const { codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 } of glyphsOf(this.#font, text, rightToLeft, features)) {
      let last = clusters.at(-1)
      if (last?.at !== cluster) {
        last = { at: cluster, glyphs: [], advance: 0 }
        clusters.push(last)
        pen = 0
      }
      last.glyphs.push({ glyph: codepoint, x: pen + xOffset, y: yOffset })
      pen += xAdvance
      last.advance = pen
    }
    return rightToLeft ? clusters.reverse() : clusters
  }
}

/** Glyphs from left to right as they are drawn. */
const glyphsOf = (font: hb.Font, text: string, rightToLeft: boolean, how: hb.Feature[]) => {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.setFlags(hb.BufferFlag.DO_NOT_INSERT_DOTTED_CIRCLE)
  buffer.guessSegmentProperties()
  buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR)
  hb.shape(font, buffer, how)
  return buffer.getGlyphInfosAndPositions()
}
