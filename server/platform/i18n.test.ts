import { expect, it } from 'vitest'
import { say } from './i18n.ts'

it('a name from right to left turns nothing round in a sentence, in a letter or a problem', () => {
  expect(say('en', 'letter.confirm.subject', { site: 'Tea & House' })).toBe('Please confirm your e-mail for Tea & House')
  expect(say('en', 'letter.confirm.subject', { site: 'בית התה' })).toBe('Please confirm your e-mail for \u2068בית התה\u2069')
})
