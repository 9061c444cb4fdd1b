import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db.ts'
import type { Handler, Wiring } from '#server/platform/events.ts'
import { wiring } from '#server/wiring.ts'

/** Never run: the type checker reads it. Each line below it must be an error, or `npm run check` fails. */
const mistakes = async (ctx: Context, tx: Tx) => {
  const like = { noteId: '1', authorId: '2', by: '3', comment: false, rootId: null }
  await ctx.events.emit(tx, 'note.liked', like)
  // @ts-expect-error: an event nobody declared
  await ctx.events.emit(tx, 'note.licked', like)
  // @ts-expect-error: a fact under another name
  await ctx.events.emit(tx, 'note.liked', { ...like, noteId: undefined, note: '1' })
  // @ts-expect-error: a fact of another kind
  await ctx.events.emitMany(tx, 'note.liked', [{ ...like, comment: 'no' }])
  // @ts-expect-error: a handler reads a fact that the event does not carry
  const reads: Handler<'note.liked'> = async (_c, _tx, events) => void events.map((e) => e.facts.words)
  const hears: Handler<'comment.made'> = async () => {}
  // @ts-expect-error: a handler of another event
  const wired: Wiring = { 'note.liked': { feed: hears } }
  // @ts-expect-error: an event nobody declared
  const unknown: Wiring = { 'note.licked': {} }
  return [reads, wired, unknown]
}

it('each subscriber is named after a room', () => {
  const names = new Set(Object.values(wiring).flatMap((subscribers) => Object.keys(subscribers)))
  const rooms = readdirSync(new URL('../../server/rooms', import.meta.url))
  expect(names.size).toBeGreaterThan(5)
  for (const name of names) expect(rooms).toContain(name)
})

it('the mistakes above are read by the type checker alone', () => {
  expect(mistakes).toBeTypeOf('function')
})
