import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { Card } from '#server/rooms/notes/schema.ts'
import { cardFields as declared } from '#server/wiring.ts'
import { cardFields, fieldsRem, type OnCard } from './card-fields.tsx'

const card = (more?: Record<string, unknown>) => ({ id: '1', ...(more ? { more } : {}) }) as Card
const cups = { name: 'tea', rem: 1.5, show: (cups: number) => <b>{cups.toFixed(0)} cups</b> } as OnCard
const all = [{ onCard: cups }]

it('every field of the server has a file here, and there are no others', () => {
  const files = import.meta.glob<{ onCard: OnCard }>('../*/on-card.tsx', { eager: true })
  expect(
    Object.values(files)
      .map(({ onCard }) => onCard.name)
      .sort(),
  ).toEqual(Object.keys(declared).sort())
})

it('a card shows the fields that it has, and is as high as they are', () => {
  expect(renderToString(cardFields(card({ tea: 3 }), all))).toMatch(
    /^<div class="[^"]*" style="height:1.5rem"><b>3<!-- --> cups<\/b><\/div>$/,
  )
  expect(fieldsRem(card({ tea: 3 }), all)).toBe(1.5)
  for (const other of [card(), card({}), card({ toString: 1, coffee: 2 })]) {
    expect(renderToString(cardFields(other, all))).toBe('')
    expect(fieldsRem(other, all)).toBe(0)
  }
})

it('a field that throws leaves its own place empty', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(renderToString(cardFields(card({ tea: 'three' }), all))).toMatch(/<div [^>]*><\/div>/)
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
})
