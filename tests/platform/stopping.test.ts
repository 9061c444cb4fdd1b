import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { openSession } from '#server/rooms/accounts/index.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'
import { startServer } from '#tests/setup/start-server.ts'

const NOTES = 24

it('told to stop, the site answers what is on its way, refuses what is new, and ends in order', { timeout: 120_000 }, async () => {
  const database = await testDatabase()
  const ctx = await testContext({ database })
  const tess = await testPerson(ctx, await testApp(ctx), 'tess.rowan')
  const token = await openSession(ctx, tess.id)
  const pictures = await Promise.all(Array.from({ length: NOTES }, () => picture(ctx, tess.id)))
  const server = await startServer({ DATABASE_URL: database.url })
  const port = Number(new URL(server.url).port)
  // An idle connection, as browsers keep them, must not hold up the end.
  const idle = connect(port, '127.0.0.1')
  await once(idle, 'connect')
  // Each has been heard of and has not ended when the word to stop comes: the rest of its body comes after it.
  const halves = await Promise.all(
    pictures.map(async (id, i) => {
      const body = JSON.stringify({ title: `Note ${i}`, media: [id] })
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        `POST /v1/notes HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`,
      )
      const [first] = (await once(socket, 'data')) as [Buffer]
      expect(String(first)).toMatch(/^HTTP\/1\.1 100 /)
      return { socket, body, said: text(socket) }
    }),
  )
  const ended = server.stop()
  // The word has been heard once nobody new is let in.
  await expect
    .poll(() =>
      fetch(`${server.url}/healthz`).then(
        () => 'in',
        () => 'out',
      ),
    )
    .toBe('out')
  for (const { socket, body } of halves) socket.write(body)
  const answers = await Promise.all(halves.map((h) => h.said))
  expect(answers.filter((a) => a.startsWith('HTTP/1.1 201 ')).length).toBe(NOTES)
  expect(await ended).toBe(0)
})
