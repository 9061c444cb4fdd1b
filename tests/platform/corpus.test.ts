import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { crafts } from '../../prove/corpus/crafted.ts'
import { corpus } from '../../prove/corpus/index.ts'

const digest = (seed: number, count: number) => {
  const hash = createHash('sha256')
  for (const { name, type, bytes } of corpus(seed, count)) hash.update(`${name} ${type} `).update(bytes)
  return hash.digest('hex')
}

test('the same seed gives the same files, another one others', () => {
  expect(digest(7, 60)).toBe(digest(7, 60))
  expect(digest(8, 60)).not.toBe(digest(7, 60))
})

test('a thousand files: every crafted kind is among them, each has a name of its own, none is too large to be sent', () => {
  const names = new Set<string>()
  const kinds = new Set<string>()
  for (const { name, bytes } of corpus(1, 1000)) {
    names.add(name)
    kinds.add(name.replace(/^\d+-/, ''))
    expect(bytes.length, name).toBeLessThanOrEqual(25 * 1024 * 1024)
  }
  expect(names.size).toBe(1000)
  expect(crafts.map((one) => one.name).filter((name) => !kinds.has(name))).toEqual([])
})
