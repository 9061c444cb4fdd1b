import type { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { missed, orWithout } from '#server/platform/without.ts'
import type { Card } from '../schema.ts'
import type { Reader } from './cards.ts'

/** How long a list of cards waits for a field. */
const BUDGET_MS = 50

/** A field that another room adds to the cards of notes; in the web app it is `web/features/<room>/on-card.tsx`. */
export interface CardField<T = unknown> {
  /** What a card holds of it. Anything else is left out. */
  schema: z.ZodType<T>
  /** Note id → its value, for the notes of a whole list at once: all of them may be seen by this reader (null: signed out). A note without a value has none. */
  load: (ctx: Context, reader: Reader, ids: readonly string[]) => Promise<ReadonlyMap<string, T>>
}

/** Fields by their names on a card, `more.<name>`. */
export type CardFields = Readonly<Record<string, CardField>>

const declared = (ctx: Context): Map<string, CardField> => ctx.hold('notes.card-fields', () => new Map<string, CardField>())

/** From now on cards have these, too. */
export function declareFields(ctx: Context, fields: CardFields): void {
  for (const [name, field] of Object.entries(fields)) declared(ctx).set(name, field)
}

/** Whether any room adds anything: without one, cards ask nobody and cost nothing more. */
export const hasFields = (ctx: Context): boolean => declared(ctx).size > 0

/** Puts every declared field on these cards, all asked for at once. One that fails or is late is left out of this list, said and counted. */
export async function addFields(ctx: Context, reader: Reader, cards: readonly Card[]): Promise<void> {
  const ids = cards.map((card) => card.id)
  const fields = [...declared(ctx)].map(async ([name, field]) => {
    const part = `card field ${name}`
    return { name, field, part, values: await orWithout(ctx, part, BUDGET_MS, () => field.load(ctx, reader, ids)) }
  })
  for (const { name, field, part, values } of await Promise.all(fields))
    for (const card of cards) {
      const value = values?.get(card.id)
      if (value === undefined) continue
      const read = field.schema.safeParse(value)
      if (read.success) card.more = { ...card.more, [name]: read.data }
      else missed(ctx, part, read.error)
    }
}
