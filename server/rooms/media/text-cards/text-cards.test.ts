import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Block, display, reading, setBlock } from './block.ts'
import { cardText, isMostlyChinese } from './clean.ts'
import { drawTextCard, textCardTemplates } from './draw-card.ts'
import { emojiMark as mark } from './emoji.ts'
import { Fonts, missingGlyphs } from './fonts.ts'
import { Painter } from './painter.ts'
import { renderTextCard } from './render.ts'
import { shape } from './shape.ts'

const long =
  '一开始我以为她真的关心我的三餐，后来才知道，这就是“你好”的意思。楼下的面馆老板记住了我的口味：二两素椒杂酱，少辣——虽然他说的“少辣”对我来说还是很辣。'.repeat(
    3,
  )
const english = 'My landlady asks me every single day whether I have eaten. It’s simply how you say “hello” — at least in Chengdu. '.repeat(
  3,
)

const fonts = new Fonts()
beforeAll(() => fonts.prepare(['serif', 'sans'], `${long}${english}體貓あ♥…`))

const textOf = (block: Block) => block.lines.map((line) => line.atoms.map((atom) => atom.character).join(''))
const set = (text: string, how: { width?: number; height?: number; max?: number; min?: number; display?: boolean } = {}) =>
  setBlock(
    text,
    how.width ?? 800,
    how.height ?? 900,
    { face: 'serif', max: how.max ?? 80, min: how.min ?? 34, leading: 1.6, breaking: how.display ? display : reading },
    fonts,
  )

describe('fonts', () => {
  test('every glyph that cards rely on is there and has ink', async () => {
    expect(await missingGlyphs(fonts)).toEqual([])
  })

  test('simplified, traditional, rare characters, kana and symbols have outlines of their own', async () => {
    const characters = '笺體龍貓國學彧淼あカ№★♥→①ёé'
    await fonts.prepare(['serif'], characters)
    const seen = new Set<string>()
    for (const character of characters) {
      const [atom] = shape(character, 'serif', fonts)
      expect(atom, character).toBeDefined()
      const path = atom?.font.path(atom.glyphs[0]?.glyph ?? 0) ?? ''
      expect(path.length, character).toBeGreaterThan(30)
      seen.add(path)
    }
    // A font that answers a box for what it lacks would answer the same box twice.
    expect(seen.size).toBe([...characters].length)
  })

  test('what no font has is left out instead of boxed', () => {
    expect(
      shape('Łódź', 'serif', fonts)
        .map((atom) => atom.character)
        .join(''),
    ).toBe('Lódz')
    expect(shape('a\u{1f9ff}b\u{10ffff}', 'serif', fonts).map((atom) => atom.character)).toEqual(['a', 'b'])
  })

  test('Latin letters are kerned; curly quotes are narrow in English and wide in Chinese', () => {
    const width = (text: string) => shape(text, 'serif', fonts).reduce((sum, atom) => sum + atom.advance, 0)
    expect(width('AV')).toBeLessThan(width('A') + width('V') - 50)
    expect(shape('It’s', 'serif', fonts)[2]?.advance).toBeLessThan(400)
    expect(shape('“你好”', 'serif', fonts)[0]?.advance).toBe(1000)
  })
})

describe('lines', () => {
  test.each([320, 400, 480, 560, 640, 720])('at %i pixels no line starts with a closing mark or ends with an opening one', (width) => {
    for (const line of textOf(set(long, { width, height: 5000, max: 44 }))) {
      expect(line).not.toMatch(/^[，。、；：？！）》」』”’…]/u)
      expect(line).not.toMatch(/[（《「『“‘]$/u)
    }
  })

  test('a dash of two is never cut', () => {
    for (let width = 300; width < 800; width += 37)
      for (const line of textOf(set(long, { width, height: 5000, max: 44 }))) expect(line).not.toMatch(/(^|[^—])—$/u)
  })

  test('lines stay inside, and nothing is lost while it fits', () => {
    for (const text of [long, english]) {
      const block = set(text, { height: 2000 })
      for (const line of block.lines) expect((line.width * block.size) / 1000).toBeLessThanOrEqual(800.5)
      expect(textOf(block).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      expect(block.height).toBeLessThanOrEqual(2000)
    }
  })

  test('English words stay whole; one that is wider than the card is cut, not lost', () => {
    const words = new Set(english.split(/\s+/))
    for (const line of textOf(set(english, { width: 420, height: 5000, max: 44 })))
      for (const word of line.trim().split(/\s+/)) expect(words).toContain(word)
    const url = `https://vermilion.example/${'abcdefghij'.repeat(12)}`
    expect(textOf(set(url)).join('')).toBe(url)
  })

  test('short texts are large, long ones smaller, endless ones end in an ellipsis', () => {
    const sizes = ['你好', long.slice(0, 60), long].map((text) => set(text, { max: 120 }).size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const endless = set(long.repeat(5))
    expect(endless.height).toBeLessThanOrEqual(900)
    expect(textOf(endless).at(-1)).toMatch(/[^，。、；：]…$/u)
    expect(textOf(set(english.repeat(9))).at(-1)).toMatch(/\w\.\.\.$/)
  })

  test('a verse breaks where one breathes', () => {
    expect(textOf(set('海內存知己，天涯若比鄰。', { max: 96, display: true }))).toEqual(['海內存知己，', '天涯若比鄰。'])
    expect(textOf(set('问一下美国的朋友们：水电费真的那么贵吗？', { max: 84, width: 940, display: true }))).toEqual([
      '问一下美国的朋友们：',
      '水电费真的那么贵吗？',
    ])
  })
})

describe('cleaning', () => {
  test.each([
    ['Mochi 🐱 says hi 👋🏽', `Mochi ${mark('🐱')} says hi`],
    ['谢谢❤️❤️❤️❤️❤️大家', `谢谢${mark('❤')}${mark('❤')}${mark('❤')}大家`],
    ['👨‍👩‍👧‍👦 🇨🇳 1️⃣ 😻', `1 ${mark('🐱')}`],
    ['\ue000 \uf8ff', ''],
    ['a\u202eb\u0000c\u200bd', 'abcd'],
    ['می\u200cخواهم \u200c!\u200d', 'می\u200cخواهم !'],
    ['请问 “的、地、得” 怎么分？My teacher', '请问“的、地、得”怎么分？My teacher'],
    ['one\r\n\r\n\r\n\r\ntwo', 'one\n\ntwo'],
  ])('%j', (text, clean) => {
    expect(cardText(text)).toBe(clean)
  })

  test('a text is called by its larger half', () => {
    expect(isMostlyChinese('今天学会了 serendipity 这个词')).toBe(true)
    expect(isMostlyChinese('My first 成都 week, as told by my cat')).toBe(false)
  })
})

describe.each([...textCardTemplates])('%s', (template) => {
  test.each([
    ['short Chinese', { text: '你好' }],
    ['short English', { text: 'Hi' }],
    ['long Chinese', { title: '搬来成都的第一个月', text: long }],
    ['long English', { title: 'A month in Chengdu', text: english }],
    ['endless', { title: '很长的标题'.repeat(20), text: long.repeat(9) }],
    ['many short lines', { text: Array.from({ length: 40 }, (_, i) => `第 ${i} 行`).join('\n') }],
    ['an endless word', { text: 'a'.repeat(400) }],
    ['emoji alone', { text: '🐼🐼' }],
    ['emoji among words', { title: '猫 🐱', text: '今天好开心😂😂 Pet tax 🐾 paid 🦖' }],
    ['Korean', { title: '안녕', text: '안녕하세요 친구들' }],
    ['Arabic', { title: 'مرحبا', text: 'أول أسبوع لي هنا (咖啡) رقم 12' }],
    ['Thai', { title: 'สวัสดี', text: 'วันนี้ผมไปกินก๋วยเตี๋ยวที่ร้านใต้บ้าน' }],
    ['a script without a font', { title: 'ሰላም', text: 'ሰላም ጓደኞች' }],
    ['markup', { text: '<script>alert("1")</script> & <b>' }],
  ])('%s', async (_, card) => {
    const svg = await drawTextCard({ ...card, template }, fonts)
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|script/)
    const picture = sharp(Buffer.from(svg))
    expect(await picture.metadata()).toMatchObject({ width: 1080, height: 1440 })
    // Every letter a path, every emoji a drawing: without them the card would have nothing to say.
    expect(svg.match(/<path transform="matrix|<g transform="translate\([^)]*\) scale/g)?.length ?? 0).toBeGreaterThan(0)
  })
})

test('the same words give the same picture, other words another', async () => {
  const painter = new Painter()
  const card = { template: 'ticket', text: '凭票入场' }
  expect((await renderTextCard(painter, card)).equals(await renderTextCard(painter, card))).toBe(true)
  expect((await renderTextCard(painter, card)).equals(await renderTextCard(painter, { ...card, text: '凭票入座' }))).toBe(false)
  await expect(renderTextCard(painter, { ...card, template: 'none' })).rejects.toThrow('none')
  await painter.stop()
})

test('of cards drawn at once for the first time none loses a character', async () => {
  const texts = ['Ж', '靐', '→', '淼 → Ж', 'カ靐', '①♥']
  for (const template of ['letter', 'poster', 'manuscript', 'chalkboard', 'blank']) {
    const cards = texts.map((text) => ({ template, text: `一${text}二` }))
    const cold = new Fonts()
    const together = await Promise.all([...cards, ...cards].map((card) => drawTextCard(card, cold)))
    const warm = new Fonts()
    for (const [i, card] of cards.entries()) {
      const alone = await drawTextCard(card, warm)
      expect(together[i] === alone && together[i + cards.length] === alone, `${template}: ${card.text}`).toBe(true)
    }
  }
})

describe('beside the process', () => {
  test('cards asked for at once all come, each its own', async () => {
    const painter = new Painter()
    const cards = ['你好', 'Ж', '靐', '→'].map((text) => ({ template: 'quote', text }))
    const drawn = await Promise.all(cards.map((card) => painter.draw(card)))
    for (const [i, card] of cards.entries()) expect(drawn[i] === (await drawTextCard(card, fonts)), card.text).toBe(true)
    await painter.stop()
  })
  test('one that is stopped refuses who waits, and draws again when asked', async () => {
    const painter = new Painter()
    const waits = expect(painter.draw({ template: 'quote', text: '你好' })).rejects.toThrow('no longer')
    await painter.stop()
    await waits
    expect(await painter.draw({ template: 'quote', text: '你好' })).toContain('<svg')
    await painter.stop()
  })
})

/** Counts what is looked up: the same on every machine, and in step with the time a card takes. */
class Counting extends Fonts {
  count = 0
  override find(...how: Parameters<Fonts['find']>): ReturnType<Fonts['find']> {
    this.count++
    return super.find(...how)
  }
}

describe('whatever the words, a card costs about as much as a long ordinary one', () => {
  const counting = new Counting()
  const signs = [
    'ﷺ',
    'ا',
    'سلام ',
    'ก็',
    '한',
    'क्ष',
    '\u200c',
    'ב1(',
    '㌖',
    '“',
    '“x ',
    '\u0301',
    'a\u0301\u0316',
    '—',
    '😂',
    'ﬄ',
    '㈱',
    '1⃣',
    '\n',
    'x\n',
    '，',
    '（',
    'W',
    ' ',
  ]
  test.each(signs)('%j', async (sign) => {
    for (const template of textCardTemplates) {
      counting.count = 0
      const card = { template, title: sign.repeat(Math.floor(100 / sign.length)), text: sign.repeat(Math.floor(2000 / sign.length)) }
      expect(await drawTextCard(card, counting)).toContain('<svg')
      expect(counting.count, template).toBeLessThan(100_000)
    }
  })
})
