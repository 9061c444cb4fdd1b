import type { Size } from './fill.ts'

/** For trying out. */
export const smallSize: Size = { people: 2000, notes: 4000, likes: 20_000, comments: 4000, collects: 4000, follows: 20_000, sessions: 500 }

export const fullSize: Size = {
  people: 100_000,
  notes: 200_000,
  likes: 2_000_000,
  comments: 300_000,
  collects: 300_000,
  follows: 1_000_000,
  sessions: 20_000,
}
