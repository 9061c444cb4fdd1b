import fc from 'fast-check'
import { expect, it } from 'vitest'
import { add, allocate, compare, decimalOf, digitsOf, formatMoney, multiply, parseMoney, subtract } from './money.ts'
import { Currency, Money } from './schema.ts'

const usd = (amount: number): Money => ({ amount, currency: 'USD' })
const jpy = (amount: number): Money => ({ amount, currency: 'JPY' })
const amount = fc.integer({ min: -1e12, max: 1e12 })

it('knows the digits of currencies by ISO 4217, not by how they are written', () => {
  expect(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XPF'].map(digitsOf)).toEqual([0, 0, 0, 0, 0, 0])
  expect(['KWD', 'BHD', 'TND', 'IQD'].map(digitsOf)).toEqual([3, 3, 3, 3])
  // `Intl` has none for these.
  expect(['CNY', 'USD', 'EUR', 'IDR', 'COP', 'HUF', 'PKR', 'MGA', 'MRU'].map(digitsOf)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2])
  const written = (code: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits
  const differ = Currency.options.filter((code) => written(code) !== digitsOf(code))
  expect(differ.filter((code) => digitsOf(code) === 2)).toHaveLength(15)
  expect(differ).toHaveLength(16)
  expect(Currency.options).toHaveLength(new Set(Currency.options).size)
  expect(Currency.options.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
})

it('is whole units of a currency that there is', () => {
  expect(Money.safeParse(usd(1250)).success).toBe(true)
  const wrong = [
    usd(12.5),
    usd(2 ** 53),
    usd(Number.NaN),
    { amount: '1', currency: 'USD' },
    { amount: 1, currency: 'usd' },
    { amount: 1, currency: 'XAU' },
  ]
  expect(wrong.filter((one) => Money.safeParse(one).success)).toEqual([])
})

it('adds, subtracts and compares within one currency, exactly or not at all', () => {
  expect(add(usd(10), usd(20))).toEqual(usd(30))
  expect(subtract(usd(10), usd(20))).toEqual(usd(-10))
  expect([usd(3), usd(-1), usd(2)].sort(compare).map((one) => one.amount)).toEqual([-1, 2, 3])
  for (const work of [add, subtract, compare]) expect(() => work(usd(1), jpy(1))).toThrow(TypeError)
  expect(() => add(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(RangeError)
  expect(() => add(usd(0.5), usd(0.25))).toThrow(RangeError)
  expect(Object.is(subtract(usd(0), usd(0)).amount, 0)).toBe(true)
  expect(Object.is(multiply(usd(-1), 1, 3, 'down').amount, 0)).toBe(true)
})

it.each([
  ['half-even', [-4, -2, -2, -1, 0, 0, 0, 1, 2, 2, 4]],
  ['half-up', [-4, -3, -2, -1, -1, 0, 1, 1, 2, 3, 4]],
  ['down', [-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3]],
  ['up', [-4, -3, -2, -1, -1, 0, 1, 1, 2, 3, 4]],
] as const)('rounds %s', (rounding, expected) => {
  // Quarters: -3.75, -2.5, -1.5 or so, -1, -0.5, 0 and the same above.
  const quarters =
    rounding === 'up' || rounding === 'down' ? [-13, -9, -5, -4, -1, 0, 1, 4, 5, 9, 13] : [-15, -10, -7, -4, -2, 0, 2, 4, 7, 10, 15]
  expect(quarters.map((n) => multiply(usd(n), 1, 4, rounding).amount)).toEqual(expected)
})

it('multiplies beyond what a number holds on the way', () => {
  expect(multiply(usd(9_007_199_254_740_991), 175, 1000, 'half-even')).toEqual(usd(1_576_259_869_579_673))
  expect(() => multiply(usd(9_007_199_254_740_991), 2, 1, 'down')).toThrow(RangeError)
  for (const [times, per] of [
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, Number.NaN],
  ] as const)
    expect(() => multiply(usd(1), times, per, 'down')).toThrow(RangeError)
})

it('is never farther than its rounding says', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (n, times, per) => {
      const exact = BigInt(n) * BigInt(times)
      const off = (rounding: Parameters<typeof multiply>[3]) => BigInt(multiply(usd(n), times, per, rounding).amount) * BigInt(per) - exact
      const size = (x: bigint) => (x < 0n ? -x : x)
      expect(size(off('half-even')) * 2n <= BigInt(per)).toBe(true)
      expect(size(off('half-up')) * 2n <= BigInt(per)).toBe(true)
      expect(size(off('down')) < BigInt(per) && size(off('up')) < BigInt(per)).toBe(true)
      expect(size(exact + off('down')) <= size(exact) && size(exact + off('up')) >= size(exact)).toBe(true)
    }),
  )
})

it('shares without losing a unit, fairly to one', () => {
  expect(allocate(usd(100), [1, 1, 1]).map((one) => one.amount)).toEqual([34, 33, 33])
  expect(allocate(usd(-100), [1, 1, 1]).map((one) => one.amount)).toEqual([-34, -33, -33])
  expect(allocate(usd(5), [3, 7]).map((one) => one.amount)).toEqual([2, 3])
  expect(allocate(jpy(2), [0, 1, 1, 1]).map((one) => one.amount)).toEqual([0, 1, 1, 0])
  for (const weights of [[], [0, 0], [1, -1], [2, -1]]) expect(() => allocate(usd(1), weights)).toThrow(RangeError)
  const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 }).filter((all) => all.some((one) => one > 0))
  fc.assert(
    fc.property(amount, weights, (n, all) => {
      const parts = allocate(usd(n), all).map((one) => one.amount)
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(n)
      const sum = all.reduce((one, other) => one + other, 0)
      for (const [i, part] of parts.entries()) {
        const off = BigInt(part) * BigInt(sum) - BigInt(n) * BigInt(all[i] ?? 0)
        expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true)
        if (all[i] === 0) expect(part).toBe(0)
      }
    }),
  )
})

it('is written as people of both languages write it', () => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ')
  const both = (of: Money) => ['en', 'zh-Hans'].map((locale) => plain(formatMoney(of, locale)))
  expect(both(usd(123_450))).toEqual(['$1,234.50', 'US$1,234.50'])
  expect(both({ amount: 1250, currency: 'CNY' })).toEqual(['CN¥12.50', '¥12.50'])
  expect(both(jpy(1250))).toEqual(['¥1,250', 'JP¥1,250'])
  expect(both({ amount: 1250, currency: 'KWD' })).toEqual(['KWD 1.250', 'KWD 1.250'])
  expect(both({ amount: -1250, currency: 'IDR' })).toEqual(['-IDR 12.50', '-IDR 12.50'])
  expect([usd(5), usd(-5), usd(100), jpy(7), { amount: 5, currency: 'KWD' }].map(decimalOf)).toEqual([
    '0.05',
    '-0.05',
    '1.00',
    '7',
    '0.005',
  ])
  // Beyond what a fraction could hold.
  expect(formatMoney(usd(Number.MAX_SAFE_INTEGER), 'en')).toBe('$90,071,992,547,409.91')
})

it.each([
  [
    'USD',
    [
      '12',
      '12.5',
      '12.50',
      ' $12.50 ',
      '$ 12.50',
      '12.50 USD',
      'usd 12.5',
      'US$12.50',
      '12.50 US dollars',
      '１２．５０',
      '＄１２．５',
      '12.5美元',
      '12。5',
    ],
  ],
  ['CNY', ['12.5', '¥12.50', '￥12.50', '12.5元', '12.50 人民币', 'RMB 12.5', 'CN¥12.5', '１２．５元', '12.5块']],
])('reads %s as people write them', (code, texts) => {
  for (const text of texts) expect(parseMoney(text, code), text).toEqual({ amount: text === '12' ? 1200 : 1250, currency: code })
})

it('reads large and small amounts of every kind of currency', () => {
  expect(parseMoney('1,234,567.89', 'USD')).toEqual(usd(123_456_789))
  expect(parseMoney('1，234，567', 'USD')).toEqual(usd(123_456_700))
  expect(parseMoney('1,250 円', 'JPY')).toEqual(jpy(1250))
  expect(parseMoney('1250日元', 'JPY')).toEqual(jpy(1250))
  expect(parseMoney('1.25', 'KWD')).toEqual({ amount: 1250, currency: 'KWD' })
  expect(parseMoney('0', 'EUR')).toEqual({ amount: 0, currency: 'EUR' })
})

it.each([
  ...[
    '',
    ' ',
    '.',
    ',',
    '.5',
    '5.',
    '12,50',
    '1,23',
    '12,345,67',
    '1,2345',
    ',123',
    '1.234.567',
    '1.234,56',
    '12.505',
    '1,234.',
    '１２，５０',
  ],
  ...[
    '-1',
    '(1)',
    '+1',
    '1e3',
    '0x10',
    '1 2',
    '1_000',
    'NaN',
    'Infinity',
    'twelve',
    '十二',
    '€12',
    '12元',
    '$12$',
    '$12 USD',
    '12$5',
    '¥12',
    '1万',
  ],
  ...['90071992547410.00', '9'.repeat(41), '1\u0000', '١٢'],
])('takes %s for no price in dollars', (text) => {
  expect(parseMoney(text, 'USD')).toBeNull()
})

it('knows no currency that there is not', () => {
  expect(['XAU', 'usd', '', 'constructor'].map((code) => parseMoney('1', code))).toEqual([null, null, null, null])
  expect(parseMoney('1.5', 'JPY')).toBeNull()
})

it('reads back what it wrote, every currency in either language', () => {
  for (const code of Currency.options)
    for (const n of [0, 7, 1250, 123_456_789, 1e12]) {
      const of = { amount: n, currency: code }
      for (const locale of ['en', 'zh-Hans']) expect(parseMoney(formatMoney(of, locale), code), `${code} ${locale}`).toEqual(of)
      expect(parseMoney(decimalOf(of), code)).toEqual(of)
    }
})
