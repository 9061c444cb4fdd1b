import { Currency, type Money } from './schema.ts'

/**
 * ISO 4217's numbers of digits behind the point where they are not two. Not from `Intl`: it says how prices are written in a country (none for IDR and
 * COP, although both have cents), which is no measure to keep amounts by.
 */
const digits: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
])

/** Digits behind the point. */
export const digitsOf = (currency: string): number => digits.get(currency) ?? 2

/** An amount that is a whole number a `number` holds exactly; throws where it is not, as no amount of ours comes near (90 million millions). */
function money(amount: bigint | number, currency: string): Money {
  const exact = Number(amount)
  if (!Number.isSafeInteger(exact)) throw new RangeError('an amount that is no whole number, or beyond 2^53')
  // No -0: it is another number to whoever compares.
  return { amount: exact === 0 ? 0 : exact, currency }
}

function same(one: Money, other: Money): string {
  if (one.currency !== other.currency) throw new TypeError(`${one.currency} and ${other.currency} are no sum`)
  return one.currency
}

export const add = (one: Money, other: Money): Money => money(one.amount + other.amount, same(one, other))
export const subtract = (one: Money, other: Money): Money => money(one.amount - other.amount, same(one, other))
/** Below, at or above zero, as `sort` wants it. */
export const compare = (one: Money, other: Money): number => {
  same(one, other)
  return one.amount - other.amount
}

/** Which whole number a part is taken for: the nearest and of two equally near the even one, or the one away from zero; the one nearer to zero; the one farther. */
export type Rounding = 'half-even' | 'half-up' | 'down' | 'up'

/** So many times, `times` / `per` exactly: 19 per 100 of a price is `multiply(price, 19, 100, 'half-even')`. Whole numbers, `per` above zero. */
export function multiply(of: Money, times: number, per: number, rounding: Rounding): Money {
  if (!(Number.isSafeInteger(times) && Number.isSafeInteger(per) && per > 0)) throw new RangeError('not a ratio of whole numbers')
  const product = BigInt(of.amount) * BigInt(times)
  const by = BigInt(per)
  const whole = product / by
  const rest = product % by
  if (rest === 0n) return money(whole, of.currency)
  const twice = (rest < 0n ? -rest : rest) * 2n
  const away = rounding === 'up' || (rounding !== 'down' && (twice > by || (twice === by && (rounding === 'half-up' || whole % 2n !== 0n))))
  return money(away ? whole + (product < 0n ? -1n : 1n) : whole, of.currency)
}

/**
 * Shares it by weights without losing or making a unit: each has its part rounded down, and what is left goes one by one to those who lost most,
 * the first of equals first (largest remainder). Weights are whole numbers from zero, at least one above.
 */
export function allocate(of: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('weights are from zero, and one is above')
  const sign = of.amount < 0 ? -1n : 1n
  const amount = BigInt(of.amount) * sign
  const parts = weights.map((weight, i) => ({ i, whole: (amount * BigInt(weight)) / sum, rest: (amount * BigInt(weight)) % sum }))
  const left = Number(amount - parts.reduce((all, { whole }) => all + whole, 0n))
  const luckiest = [...parts].sort((one, other) => (one.rest === other.rest ? one.i - other.i : one.rest > other.rest ? -1 : 1))
  for (const part of luckiest.slice(0, left)) part.whole++
  return parts.map(({ whole }) => money(whole * sign, of.currency))
}

/** Plain digits, as machines write them: `-12.50`. */
export function decimalOf({ amount, currency }: Money): string {
  const places = digitsOf(currency)
  const all = String(Math.abs(amount)).padStart(places + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return places === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -places)}.${all.slice(-places)}`
}

/** As people of a language write it: `$12.50`, `¥12.50`. */
export function formatMoney(of: Money, locale: string): string {
  const places = digitsOf(of.currency)
  const style = { style: 'currency', currency: of.currency, minimumFractionDigits: places, maximumFractionDigits: places } as const
  // A text, as a fraction has no exact number.
  return new Intl.NumberFormat(locale, style).format(decimalOf(of) as Intl.StringNumericLiteral)
}

const LONGEST = 40
/** Digits in threes or without marks, with or without a part behind the point. */
const written = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
/** What people write for a currency beside what `Intl` has for it. */
const usual: ReadonlyMap<string, readonly string[]> = new Map([
  ['CNY', ['元', '¥', '块', '圆', 'rmb']],
  ['JPY', ['円', '¥', '日元']],
  ['HKD', ['港币', '港元']],
  ['TWD', ['台币', '新台币', 'nt$']],
  ['USD', ['美金', 'us$']],
])

/**
 * What somebody typed as a price in a currency, in English or Chinese, or null where it is none or could mean two things: `1,234.50`, `$1,234.5`, `12 USD`,
 * `￥１２．５`, `12.5元`. Nothing below zero, nothing finer than the smallest unit; a comma parts thousands and nothing else (`12,50` is null). Another
 * currency's sign than the one asked for is null, too.
 */
export function parseMoney(text: string, currency: string): Money | null {
  if (text.length > LONGEST || !Currency.safeParse(currency).success) return null
  // Full-width letters, digits and marks become plain ones.
  const plain = text.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',').toLowerCase().trim()
  const [, before = '', number = '', after = ''] = /^(\D*)(\d(?:[\d.,]*\d)?)(\D*)$/.exec(plain) ?? []
  const signs = [before, after].map((sign) => sign.trim()).filter(Boolean)
  if (signs.length > 1 || (signs[0] && !signsOf(currency).has(signs[0]))) return null
  const [, whole = '', part = ''] = written.exec(number) ?? []
  const places = digitsOf(currency)
  if (whole === '' || part.length > places) return null
  const amount = Number(whole.replaceAll(',', '') + part.padEnd(places, '0'))
  return Number.isSafeInteger(amount) ? money(amount, currency) : null
}

/** What may stand before or after an amount. */
function signsOf(currency: string): Set<string> {
  const signs = new Set(usual.get(currency) ?? [])
  for (const locale of ['en', 'zh-Hans'])
    for (const currencyDisplay of ['symbol', 'narrowSymbol', 'code', 'name'] as const)
      for (const amount of [1, 2])
        for (const { type, value } of new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(amount))
          if (type === 'currency') signs.add(value.normalize('NFKC').toLowerCase().trim())
  return signs
}
