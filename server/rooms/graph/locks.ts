import type { Locks } from '#server/platform/locks.ts'

export const locks = {
  /** Two people, against each other: a follow and a block at the same moment. */
  pair: 41,
  /** What one person follows, counted against the most there may be. */
  follows: 42,
} as const satisfies Locks
