import type { Locks } from '#server/platform/locks.ts'

export const locks = {
  /** A person's boards: "in no other board" must not be true for two at once. */
  boards: 40,
} as const satisfies Locks
