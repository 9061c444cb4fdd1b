import { expect, test } from 'vitest'
import { testContext } from '#tests/setup/database.ts'
import { makeTextCard } from './make-text-card.ts'
import { pipelineOf } from './pipeline.ts'
import { previewTextCard } from './preview-text-card.ts'

const card = { title: '', text: 'Plum rain', template: 'blank' }

test('so many cards wait for their turn, and whoever comes then is told to come back', async () => {
  const ctx = await testContext()
  const { painter, draw } = pipelineOf(ctx)
  const ends: (() => void)[] = []
  painter.draw = () => new Promise((_, failed) => ends.push(() => failed(new Error('not drawn'))))
  const waiting: Promise<unknown>[] = []
  const make = () => makeTextCard(ctx, { accountId: '1' }, card)
  // As many as are drawn at once, and then as many as may wait.
  while (draw.waiting < 100) waiting.push(make().catch(() => null))
  for (const refused of [await make(), await previewTextCard(ctx, '1', card)])
    expect(refused).toMatchObject({ ok: false, problem: { code: 'media-busy', status: 503 }, params: { seconds: 15 } })
  // The line moves on, and there is room again.
  ends.shift()?.()
  await waiting[0]
  expect(draw.waiting).toBe(99)
  const last = make().catch(() => null)
  expect(draw.waiting).toBe(100)
  const all = Promise.all([...waiting, last])
  const drain = setInterval(() => {
    for (const end of ends.splice(0)) end()
  }, 1)
  await all
  clearInterval(drain)
})
