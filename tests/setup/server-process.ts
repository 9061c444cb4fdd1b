import { afterAll } from 'vitest'
import { killServers } from './start-server.ts'

export { freePort, type ServerProcess, startServer } from './start-server.ts'

// A test that failed did not end its servers.
afterAll(killServers)
