import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, it } from 'vitest'
import { checkMigrations } from '#scripts/laws/migration-law.ts'
import { testFolder } from '#tests/setup/database.ts'

let root: string
const folder = () => path.join(root, 'db/migrations')
const write = (name: string, text: string) => fs.writeFileSync(path.join(folder(), name), text)
const lineOf = (name: string, text: string) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`
const list = (...lines: string[]) => write('SHA256SUMS', lines.join(''))
const says = () => checkMigrations(root).map((breach) => `${breach.at} ${breach.says}`)

const first = lineOf('0001_people.sql', 'one')
const second = lineOf('202612010041_names.sql', 'two')

beforeEach(() => {
  root = testFolder()
  fs.mkdirSync(folder(), { recursive: true })
  write('0001_people.sql', 'one')
  write('202612010041_names.sql', 'two')
  list(first, second)
})

it('finds this checkout in order', () => {
  expect(checkMigrations(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([])
})

it('is content with a list that is whole', () => {
  expect(says()).toEqual([])
})

it('says which line a new migration needs', () => {
  write('202612010042_more.sql', 'three')
  expect(says()).toEqual([`db/migrations/SHA256SUMS lacks its last line: ${lineOf('202612010042_more.sql', 'three').trim()}`])
  list(first, second, lineOf('202612010042_more.sql', 'three'))
  expect(says()).toEqual([])
})

it('refuses a migration that was changed, and one that is gone', () => {
  write('0001_people.sql', 'One')
  fs.rmSync(path.join(folder(), '202612010041_names.sql'))
  expect(says()).toEqual([expect.stringMatching(/0001_people\.sql was changed/), expect.stringMatching(/202612010041_names\.sql is gone/)])
})

it('refuses a new migration that is older than one that is there', () => {
  write('202611300000_late.sql', 'late')
  list(first, second, lineOf('202611300000_late.sql', 'late'))
  expect(says()).toEqual([
    expect.stringMatching(/:3 202611300000_late\.sql comes after 202612010041_names\.sql/),
    expect.stringMatching(/lacks/),
  ])
})

it.each(['0164_more.sql', '202613010000_month.sql', '20261201004_short.sql', '202612010042-more.sql'])('refuses the name %s', (name) => {
  write(name, 'x')
  expect(says()).toContainEqual(expect.stringMatching(/is not named YYYYMMDDHHMM_words\.sql/))
})
