import { afterEach, expect, it } from 'vitest'
import { openPulse, type Pulse } from '#server/platform/pulse.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { lineTo } from '#tests/setup/line.ts'

let pulse: Pulse
afterEach(() => pulse.stop())

it('a process that was held up itself does not take the database for gone', async () => {
  const database = await testDatabase()
  pulse = openPulse(database.connection, () => {})
  await expect.poll(() => pulse.alive()).toBe(true)
  // Longer than a database may be silent: nothing of this process runs meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)
  expect(await pulse.alive()).toBe(true)
})

it('a database that stands still without breaking a connection is away soon, one that breaks off at once', async () => {
  const still = await lineTo(await testDatabase())
  pulse = openPulse(still.database.connection, () => {})
  await expect.poll(() => pulse.alive()).toBe(true)
  still.hold()
  await expect.poll(() => pulse.alive()).toBe(false)
  await pulse.stop()
  const gone = await lineTo(await testDatabase())
  pulse = openPulse(gone.database.connection, () => {})
  await expect.poll(() => pulse.alive()).toBe(true)
  gone.cut()
  await expect.poll(() => pulse.alive()).toBe(false)
})
