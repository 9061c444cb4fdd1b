import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { testFolder } from '#tests/setup/database.ts'
import { memoryStorage } from '#tests/setup/memory-storage.ts'
import { isStorageKey, localStorage, type Storage } from './storage.ts'

const forms: [name: string, make: () => Storage][] = [
  ['on disk', () => localStorage({ dataDir: testFolder() })],
  ['in memory', memoryStorage],
]

const listOf = async (storage: Storage, folder = '') => {
  const keys: string[] = []
  for await (const file of storage.list(folder)) keys.push(file.key)
  return keys.sort()
}

/** The bytes of a file or a part of it; undefined when there is no such file. */
const part = async (storage: Storage, key: string, range?: { start: number; end: number }) => {
  const stream = await storage.get(key, range)
  return stream && (await buffer(stream)).toString()
}

test.each(forms)('%s: a file is written whole, read whole or in part, listed and removed', async (_, make) => {
  const storage = make()
  await storage.put('a/b/one.webp', Buffer.from('0123456789'))
  await storage.put('a/two.jpg', Buffer.from('two'))
  expect((await storage.read('a/b/one.webp'))?.toString()).toBe('0123456789')
  expect(await part(storage, 'a/b/one.webp')).toBe('0123456789')
  expect(await part(storage, 'a/b/one.webp', { start: 2, end: 4 })).toBe('234')
  expect(await part(storage, 'a/b/one.webp', { start: 9, end: 9 })).toBe('9')
  expect(await part(storage, 'a/b')).toBeUndefined()
  expect(await part(storage, 'a/none')).toBeUndefined()
  expect(storage.url('a/two.jpg')).toBe('/media/a/two.jpg')
  expect(await storage.stat('a/b/one.webp')).toMatchObject({ key: 'a/b/one.webp', size: 10 })
  expect(await listOf(storage)).toEqual(['a/b/one.webp', 'a/two.jpg'])
  expect(await listOf(storage, 'a/b')).toEqual(['a/b/one.webp'])
  expect(await listOf(storage, 'nowhere')).toEqual([])
  await storage.remove(['a/two.jpg', 'a/two.jpg', 'never/was'])
  expect(await storage.read('a/two.jpg')).toBeUndefined()
  expect(await storage.stat('a/b')).toBeUndefined()
  expect(await storage.read('a/b')).toBeUndefined()
})

test.each(['', '/', '../x', 'a/../b', 'a//b', '/etc/passwd', 'a/', '.tmp/x', 'a/.hidden', 'a\\b', 'a\0b', 'a b', '‮', 'x'.repeat(600)])(
  '%j is no key',
  async (key) => {
    expect(isStorageKey(key)).toBe(false)
    for (const [, make] of forms) {
      const storage = make()
      expect(await storage.read(key)).toBeUndefined()
      expect(await storage.get(key)).toBeUndefined()
      expect(await storage.stat(key)).toBeUndefined()
      await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('not a storage key')
    }
  },
)

test('a write that fails leaves nothing, and what a killed one left is cleaned once it is old', async () => {
  const dataDir = testFolder()
  const storage = localStorage({ dataDir })
  await storage.put('a', Buffer.from('a file where a folder is needed'))
  await expect(storage.put('a/b', Buffer.from('x'))).rejects.toThrow()
  const drafts = join(dataDir, 'media', '.tmp')
  expect(readdirSync(drafts)).toEqual([])
  for (const name of ['old', 'young']) writeFileSync(join(drafts, name), 'half')
  utimesSync(join(drafts, 'old'), new Date(0), new Date(0))
  expect(await storage.clean(60_000)).toBe(1)
  expect(readdirSync(drafts)).toEqual(['young'])
  expect(await listOf(storage)).toEqual(['a'])
})

test.each(forms)('%s: a file that comes in pieces stands when the last has come, and not at all when they break off', async (_, make) => {
  const storage = make()
  async function* pieces(fault?: Error) {
    for (let i = 0; i < 3; i++) {
      yield Buffer.alloc(100_000, i)
      expect(await storage.stat('film')).toBeUndefined()
    }
    if (fault) throw fault
  }
  await expect(storage.put('film', pieces(new Error('the line was cut')))).rejects.toThrow('the line was cut')
  expect(await storage.stat('film')).toBeUndefined()
  expect(await listOf(storage)).toEqual([])
  await storage.put('film', pieces())
  expect(await storage.stat('film')).toMatchObject({ size: 300_000 })
  expect(await part(storage, 'film', { start: 99_999, end: 100_000 })).toBe('\0\x01')
})

test('many writers of one key: some whole file stands', async () => {
  const storage = localStorage({ dataDir: testFolder() })
  const versions = Array.from({ length: 20 }, (_, i) => Buffer.alloc(200_000, i))
  await Promise.all(versions.map((version) => storage.put('k', version)))
  const kept = await storage.read('k')
  expect(versions.some((version) => version.equals(kept ?? Buffer.alloc(0)))).toBe(true)
})
