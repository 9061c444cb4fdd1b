import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { testFolder } from '#tests/setup/database.ts'
import { isStorageKey, localStorage } from './storage.ts'

const listOf = async (storage: ReturnType<typeof localStorage>, folder = '') => {
  const keys: string[] = []
  for await (const file of storage.list(folder)) keys.push(file.key)
  return keys.sort()
}

test('a file is written whole, read whole or in part, listed and removed', async () => {
  const storage = localStorage({ dataDir: testFolder() })
  await storage.put('a/b/one.webp', Buffer.from('0123456789'))
  await storage.put('a/two.jpg', Buffer.from('two'))
  expect((await storage.read('a/b/one.webp'))?.toString()).toBe('0123456789')
  expect((await buffer(storage.stream('a/b/one.webp', { start: 2, end: 4 }))).toString()).toBe('234')
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
    const storage = localStorage({ dataDir: testFolder() })
    expect(isStorageKey(key)).toBe(false)
    expect(await storage.read(key)).toBeUndefined()
    expect(await storage.stat(key)).toBeUndefined()
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('not a storage key')
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

test('many writers of one key: some whole file stands', async () => {
  const storage = localStorage({ dataDir: testFolder() })
  const versions = Array.from({ length: 20 }, (_, i) => Buffer.alloc(200_000, i))
  await Promise.all(versions.map((version) => storage.put('k', version)))
  const kept = await storage.read('k')
  expect(versions.some((version) => version.equals(kept ?? Buffer.alloc(0)))).toBe(true)
})
