import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { corners } from '#tests/setup/pictures.ts'
import { BenchBroke, type Source, Unreadable } from './bench.ts'
import { sourceOf, Workshop } from './workshop.ts'

const workshop = new Workshop(2)
afterAll(() => workshop.stop())
const picture = await sharp(await corners(1200, 800))
  .jpeg()
  .toBuffer()

const seenOf = async (file: Buffer) => {
  const seen = await workshop.look('tess', sourceOf(file))
  if (typeof seen === 'string') throw new Error(seen)
  return seen
}

/** A file under whose reading something happens, `times` times. */
const disturbed = (file: Buffer, times: number, disturb: () => void): Source & { reads: number } => ({
  size: file.length,
  reads: 0,
  async *pieces() {
    this.reads++
    yield file.subarray(0, 1000)
    if (this.reads <= times) disturb()
    yield file.subarray(1000)
  },
})
const kill = () => {
  for (const pid of workshop.pids) process.kill(pid, 'SIGKILL')
}

test('a process that is killed under a picture is replaced, and the picture made all the same', async () => {
  const seen = await seenOf(picture)
  const source = disturbed(picture, 1, kill)
  const made = await workshop.make('tess', seen, source)
  expect(source.reads).toBe(2)
  expect([made.width, made.height, made.renditions.length]).toEqual([1200, 800, 3])
})

test('one that takes its process along twice is given up, and the next one is made', async () => {
  const seen = await seenOf(picture)
  await expect(workshop.make('tess', seen, disturbed(picture, 2, kill))).rejects.toBeInstanceOf(BenchBroke)
  expect((await workshop.make('xiaoman', seen, sourceOf(picture))).width).toBe(1200)
})

test('what a decoder says arrives, and a file that cannot be read on gives its place back', async () => {
  const seen = await seenOf(picture)
  const broken = Buffer.from(picture)
  broken.fill(0xff, 700)
  await expect(workshop.make('tess', seen, sourceOf(broken))).rejects.toBeInstanceOf(Unreadable)
  const torn: Source = {
    size: picture.length,
    // biome-ignore lint/correctness/useYield: it fails before it gives anything
    async *pieces() {
      throw new Error('EIO')
    },
  }
  for (let i = 0; i < 3; i++) await expect(workshop.make('tess', seen, torn)).rejects.toThrow('EIO')
  expect((await workshop.make('tess', seen, sourceOf(picture))).width).toBe(1200)
})

test('its processes know nothing of the server', async () => {
  await seenOf(picture)
  const { readFileSync } = await import('node:fs')
  for (const pid of workshop.pids) {
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .flatMap((line) => line.split('=')[0] || [])
    expect(names.filter((name) => !/^(PATH|MALLOC_\w+|NODE_OPTIONS|NODE_CHANNEL_\w+)$/.test(name))).toEqual([])
  }
})
