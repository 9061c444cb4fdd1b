import * as fs from 'node:fs'
import * as path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { checkTables } from '#scripts/laws/table-law.ts'
import { testFolder } from '#tests/setup/database.ts'

const before = `
declare const said: string, nth: number, kind: 'note' | 'comment', params: Record<string, number>, list: string[], row: { a?: number }
const plain: Record<string, string> = { a: 'b' }
declare const words: { [key: string]: string }
declare const either: string[] | Record<string, string>, pair: readonly [string, string], any: unknown
declare const generic: <T extends string>(key: T) => T
`

const cases = [
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
  // What is a table, what is none.
  ['either[said]', 1],
  ['(any as { a: 1 })[said]', 1],
  ['list[said]', 0],
  ['pair[said]', 0],
  ['said[said]', 0],
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
] as const

/** All of them in one checkout, a file each: reading the language's own types takes most of a second. */
let found: Map<string, string[]>
beforeAll(() => {
  const root = testFolder()
  fs.mkdirSync(path.join(root, 'server'), { recursive: true })
  const options = { module: 'nodenext', target: 'es2024', strict: true, noUncheckedIndexedAccess: true, types: [] }
  fs.writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['server'] }))
  for (const [i, [code]] of cases.entries())
    fs.writeFileSync(path.join(root, `server/case-${i}.ts`), `${before}\n${code.startsWith('if') ? code : `void (${code})`}\nexport {}\n`)
  found = Map.groupBy(
    checkTables(root).map(({ at, says }) => `${at} ${says}`),
    (line) => line.split(':', 1)[0] ?? '',
  )
})

it.each(cases.map(([code, count], i) => [code, count, i] as const))('%s: %i', (_, count, i) => {
  const lines = found.get(`server/case-${i}.ts`) ?? []
  expect(lines).toHaveLength(count)
  for (const line of lines) expect(line).toMatch(/^server\/case-\d+\.ts:\d+ .*Map/)
})
