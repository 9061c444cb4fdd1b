import { expect, it } from 'vitest'
import { searchTypes } from '#server/rooms/search/schema.ts'
import { typeOf, types } from './types.ts'

it('everything that can be searched for is a file here, and there are no others', () => {
  expect(Object.keys(types)).toEqual([...searchTypes])
  expect(typeOf(new URLSearchParams('type=topics'))).toBe('topics')
  for (const odd of ['', 'type=nothing', 'type=__proto__', 'type=toString']) expect(typeOf(new URLSearchParams(odd))).toBe('notes')
})
