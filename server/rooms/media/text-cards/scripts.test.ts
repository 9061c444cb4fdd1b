import { beforeAll, expect, test } from 'vitest'
import { type Block, reading, setBlock } from './block.ts'
import { drawTextCard } from './draw-card.ts'
import { Fonts } from './fonts.ts'
import { asDrawn } from './order.ts'
import { shape } from './shape.ts'

// Letters that join, stack or read from right to left.
const korean = '오늘은 청두에서 처음으로 훠궈를 먹었어요. 너무 매웠지만 정말 맛있었습니다.'
const arabic = 'أول أسبوع لي في المدينة الجديدة: تعلمت كلمة 咖啡 (coffee) رقم 12.'
const thai = 'วันนี้ผมไปกินก๋วยเตี๋ยวที่ร้านใต้บ้าน อร่อยมากและถูกด้วย'
const hebrew = 'שלום לכולם'
const hindi = 'आज मैंने पहली बार चाय की दुकान में बात की।'
const fonts = new Fonts()
beforeAll(() => fonts.prepare(['serif', 'sans'], `${korean}${arabic}${thai}${hebrew}${hindi}`))
const textOf = (block: Block) => block.lines.map((line) => line.atoms.map((atom) => atom.character).join(''))
const set = (text: string, width = 800, height = 900) =>
  setBlock(text, width, height, { face: 'serif', max: 44, min: 34, leading: 1.6, breaking: reading }, fonts)
const glyphs = (text: string) => shape(text, 'serif', fonts).flatMap((atom) => atom.glyphs.map(({ glyph }) => glyph))

test.each([korean, arabic, thai, hebrew, hindi])('nothing of %s is left out', (text) => {
  for (const face of ['serif', 'sans'] as const) {
    const atoms = shape(text, face, fonts)
    expect(atoms.map((atom) => atom.character).join('')).toBe(text)
    for (const atom of atoms) {
      const ink = atom.glyphs.map(({ glyph }) => atom.font.path(glyph)).join('')
      expect(ink !== '' || atom.kind === 'space', atom.character).toBe(true)
    }
  }
})

test('Arabic letters join: the same letter looks different alone, at the beginning, in the middle and at the end', () => {
  const forms = ['ب', 'بـ', 'ـبـ', 'ـب'].map((text) => glyphs(text.replaceAll('ـ', 'س')).join())
  expect(new Set(forms).size).toBe(4)
})

test('marks stand on their letter: a Thai vowel or an Arabic sign takes no room of its own', () => {
  expect(shape('กี่', 'serif', fonts)).toHaveLength(1)
  expect(shape('جداً', 'serif', fonts)).toHaveLength(3)
  expect(glyphs('कि')).not.toEqual([...glyphs('क'), ...glyphs('ि')])
})

test('what reads from right to left is drawn so, numbers and other scripts inside it from left to right', () => {
  const seen = (text: string) => {
    const block = set(text, 5000, 5000)
    expect(block.lines[0]?.rightToLeft).toBe(true)
    return asDrawn(block.lines[0]?.atoms ?? [])
      .map((atom) => atom.character)
      .join('')
  }
  // Brackets keep their names and turn their shapes.
  expect(seen('אבג 123 abc (דה)')).toBe(')הד( abc 123 גבא')
  expect(shape('א(', 'serif', fonts)[1]?.glyphs[0]?.glyph).toBe(shape(')', 'serif', fonts)[0]?.glyphs[0]?.glyph)
  expect(seen('אבג, 12.5')).toBe('12.5 ,גבא')
  expect(set('abc אבג').lines[0]?.rightToLeft).toBe(false)
  expect(
    asDrawn(shape('abc אבג 12', 'serif', fonts))
      .map((atom) => atom.character)
      .join(''),
  ).toBe('abc 12 גבא')
})

test('Korean is broken at spaces, Thai between words, Arabic never inside a word', () => {
  const words = new Set(korean.split(' '))
  for (const line of textOf(set(korean, 420, 5000))) for (const word of line.trim().split(' ')) expect(words).toContain(word)
  const starts = new Set(Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(thai), ({ index }) => index))
  const lines = set(thai, 300, 5000).lines
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(starts).toContain(line.atoms[0]?.at)
  for (const line of textOf(set(arabic, 420, 5000)))
    for (const word of line.match(/\p{Script=Arabic}+/gu) ?? []) expect(arabic.match(/\p{Script=Arabic}+/gu)).toContain(word)
})

test('an endless text ends in an ellipsis on the side where it ends', () => {
  const last = set(arabic.repeat(30)).lines.at(-1)
  expect(asDrawn(last?.atoms ?? [])[0]?.character).toMatch(/^[….]$/)
})

/** Of a quotation's card: where its two marks stand, and the dash of its source. */
const quotationOf = async (title: string, text: string) => {
  const svg = await drawTextCard({ template: 'quote', title, text }, fonts)
  const marks = [...svg.matchAll(/translate\((\d+) ([\d.]+)\) scale\((-?1) (-?1)\)/g)].map((m) => m.slice(1).map(Number))
  const dash = /<rect x="(\d+)" y="(\d+)" width="56"/.exec(svg)?.slice(1).map(Number) ?? []
  return { opening: marks[0] ?? [], closing: marks[1] ?? [], dash }
}

test.each([1, 4, 40])('a quotation of %i sentences ends above its source', async (times) => {
  const { closing, dash } = await quotationOf('Grandmother', 'Eat first, then talk. '.repeat(times))
  // Upside down, its foot is 8 pixels below the place it hangs from.
  expect((closing[1] ?? 0) + 8).toBeLessThan(dash[1] ?? 0)
})

test('a quotation from right to left begins on the right: the opening mark, the dash of its source', async () => {
  expect(await quotationOf('Grandmother', 'Eat first, then talk.')).toMatchObject({
    opening: [130, 158, 1, 1],
    closing: [950, expect.any(Number), -1, -1],
    dash: [130, 1226],
  })
  expect(await quotationOf(hebrew, arabic)).toMatchObject({
    opening: [950, 158, -1, 1],
    closing: [130, expect.any(Number), 1, -1],
    dash: [894, 1226],
  })
})
