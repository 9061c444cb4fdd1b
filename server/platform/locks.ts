import { sql, type Tx } from './db.ts'

/**
 * Advisory locks by what they guard, as each room lists its own in `locks.ts`. PostgreSQL keeps them apart by number alone, so no number stands
 * in two lists (a test); they are taken by `lock` and nowhere else.
 */
export type Locks = Readonly<Record<string, number>>

/** Held by a connection while it migrates; one number for all processes, in the space of the locks with one big number. */
export const migrationLock = 7_201_455_001n

/**
 * Waits for these locks and holds them until the transaction ends. Taken in one order, so that two such statements never wait for each other.
 * Different keys may share a lock (a hash of 32 bits): then one waits for nothing.
 */
export async function lock(tx: Tx, number: number, keys: readonly string[]): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(${number}::int, h)
    from (select distinct hashtext(k) as h from unnest(${[...new Set(keys)]}::text[]) as t(k) order by 1) as o`)
}
