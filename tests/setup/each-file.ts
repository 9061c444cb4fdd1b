// Vitest runs this before each test file, also where several share a process.
import { afterAll, afterEach } from 'vitest'
import { endAll } from './endings.ts'
import { killServers } from './start-server.ts'
import { forgetWaiting, tellWaiting } from './waiting.ts'

afterEach(({ task }) => {
  if (task.result?.state === 'fail') tellWaiting(task.name)
})
afterAll(async () => {
  await endAll()
  // A test that failed did not end its servers.
  killServers()
  forgetWaiting()
})
