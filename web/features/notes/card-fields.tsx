import type { ReactNode } from 'react'
import type { Card } from '#server/rooms/notes/schema.ts'
import css from './card-fields.module.css'

/** What a room adds to the cards of notes, as it is shown: `web/features/<room>/on-card.tsx`. The card opens its note, so there is nothing to press in it. */
export interface OnCard<T = unknown> {
  /** Its name on a card, as `server/wiring.ts` has it. */
  name: string
  /** Its height in rem: cards are laid out before they are drawn. */
  rem: number
  /** A plain function, no component: what it throws costs a card this field and no more. */
  show(value: T): ReactNode
}

const files = import.meta.glob<{ onCard: OnCard }>('../*/on-card.tsx', { eager: true })
type Fields = readonly { onCard: OnCard }[]

const on = ({ more = {} }: Card, all: Fields) =>
  Object.entries(more).flatMap(([name, value]) => all.flatMap(({ onCard }) => (onCard.name === name ? { ...onCard, value } : [])))

/** What the fields of a card add to its height, in rem. */
export const fieldsRem = (card: Card, all: Fields = Object.values(files)): number => on(card, all).reduce((sum, { rem }) => sum + rem, 0)

/** What other rooms add to a card, below its title. */
export const cardFields = (card: Card, all: Fields = Object.values(files)): ReactNode =>
  on(card, all).map(({ name, rem, show, value }) => (
    <div key={name} className={css.field} style={{ height: `${rem}rem` }}>
      {tried(() => show(value))}
    </div>
  ))

function tried(show: () => ReactNode): ReactNode {
  try {
    return show()
  } catch (error) {
    console.error(error)
  }
}
