import { sql, type Tx } from './db.ts'

/**
 * Every advisory lock of the house, by what it guards. PostgreSQL keeps them apart by number alone, so no number stands here twice (a test);
 * locks are taken nowhere else.
 */
export const locks = {
  /** A person's boards: "in no other board" must not be true for two at once. */
  shelves: 40,
  /** Two people, against each other: a follow and a block at the same moment. */
  pair: 41,
  /** What one person follows, counted against the most there may be. */
  follows: 42,
} as const

/** Held by a connection while it migrates; one number for all processes, in the space of the locks with one big number. */
export const migrationLock = 7_201_455_001n

/**
 * Waits for these locks and holds them until the transaction ends. Taken in one order, so that two such statements never wait for each other.
 * Different keys may share a lock (a hash of 32 bits): then one waits for nothing.
 */
export async function lock(tx: Tx, what: keyof typeof locks, keys: readonly string[]): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(${locks[what]}::int, h)
    from (select distinct hashtext(k) as h from unnest(${[...new Set(keys)]}::text[]) as t(k) order by 1) as o`)
}
