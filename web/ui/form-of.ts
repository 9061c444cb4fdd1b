/**
 * Which form of a word goes with a number, as CLDR's plural rules name them. The rules of English and Chinese are here because the first use of the
 * machine's costs a phone a tenth of a second, and most pages name a number of something at once.
 */
export function formOf(locale: string, value: number): Intl.LDMLPluralRule {
  if (locale.startsWith('zh')) return 'other'
  if (locale === 'en') return value === 1 ? 'one' : 'other'
  return new Intl.PluralRules(locale).select(value)
}
