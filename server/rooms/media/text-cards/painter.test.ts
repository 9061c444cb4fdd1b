import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { atEnd } from '#tests/setup/endings.ts'
import { soon } from '#tests/setup/soon.ts'
import { Painter } from './painter.ts'

/** Draws as it is told to: `work` without end, or until there is a file of that name, at hardly any work. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { existsSync } from 'node:fs'
    import { parentPort } from 'node:worker_threads'
    const cell = new Int32Array(new SharedArrayBuffer(4))
    parentPort.on('message', ({ id, card: { text } }) => {
      while (text === 'work');
      while (text !== '' && !existsSync(text)) Atomics.wait(cell, 0, 0, 20)
      parentPort.postMessage({ id, answer: 'drawn' })
    })
  `)}`,
)
const card = (text: string) => ({ template: 'blank', text })
const painterWith = (most: { work: number; wall: number }): Painter => {
  const painter = new Painter(script, most)
  atEnd(() => painter.stop())
  return painter
}

test('a card that had to wait for the processor is drawn, however long it waited', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vermilion-painter-'))
  atEnd(() => fs.rmSync(folder, { recursive: true }))
  const turn = path.join(folder, 'turn')
  const painter = painterWith({ work: 200, wall: 120_000 })
  await painter.draw(card(''))
  const looks = vi.spyOn(Worker.prototype, 'cpuUsage')
  const drawn = painter.draw(card(turn))
  // Once before it, and twice when it might have been too much.
  await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(2), soon)
  looks.mockRestore()
  fs.writeFileSync(turn, '')
  expect(await drawn).toBe('drawn')
})

test('one that takes too much work fails, and the next is drawn', async () => {
  const painter = painterWith({ work: 200, wall: 120_000 })
  await painter.draw(card(''))
  await expect(painter.draw(card('work'))).rejects.toThrow('too long')
  expect(await painter.draw(card(''))).toBe('drawn')
})

test('one that neither works nor ends fails at last', async () => {
  const painter = painterWith({ work: 200, wall: 800 })
  await painter.draw(card(''))
  await expect(painter.draw(card('/nowhere'))).rejects.toThrow('too long')
})
