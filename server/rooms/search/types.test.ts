import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { searchTypes } from './schema.ts'
import { types } from './types.ts'

it('what can be searched for are the files of the folder, in the order of the list', () => {
  expect(readdirSync(new URL('types/', import.meta.url)).sort()).toEqual(searchTypes.map((name) => `${name}.ts`).sort())
  expect(Object.keys(types)).toEqual([...searchTypes])
  for (const [name, type] of Object.entries(types)) expect(typeof type?.find, name).toBe('function')
})
