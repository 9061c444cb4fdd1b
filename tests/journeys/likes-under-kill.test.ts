import { expect, it } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { openSession } from '#server/rooms/accounts/index.ts'
import { notes } from '#server/rooms/notes/index.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { picture, rowsEqualCounters } from '#tests/setup/notes.ts'
import { testApp, testPeople } from '#tests/setup/people.ts'
import { freePort, type ServerProcess, startServer } from '#tests/setup/start-server.ts'

const CLIENTS = 200
const NOTES = 12
const EACH = 30
/** The server is killed each time this many more answers have come. */
const KILL_EVERY = 1100

it('counters equal rows after 200 people liked and unliked while the server was killed again and again', { timeout: 240_000 }, async () => {
  const database = await testDatabase()
  const ctx = await testContext({ database })
  const app = await testApp(ctx)
  const people = await testPeople(ctx, app, ['author', ...Array.from({ length: CLIENTS }, (_, i) => `reader${i}`)])
  const [author, ...readers] = people
  if (!author) throw new Error('nobody came')
  const ids: string[] = []
  for (let i = 0; i < NOTES; i++) {
    const made = await notes.publish(ctx, author.viewer, { title: `Note ${i}`, media: [await picture(ctx, author.id)] })
    if (made.ok) ids.push(made.value)
  }
  const tokens = await Promise.all(readers.map((r) => openSession(ctx, r.id)))

  const env = { DATABASE_URL: database.url, PORT: String(await freePort()) }
  let server: ServerProcess = await startServer(env)
  let up: Promise<unknown> = Promise.resolve()
  let answers = 0
  let kills = 0
  const answered = () => {
    answers++
    if (answers % KILL_EVERY !== 0) return
    kills++
    up = server.kill().then(async () => {
      server = await startServer(env)
    })
  }
  // The same tap again until it is answered, as a phone does that lost its connection.
  const tap = async (token: string, note: string, on: boolean): Promise<void> => {
    for (;;) {
      await up
      try {
        const method = on ? 'PUT' : 'DELETE'
        const answer = await fetch(`${server.url}/v1/notes/${note}/like`, { method, headers: { authorization: `Bearer ${token}` } })
        await answer.text()
        // Away for a moment, it says: nothing was written, the same tap comes again.
        if (answer.status === 503) continue
        expect(answer.status).toBe(204)
        return answered()
      } catch (e) {
        if (!(e instanceof TypeError)) throw e
      }
    }
  }
  // Half of all taps go to one hot note. Each reader's last word on each note is what must stand.
  const wanted = new Map<string, boolean>()
  await Promise.all(
    readers.map(async (reader, r) => {
      for (let i = 0; i < EACH; i++) {
        const note = ids[i % 2 === 0 ? 0 : 1 + ((r * 7 + i) % (NOTES - 1))] ?? ''
        const key = `${note} ${reader.id}`
        const on = !wanted.get(key)
        await tap(tokens[r] ?? '', note, on)
        wanted.set(key, on)
      }
    }),
  )
  await server.stop()

  expect(kills).toBeGreaterThanOrEqual(5)
  const rows = await ctx.db.rows<{ key: string }>(sql`select note_id || ' ' || account_id as key from note_like order by 1`)
  expect(rows.map((r) => r.key)).toEqual(
    [...wanted]
      .filter(([, on]) => on)
      .map(([key]) => key)
      .sort(),
  )
  await rowsEqualCounters(ctx)
})
