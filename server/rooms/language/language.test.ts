import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage, findSpans, foldText } from './index.ts'

const marks = (text: string) =>
  findSpans(text).map((s) => (s.type === 'topic' ? `#${s.topic}` : s.type === 'mention' ? `@${s.handle}` : s.url))

describe('spans', () => {
  it.each([
    ['Mochi pays #petTax to @tess.rowan', ['#petTax', '@tess.rowan']],
    ['好可爱#猫咪 你好@li_na看看', ['#猫咪', '@li_na']],
    ['#学中文#今天第三课', ['#学中文']],
    ['#cat#dog#', ['#cat', '#dog']],
    ['＃猫咪，太可爱', ['#猫咪']],
    ['C#minor, page &#39; item #1 and #', []],
    ['write to me@example.com or @someone@elsewhere.example', []],
    ['Thanks @Tess.Rowan. Bye', ['@tess.rowan']],
    ['看https://example.com/a?b=1#c。很好', ['https://example.com/a?b=1#c']],
    ['(see https://example.com/x_(y)), ok', ['https://example.com/x_(y)']],
    ['https:// nothing http://.', []],
    [`#${'长'.repeat(61)}`, []],
    ['@ab @abc', ['@abc']],
    ['#हिन्दी सीखें', ['#हिन्दी']],
  ])('%s', (text, expected) => expect(marks(text)).toEqual(expected))

  const bits = fc.constantFrom(
    '#',
    '＃',
    '@',
    '猫',
    '咪',
    'cat',
    ' ',
    '。',
    'https://',
    'a.example',
    '/',
    '.',
    '_',
    '1',
    '\n',
    '👩‍👩‍👧',
    '(',
    ')',
    '話題',
    'Tess.rowan',
  )
  const texts = fc.oneof(
    fc.array(bits, { maxLength: 30 }).map((b) => b.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  it('come in order, apart, inside the text, and say what stands there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const span of findSpans(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
          end = span.end
          const slice = text.slice(span.start, span.end)
          if (span.type === 'topic') expect(slice.replace(/^[#＃]|[#＃]$/g, '')).toBe(span.topic)
          if (span.type === 'mention') expect(slice.slice(1).toLowerCase()).toBe(span.handle)
          if (span.type === 'link') expect(slice).toBe(span.url)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('folding', () => {
  it('makes case, width and traditional characters one', () => {
    expect(foldText('ＰｅｔＴａｘ')).toBe(foldText('pettax'))
    expect(foldText('學中文')).toBe('学中文')
    expect(foldText('頭髮')).toBe(foldText('头发'))
    // The same character folds the same way wherever it stands.
    expect(foldText('乾坤')[0]).toBe(foldText('乾'))
  })
  it('is stable', () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.integer({ min: 0x3400, max: 0x9fff }).map((n) => String.fromCodePoint(n)),
    )
    fc.assert(
      fc.property(character, (text) => foldText(foldText(text)) === foldText(text)),
      { numRuns: 3000 },
    )
  })
})

describe('detection', () => {
  it.each([
    ['今天带猫去公园，太阳真好', 'zh-Hans'],
    ['今天帶貓去公園，太陽真好', 'zh-Hant'],
    ['猫', 'zh-Hans'],
    ['Mochi pays the cat tax and hates Mondays', 'en'],
    ['thank you!', 'en'],
    ['pet tax', 'und'],
    ['no me gusta nada este sitio', 'es'],
    ['Dit is een mooie dag om te wandelen', 'nl'],
    ['I could not find the answer anywhere, but my neighbours from Chengdu were kind enough to explain', 'en'],
    ['lol so cute', 'en'],
    ['', 'und'],
    ['🐱🐱', 'und'],
    ['#TikTokRefugee 大家好，我是新来的', 'zh-Hans'],
    ['I learned the word 猫咪 today and it is lovely', 'en'],
    ['Hola amigos, ¿cómo están todos hoy?', 'es'],
    ['Bonjour tout le monde, comment allez-vous ?', 'fr'],
    ['こんにちは、元気ですか', 'ja'],
    ['안녕하세요 여러분', 'ko'],
    ['Привет всем, как у вас дела сегодня?', 'ru'],
    ['https://example.com/the-and-is', 'und'],
    ['鲜の味火锅店', 'zh-Hans'],
  ])('%s → %s', async (text, language) => expect(await detectLanguage(text)).toBe(language))
})
