import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Font } from './font.ts'

/** The voices a card can speak with. */
export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold' | 'sans-black'

const files: Record<Face, { family: string; weight: number }> = {
  serif: { family: 'noto-serif-sc', weight: 400 },
  'serif-bold': { family: 'noto-serif-sc', weight: 700 },
  sans: { family: 'noto-sans-sc', weight: 400 },
  'sans-bold': { family: 'noto-sans-sc', weight: 700 },
  'sans-black': { family: 'noto-sans-sc', weight: 900 },
}

/** A glyph with the font it comes from. */
export interface Drawn {
  font: Font
  glyph: number
}

interface Slice {
  path: string
  ranges: (readonly [first: number, last: number])[]
}

/**
 * One face: the large font with everything common, simplified and traditional, and the small slices of the rest (rare characters,
 * symbols, Cyrillic, …), each read when a text first needs it.
 */
class FontFace {
  readonly #main: Font
  readonly #slices: Slice[]
  readonly #more = new Map<string, Promise<Font>>()
  readonly #extra: Font[] = []

  constructor(main: Font, slices: Slice[]) {
    this.#main = main
    this.#slices = slices
  }

  /** Reads the slices that a text needs, so that `find` can answer at once. */
  async prepare(text: string): Promise<void> {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (this.find(code)) continue
      for (const slice of this.#slices) {
        if (this.#more.has(slice.path) || !slice.ranges.some(([first, last]) => first <= code && code <= last)) continue
        const reading = Font.load(slice.path)
        this.#more.set(slice.path, reading)
        this.#extra.push(await reading)
      }
    }
  }

  find(code: number): Drawn | undefined {
    for (const font of [this.#main, ...this.#extra]) {
      const glyph = font.glyph(code)
      if (glyph !== 0) return { font, glyph }
    }
    return undefined
  }
}

/** The bundled fonts, each read from its package when first used (about 50 ms and 4 MB a face). */
export class Fonts {
  readonly #faces = new Map<Face, Promise<FontFace>>()
  readonly #ready = new Map<Face, FontFace>()

  /** Makes the faces ready to draw a text. */
  async prepare(faces: readonly Face[], text: string): Promise<void> {
    for (const face of faces) {
      const loading = this.#faces.get(face) ?? load(face)
      this.#faces.set(face, loading)
      const ready = await loading
      this.#ready.set(face, ready)
      await ready.prepare(text)
    }
  }

  /** The glyph of a character, or undefined when no bundled font has one. The face was prepared before. */
  find(face: Face, code: number): Drawn | undefined {
    const ready = this.#ready.get(face)
    if (!ready) throw new Error(`the face ${face} is not prepared`)
    return ready.find(code)
  }
}

const load = async (face: Face): Promise<FontFace> => {
  const { family, weight } = files[face]
  const unicodePath = createRequire(import.meta.url).resolve(`@fontsource/${family}/unicode.json`)
  const folder = join(dirname(unicodePath), 'files')
  const parts = JSON.parse(readFileSync(unicodePath, 'utf8')) as Record<string, string>
  const slices = Object.entries(parts).map(([name, ranges]) => ({
    path: join(folder, `${family}-${name.replaceAll(/[[\]]/g, '')}-${weight}-normal.woff`),
    ranges: ranges.split(',').map(readRange),
  }))
  return new FontFace(await Font.load(join(folder, `${family}-chinese-simplified-${weight}-normal.woff`)), slices)
}

const readRange = (range: string): readonly [number, number] => {
  const [first = '', last = first] = range.trim().slice(2).split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

/** The alphabet a card must never show as boxes: both scripts, both punctuations. */
const proof = 'Aa09.,’“—朱笺體貓，。！？《》「」…é'

/** Characters that some face cannot draw, or draws empty; a healthy installation answers an empty list. */
export const missingGlyphs = async (fonts: Fonts): Promise<string[]> => {
  const faces = Object.keys(files) as Face[]
  await fonts.prepare(faces, proof)
  return faces.flatMap((face) =>
    [...proof].flatMap((character) => {
      const found = fonts.find(face, character.codePointAt(0) ?? 0)
      return found && found.font.path(found.glyph) !== '' ? [] : [`${character} (${face})`]
    }),
  )
}
