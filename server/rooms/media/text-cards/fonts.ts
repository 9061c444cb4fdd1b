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

/**
 * Scripts that the large fonts lack, each by one file of a package of its own; `weights` are those it has. A new script is one line here.
 * Ranges are blocks of Unicode.
 */
const scripts = [
  {
    name: 'korean',
    serif: 'nanum-myeongjo',
    sans: 'nanum-gothic',
    weights: [400, 700, 800],
    ranges: 'U+1100-11FF,U+3130-318F,U+AC00-D7A3',
  },
  {
    name: 'arabic',
    serif: 'noto-naskh-arabic',
    sans: 'noto-sans-arabic',
    weights: [400, 700, 900],
    ranges: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+FB50-FDFF,U+FE70-FEFC',
  },
  { name: 'thai', serif: 'noto-serif-thai', sans: 'noto-sans-thai', weights: [400, 700, 900], ranges: 'U+0E00-0E7F' },
  { name: 'hebrew', serif: 'noto-serif-hebrew', sans: 'noto-sans-hebrew', weights: [400, 700, 900], ranges: 'U+0590-05FF,U+FB1D-FB4F' },
  {
    name: 'devanagari',
    serif: 'noto-serif-devanagari',
    sans: 'noto-sans-devanagari',
    weights: [400, 700, 900],
    ranges: 'U+0900-097F,U+1CD0-1CFF,U+A8E0-A8FF',
  },
]

/** A glyph with the font it comes from. */
export interface Drawn {
  font: Font
  glyph: number
}

/** Characters whose glyphs are remembered, a face: more than any text has. */
const MOST_FOUND = 20_000

interface Slice {
  /** `serif 42`: the same in every process. */
  name: string
  path: string
  ranges: (readonly [first: number, last: number])[]
}

/**
 * One face: the large font with everything common, simplified and traditional, the small slices of the rest (rare characters,
 * symbols, Cyrillic, …) and the fonts of other scripts, each read when a text first needs it.
 */
class FontFace {
  readonly #main: Font
  readonly #slices: Slice[]
  readonly #reading = new Map<Slice, Promise<Font>>()
  /** In the order of the slices, whichever was read first: a character that two of them have looks the same in every card. */
  readonly #read = new Map<Slice, Font>()
  /** What was found where, until another slice is read. */
  readonly #found = new Map<number, Drawn | undefined>()

  constructor(main: Font, slices: Slice[]) {
    this.#main = main
    this.#slices = slices
  }

  /** Reads the slices that a text needs, so that `find` can answer at once. One that another card is having read is waited for. */
  async prepare(text: string): Promise<void> {
    await Promise.all([...this.#wantedFor(text)].map((slice) => this.#readOnce(slice)))
  }

  /** The names of the slices that a text needs before any has been read. */
  slicesOf(text: string): string[] {
    return [...this.#wantedFor(text)].map((slice) => slice.name)
  }

  #wantedFor(text: string): Set<Slice> {
    const wanted = new Set<Slice>()
    for (const character of new Set(text)) {
      const code = character.codePointAt(0) ?? 0
      if (this.find(code)) continue
      for (const slice of this.#slices)
        if (!this.#read.has(slice) && slice.ranges.some(([first, last]) => first <= code && code <= last)) wanted.add(slice)
    }
    return wanted
  }

  #readOnce(slice: Slice): Promise<Font> {
    const had = this.#reading.get(slice)
    if (had) return had
    const reading = Font.load(slice.path).then((font) => {
      this.#read.set(slice, font)
      this.#found.clear()
      return font
    })
    this.#reading.set(slice, reading)
    // What could not be read once is tried again by the next card.
    reading.catch(() => this.#reading.delete(slice))
    return reading
  }

  find(code: number): Drawn | undefined {
    if (this.#found.has(code)) return this.#found.get(code)
    const drawn = this.#findAnew(code)
    if (this.#found.size > MOST_FOUND) this.#found.clear()
    this.#found.set(code, drawn)
    return drawn
  }

  #findAnew(code: number): Drawn | undefined {
    const glyph = this.#main.glyph(code)
    if (glyph !== 0) return { font: this.#main, glyph }
    for (const slice of this.#slices) {
      const font = this.#read.get(slice)
      const own = font?.glyph(code) ?? 0
      if (font && own !== 0) return { font, glyph: own }
    }
    return undefined
  }
}

/** The bundled fonts, each read from its package when first used (about 50 ms and 4 MB a face). */
export class Fonts {
  readonly #faces = new Map<Face, Promise<FontFace>>()
  readonly #ready = new Map<Face, FontFace>()
  readonly #without: ReadonlySet<string>

  /** `without`: names of slices that are not read, so that a card comes out as it did where they came too late (see damage.ts). */
  constructor(without: readonly string[] = []) {
    this.#without = new Set(without)
  }

  /** The names of the slices beside the large fonts that this text needs in these faces. Asked of fonts that have prepared nothing yet. */
  async slicesOf(faces: readonly Face[], text: string): Promise<string[]> {
    const loaded = await Promise.all(faces.map((face) => load(face, this.#without)))
    return loaded.flatMap((face) => face.slicesOf(text))
  }

  /** Makes the faces ready to draw a text. */
  async prepare(faces: readonly Face[], text: string): Promise<void> {
    for (const face of faces) {
      const loading = this.#faces.get(face) ?? load(face, this.#without)
      this.#faces.set(face, loading)
      loading.catch(() => this.#faces.delete(face))
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

const load = async (face: Face, without: ReadonlySet<string>): Promise<FontFace> => {
  const { family, weight } = files[face]
  const unicodePath = resolve(`@fontsource/${family}/unicode.json`)
  const parts = JSON.parse(readFileSync(unicodePath, 'utf8')) as Record<string, string>
  const all = [
    ...Object.entries(parts).map(([name, ranges]) => ({ name, ranges, path: fileOf(family, name.replaceAll(/[[\]]/g, ''), weight) })),
    ...scripts.map(({ name, serif, sans, weights, ranges }) => ({
      name,
      ranges,
      path: fileOf(face.startsWith('serif') ? serif : sans, name, weights.findLast((one) => one <= weight) ?? weight),
    })),
  ].map(({ name, path, ranges }) => ({ name: `${face} ${name}`, path, ranges: ranges.split(',').map(readRange) }))
  const slices = all.filter((slice) => !without.has(slice.name))
  return new FontFace(await Font.load(fileOf(family, 'chinese-simplified', weight)), slices)
}

const resolve = createRequire(import.meta.url).resolve

const fileOf = (family: string, part: string, weight: number): string =>
  join(dirname(resolve(`@fontsource/${family}/unicode.json`)), 'files', `${family}-${part}-${weight}-normal.woff`)

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
