import { outlineOf } from './glyph-outline.ts'
import { readKerning, readVerticalForms } from './open-type.ts'
import { type FontTables, readWoff } from './woff.ts'

const wanted = new Set(['cmap', 'glyf', 'loca', 'head', 'hhea', 'hmtx', 'GPOS', 'GSUB'])

/**
 * A TrueType font read by ourselves. Outlines become SVG paths, so that a card looks the same on every machine: no system fonts, no
 * font configuration, and a missing character is known beforehand where a text engine would draw a box without a word.
 */
export class Font {
  readonly #glyphs: Map<number, number>
  readonly #glyf: Buffer
  readonly #loca: Buffer
  readonly #hmtx: Buffer
  readonly #metrics: number
  readonly #longOffsets: boolean
  readonly #kerning: (left: number, right: number) => number
  readonly #vertical: Map<number, number>

  constructor(tables: FontTables) {
    const table = (tag: string) => {
      const found = tables.get(tag)
      if (!found) throw new Error(`the font lacks its ${tag} table`)
      return found
    }
    if (table('head').readUInt16BE(18) !== 1000) throw new Error('a font of other than 1000 units to the em')
    this.#glyphs = readCharacters(table('cmap'))
    this.#glyf = table('glyf')
    this.#loca = table('loca')
    this.#hmtx = table('hmtx')
    this.#metrics = table('hhea').readUInt16BE(34)
    this.#longOffsets = table('head').readInt16BE(50) === 1
    this.#kerning = readKerning(tables.get('GPOS'))
    this.#vertical = readVerticalForms(tables.get('GSUB'))
  }

  static async load(path: string): Promise<Font> {
    return new Font(await readWoff(path, wanted))
  }

  /** The glyph of a character, or 0 when the font has none. */
  glyph(codePoint: number): number {
    return this.#glyphs.get(codePoint) ?? 0
  }

  /** Thousandths of an em. */
  advance(glyph: number): number {
    return this.#hmtx.readUInt16BE(Math.min(glyph, this.#metrics - 1) * 4)
  }

  /** What is added between two glyphs, thousandths of an em. */
  kern(left: number, right: number): number {
    return this.#kerning(left, right)
  }

  /** The form a glyph takes in vertical text: punctuation moves to the other corner, brackets turn. */
  vertical(glyph: number): number {
    return this.#vertical.get(glyph) ?? glyph
  }

  /** SVG path data in thousandths of an em, y upwards from the baseline; empty for a space. */
  path(glyph: number): string {
    return outlineOf(this.#data, glyph)
  }

  /** Left and right edge of the ink, thousandths of an em. */
  ink(glyph: number): { left: number; right: number; bottom: number; top: number } {
    const data = this.#data(glyph)
    if (data.length < 10) return { left: 0, right: 0, bottom: 0, top: 0 }
    return { left: data.readInt16BE(2), bottom: data.readInt16BE(4), right: data.readInt16BE(6), top: data.readInt16BE(8) }
  }

  readonly #data = (glyph: number): Buffer => {
    const at = (index: number) => (this.#longOffsets ? this.#loca.readUInt32BE(index * 4) : this.#loca.readUInt16BE(index * 2) * 2)
    return this.#glyf.subarray(at(glyph), at(glyph + 1))
  }
}

/** cmap format 4 (all that the bundled fonts use for the plane we draw) and 12. */
const readCharacters = (cmap: Buffer): Map<number, number> => {
  const found = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 4) readFormat4(cmap, at, found)
    else if (format === 12) readFormat12(cmap, at, found)
  }
  return found
}

const readFormat4 = (cmap: Buffer, at: number, found: Map<number, number>): void => {
  const count = cmap.readUInt16BE(at + 6) / 2
  for (let segment = 0; segment < count; segment++) {
    const last = cmap.readUInt16BE(at + 14 + segment * 2)
    const first = cmap.readUInt16BE(at + 16 + count * 2 + segment * 2)
    const delta = cmap.readInt16BE(at + 16 + count * 4 + segment * 2)
    const place = at + 16 + count * 6 + segment * 2
    const offset = cmap.readUInt16BE(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : cmap.readUInt16BE(place + offset + (code - first) * 2)
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.set(code, glyph)
    }
  }
}

const readFormat12 = (cmap: Buffer, at: number, found: Map<number, number>): void => {
  for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
    const place = at + 16 + group * 12
    const first = cmap.readUInt32BE(place)
    const glyph = cmap.readUInt32BE(place + 8)
    for (let code = first; code <= cmap.readUInt32BE(place + 4); code++) found.set(code, glyph + code - first)
  }
}
