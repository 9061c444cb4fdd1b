import { type TestDatabase, testContext, testDatabase, testFolder } from './database.ts'

/** Processes of one site: one database, one key; each has its own memory. Their clocks are turned together. */
export async function processes(database?: TestDatabase) {
  let ms = 1000
  const shared = { database: database ?? (await testDatabase()), config: { rateLimits: true, dataDir: testFolder() } }
  const open = () => testContext({ ...shared, clock: { now: () => new Date(), monotonic: () => ms } })
  return {
    open,
    turn: (seconds: number) => {
      ms += seconds * 1000
    },
  }
}
