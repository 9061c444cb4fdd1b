import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, cutText, fewerBlanks } from './text.ts'

const shown = (text: string) => JSON.stringify(text)

describe('a cleaned line', () => {
  it.each([
    ['  Tess   Rowan ', 'Tess Rowan'],
    ['Tess\u202eknud', 'Tessknud'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['line\nbreak\u0000', 'linebreak'.replace('eb', 'e b')],
    ['Z\u0335\u0336\u0337\u0338\u0339\u033a', 'Z\u0335\u0336\u0337'],
    [`a${'\u0301'.repeat(300)}b`, '\u00e1\u0301\u0301b'],
    [`ก${'\u0e47'.repeat(300)}`, `ก${'\u0e47'.repeat(3)}`],
    ['broken \ud83d half', 'broken half'],
    ['a\u200db\u200cc', 'abc'],
    ['cat\u00adfish', 'catfish'],
    ['x\ufe0f', 'x'],
  ])('%j', (raw, clean) => expect(cleanLine(raw)).toBe(clean))

  // What every one of these is drawn as: nothing.
  const nothing = [
    0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x2065, 0x2800, 0x3164, 0xfeff, 0xffa0, 0xfff9, 0xfffc,
  ]
  nothing.push(0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2064, 0xfe00, 0xfe0f, 0x1bca0, 0x1d173, 0xe0001, 0xe0020, 0xe0041, 0xe0100)
  nothing.push(0x20, 0xa0, 0x2003, 0x3000, 0x85, 0x2028, 0x202a, 0x202e, 0x2066, 0x2069, 0x301)
  it.each(nothing)('of U+%i alone is empty, so often it stands there', (code) => {
    const sign = String.fromCodePoint(code)
    for (const text of [sign, sign.repeat(3), ` ${sign} ${sign}`, `${sign}\u200b${sign}`]) {
      expect(shown(cleanLine(text))).toBe('""')
      expect(shown(cleanText(text))).toBe('""')
    }
  })
})

describe('what people really write stays as it is', () => {
  it.each([
    ['emoji of several', '👩‍👩‍👧 👨🏽‍💻 🏳️‍🌈 🏴‍☠️ ❤️‍🔥 🇨🇳'],
    ['keycaps', '1️⃣ #️⃣ *️⃣'],
    ['flags of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['Persian', 'نرم‌افزار می‌خواهم'],
    ['Arabic with vowels', 'بِسْمِ ٱللَّهِ'],
    ['Hindi', 'हिन्दी क्‍ष ज़िंदगी'],
    ['Bengali', 'র‍্যাব'],
    ['Sinhala', 'ශ්‍රී ලංකා'],
    ['Malayalam', 'അവന്‍ പറഞ്ഞു'],
    ['Thai', 'ที่นี่ น้ำ เก้าอี้'],
    ['Vietnamese', 'Tiếng Việt, phở'],
    ['Hebrew', 'שָׁלוֹם עֲלֵיכֶם'],
    ['Burmese', 'မျှော်လင့်'],
    ['Tibetan', 'བསྒྲུབས ཧཱུྃ'],
    ['Khmer', 'ស្ត្រី ញ៉ាំ'],
    ['Chinese', '今天，“你好”……——！'],
    ['variants of an ideograph', '葛\u{e0100}城'],
  ])('%s', (_name, text) => {
    expect(cleanLine(text)).toBe(text.normalize('NFC'))
    expect(cleanText(text)).toBe(text.normalize('NFC'))
  })
  it('lines and indents of a text, not its endings', () => {
    expect(cleanText('\r\n  one\r\n\r\n\r\n\r\n\ttwo\u2066 three \n')).toBe('  one\n\n\n\n\ttwo three')
    expect(fewerBlanks('one\n\n\n\ntwo')).toBe('one\n\ntwo')
  })
})

const parts = [
  ...[
    'a',
    'e',
    'ش',
    'ن',
    'क',
    '्',
    'က',
    'ျ',
    'ש',
    'ּ',
    'ก',
    '็',
    '猫',
    '각',
    'ᄀ',
    'ᅡ',
    '\u0301',
    '\u0316',
    '\u0345',
    '\u20e3',
    '\ufb2c',
    '\u0958',
    '1',
    '#',
  ],
  ...[
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\ufe00',
    '\u{e0100}',
    '\u{e0062}',
    '\u{e007f}',
    '🏴',
    '👩',
    '❤',
    '🏽',
    '🇨',
    '\u202e',
    '\u2069',
    '\u2800',
    '\u3164',
    '\u00ad',
  ],
  ...[' ', '\n', '\r', '\t', '\u3000', '\u2028', '\ud83d', '\udc69', '\u0000', '\u180b', 'ᠠ'],
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('whatever comes', () => {
  it.each(['\u094d\u0301\u200d\u05bca'])('%j, found among 100,000: once is enough', (text) => {
    expect(shown(cleanLine(cleanLine(text)))).toBe(shown(cleanLine(text)))
  })
  it('cleaning twice is cleaning once, and makes nothing longer', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const clean of [cleanLine, cleanText]) {
          const once = clean(text)
          expect(shown(clean(once))).toBe(shown(once))
          expect(once.length).toBeLessThanOrEqual(text.length)
          expect(once.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 10_000 },
    )
  })
  it('no direction control and no tower is left', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text)
        expect(clean).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u3164\u2800]/)
        expect(clean).not.toMatch(/[\u0300-\u036f]{4}/)
        expect(clean).not.toMatch(/\p{M}{7}/u)
      }),
      { numRuns: 2000 },
    )
  })
  it('a cut is as long as asked, whole characters, and the beginning of the text', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, most) => {
        const cut = cutText(text, most, '…')
        expect(cut.length).toBeLessThanOrEqual(most)
        if (text.length <= most) expect(cut).toBe(text)
        else expect(text.startsWith(cut.slice(0, -1))).toBe(true)
      }),
      { numRuns: 2000 },
    )
    const family = '👩‍👩‍👧'
    expect(cutText(family.repeat(3), 20)).toBe(family.repeat(2))
    expect(cutText(`ab${'🇨🇳'.repeat(9)}`, 8)).toBe('ab🇨🇳')
    expect(cutText('नमस्ते दुनिया', 4, '…')).toBe('नम…')
  })
})
