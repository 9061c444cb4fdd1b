import { expect, it } from 'vitest'
import { locales } from '#web/lib/i18n.ts'
import { formOf } from './form-of.ts'

it('says of every number what the rules of the language say', () => {
  for (const locale of [...locales, 'pl', 'ar']) {
    const rules = new Intl.PluralRules(locale)
    for (const n of [0, 1, 2, 3, 5, 11, 12, 21, 22, 101, 1000]) expect(formOf(locale, n), `${locale} ${n}`).toBe(rules.select(n))
  }
})
