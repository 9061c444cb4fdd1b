import { expect, test } from 'vitest'
import { routes } from '#web/routes.ts'
import { type Look, looks, shareOut } from './looks.ts'

const parts = ['locale', 'dark', 'phone'] as const
const kindsOf = (seen: Look[], part: (typeof parts)[number]) => new Set(seen.map((look) => look[part])).size

test('the looks are all there are, each once', () => {
  expect(new Set(looks.map((look) => parts.map((part) => look[part]).join())).size).toBe(8)
  expect(new Set(looks.map((look) => look.name)).size).toBe(8)
})

test('every page is seen in both languages, both themes and on both kinds of screen; all of them in every look', () => {
  const paths = routes.map((route) => route.path)
  for (let length = 1; length <= paths.length; length++) {
    const list = paths.slice(0, length)
    const shares = shareOut(list)
    for (const path of list) {
      const seen = shares.filter(({ things }) => things.includes(path)).map(({ look }) => look)
      for (const part of parts) expect(kindsOf(seen, part), `${path} of ${length}: ${part}`).toBe(2)
      expect(seen, `${path} is not seen more often than it must be`).toHaveLength(2)
    }
    const used = shares.filter(({ things }) => things.length > 0)
    expect(used, `${length} pages`).toHaveLength(Math.min(2 * length, 8))
    expect(shareOut(list)).toEqual(shares)
  }
})
