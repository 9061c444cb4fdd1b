import * as fs from 'node:fs'
import * as path from 'node:path'
import { expect, it } from 'vitest'
import { checkTables } from '#scripts/laws/table-law.ts'
import { testFolder } from '#tests/setup/database.ts'

const before = `
declare const said: string, nth: number, kind: 'note' | 'comment', params: Record<string, number>, list: string[], row: { a?: number }
const plain: Record<string, string> = { a: 'b' }
declare const words: { [key: string]: string }
declare const generic: <T extends string>(key: T) => T
`

it.each([
  ['plain[said]', 1],
  ['plain[said] = "x"', 1],
  ['words[said] ??= "x"', 1],
  ['({ a: 1 } as Record<string, number>)[said]', 1],
  ['plain[`$' + '{said}`]', 1],
  ['plain[generic(said)]', 1],
  ['plain[list[0] ?? ""]', 1],
  ['said in plain', 1],
  ['said in row', 1],
  ['params[said.toLowerCase()]', 1],
  ['Object.hasOwn(words, said) ? plain[said] : 1', 1],
  ['plain["a"]', 0],
  ['"a" in row', 0],
  ['list[nth]', 0],
  ['said[nth]', 0],
  ['({ note: 1, comment: 2 })[kind]', 0],
  ['plain[`--x$' + '{said}`]', 0],
  ['Object.hasOwn(plain, said) ? plain[said] : 1', 0],
  ['Object.hasOwn(plain, said) && plain[said]', 0],
  ['if (Object.hasOwn(plain, said)) plain[said]', 0],
  ['new Map([["a", 1]]).get(said)', 0],
])('%s: %i', (code, count) => {
  const root = testFolder()
  fs.mkdirSync(path.join(root, 'server'), { recursive: true })
  const options = { module: 'nodenext', target: 'es2024', strict: true, noUncheckedIndexedAccess: true, types: [] }
  fs.writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['server'] }))
  fs.writeFileSync(path.join(root, 'server/a.ts'), `${before}\n${code.startsWith('if') ? code : `void (${code})`}\nexport {}\n`)
  const found = checkTables(root)
  expect(found).toHaveLength(count)
  for (const { at, says } of found) expect(`${at} ${says}`).toMatch(/^server\/a\.ts:\d+ .*Map/)
})
