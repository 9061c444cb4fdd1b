import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { question } from './question.ts'
import { beginnings, titleWords } from './terms.ts'
import { indexed, plain, tokens } from './tokens.ts'

/** What PostgreSQL does with a tsquery of plain lexemes, and LIKE. */
function finds(text: string, q: string): boolean {
  const asked = question(q)
  if (!asked) return false
  const { tsv, body } = indexed({ title: '', topics: [], text })
  const all = new Set([...tsv.matchAll(/'((?:[^']|'')*)':\d/g)].map((m) => m[1]))
  const has = (tsquery: string) => tsquery.split(' & ').every((l) => all.has(l.slice(1, -1)))
  const like = (p: string) => body.includes(p.slice(1, -1).replace(/\\(.)/g, '$1'))
  return has(asked.tsquery) && asked.like.every(like) && asked.mixed.every((m) => has(m.tsquery) || like(m.like))
}

describe('cutting texts', () => {
  it.each([
    ['吃了3碗 Noodles，好吃😋啊', ['吃', '了', '3', '碗', 'noodles', '好', '吃', '😋', '啊']],
    ['Café DON’T iPhone15', ['cafe', "don't", 'iphone15']],
    ['繁體中文', ['繁', '体', '中', '文']],
    ['❤️1️⃣', ['❤', '1']],
    ['', []],
  ])('%s', (text, expected) => expect(tokens(text).map((t) => t.text)).toEqual(expected))

  it('puts a gap where something stands between', () => {
    expect(plain(tokens('你好，世界 again and again吧'))).toBe('你好 世界 again and again吧')
  })
})

describe('questions', () => {
  it.each([
    ['带橘子去公园', '橘子', true],
    ['带橘子去公园', '子去', true],
    ['带橘子去公园', '公园橘子', false],
    ['带橘子，去公园', '橘子去', false],
    ['帶貓去公園', '带猫', true],
    ['带猫去公园', '帶貓', true],
    ['成都的面最好吃 best noodles in town', '成都 noodle', true],
    ['成都的面最好吃', '成都 noodles', false],
    ['The cats are travelling', 'cat traveled', true],
    ['Running with the cat', 'the runs', true],
    ['to be or not to be', 'to be', true],
    ['吃了13碗', '3碗', true],
    ['手机 iPhone 很好', 'iphone手机', true],
    ['iPhone', '手机iphone', false],
    ['ice cold cream', '"ice cream"', false],
    ['my ice cream melts', '"ice cream"', true],
    ['100% fun', '%', false],
    ['naïve café', 'NAIVE cafe', true],
  ])('%s ? %s', (text, q, found) => expect(finds(text, q)).toBe(found))

  const han = fc.constantFrom(...'我的猫咪喜歡吃蝦在乾淨公園裏發現头髮干坤后里面')
  const noise = fc.constantFrom('，', '。', ' ', '\n', '🐱', 'cat', '12', '#', '！', 'A', '々', 'の')
  const texts = fc.array(fc.oneof({ weight: 5, arbitrary: han }, { weight: 1, arbitrary: noise }), { minLength: 1, maxLength: 60 })

  it('find every run of characters of a Chinese text', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
        const start = from % text.length
        const run = (/^[\p{sc=Han}]+/u.exec(text.slice(start, start + length).join('')) ?? [])[0]
        fc.pre(run !== undefined)
        expect(finds(text.join(''), run as string)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
  it('find runs with words and numbers cut anywhere, if a character is in them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('猫', '吃', '1', '2', 'a', 'b', '碗'), minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const run = text.slice(a % text.length, (a % text.length) + 1 + (b % 8))
          fc.pre(/\p{sc=Han}/u.test(run))
          expect(finds(text, run)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
  it('never find a run that is not there', () => {
    fc.assert(
      fc.property(fc.string({ unit: han, maxLength: 30 }), fc.string({ unit: han, minLength: 1, maxLength: 4 }), (text, run) => {
        expect(finds(text, run)).toBe(plain(tokens(text)).includes(plain(tokens(run))))
      }),
      { numRuns: 2000 },
    )
  })
  it('survive anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (q) => {
        question(q)
        indexed({ title: q, topics: [q], text: q })
        beginnings(q)
      }),
    )
  })
})

it('knows words worth suggesting', () => {
  expect(titleWords('带猫咪去公园散步')).toEqual(expect.arrayContaining(['猫咪', '公园', '散步']))
  expect(titleWords('My cat is so CUTE')).toEqual(['cat', 'cute'])
  expect(beginnings('TikTokRefugee')).toEqual(expect.arrayContaining(['tiktokrefugee', 'refugee']))
  expect(beginnings('Tess Rowan')).toEqual(expect.arrayContaining(['tess rowan', 'rowan']))
})
