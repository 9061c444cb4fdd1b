import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { testContext } from '#tests/setup/database.ts'
import { stem } from './stem.ts'

const roots =
  'cat noodle recipe beauti travel nation relat generous commun arsen happi cry play enjoy stop hop hope fail sky news lik lov ton adop hesit agree feed run swim bak cook photo refuge homework langu teach univers organ skill bell tell ye say y a be inn out'.split(
    ' ',
  )
const ends =
  "s es ed ing ly edly ingly eed eedly ies ied 's s' ful fulness ness ousness iveness ization ational tional alism aliti ation entli fulli iviti ousli abli alli anci ator enci izer bli ogi li ative icate iciti ical alize ement able ance ence ible ment ant ate ent ion ism iti ive ize ous al er ic e ll y sion tion sses".split(
    ' ',
  )

it('cuts as the published algorithm does', async () => {
  const ctx = await testContext()
  const made = fc.sample(
    fc.tuple(fc.constantFrom(...roots), fc.array(fc.constantFrom(...ends), { maxLength: 3 })).map(([r, e]) => r + e.join('')),
    { numRuns: 4000, seed: 7 },
  )
  const letters = fc.sample(fc.string({ unit: fc.constantFrom(...'aeiouybdglnrst'), minLength: 1, maxLength: 9 }), {
    numRuns: 4000,
    seed: 7,
  })
  const words = [...new Set([...made, ...letters])]
  const rows = await ctx.db.rows<{ word: string; stem: string }>(
    sql`select word, (ts_lexize('english_stem', word))[1] as stem from unnest(${words}::text[]) as word where ts_lexize('english_stem', word) <> '{}' and word <> 'sky''s'`,
  )
  const wrong = rows.filter((r) => stem(r.word) !== r.stem.replaceAll("'", '')).map((r) => `${r.word}: ${r.stem} / ${stem(r.word)}`)
  expect(rows.length).toBeGreaterThan(4000)
  expect(wrong).toEqual([])
})
