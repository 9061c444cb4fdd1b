import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'
import { text } from 'node:stream/consumers'
import type { ClientConfig } from 'pg'
import { inject } from 'vitest'
import { type Config, readConfig } from '#server/platform/config.ts'
import { type Context, createContext, type Parts } from '#server/platform/context.ts'
import { type TestServer, toDatabase, withClient } from './database-server.ts'
import { atEnd } from './endings.ts'

export interface TestDatabase {
  /** For a pool or a client in this process. */
  connection: ClientConfig
  /** The same as DATABASE_URL, for a server started as a process of its own. */
  url: string
}

export interface TestContextOptions extends Partial<Omit<Parts, 'connection'>> {
  config?: Partial<Config>
  /** A database made before, to have two contexts on one. */
  database?: TestDatabase
}

let asked: Promise<TestServer> | undefined

/** The database server of this run; the first who asks starts it. */
export function testServer(): Promise<TestServer> {
  asked ??= text(net.connect(path.join(inject('testRun'), 'ask'))).then((said) => {
    const answer = JSON.parse(said) as TestServer | { problem: string }
    if ('problem' in answer) throw new Error(answer.problem)
    return answer
  })
  return asked
}

/** A migrated, empty database of its own, copied from the run's template (about 30 ms; the first of a run starts the server). */
export async function testDatabase(): Promise<TestDatabase> {
  return copyDatabase((await testServer()).template)
}

/** A database of its own with all that stands in `template`, to which nobody may be connected. */
export async function copyDatabase(template: string): Promise<TestDatabase> {
  const { connection } = await testServer()
  const name = `vermilion_test_${randomBytes(6).toString('hex')}`
  await withClient(connection, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  // The embedded server goes as a whole; a server that was lent to the tests is left as it was.
  if (connection.connectionString)
    atEnd(() => withClient(connection, (client) => client.query(`drop database if exists ${name} with (force)`)))
  return reach(connection, name)
}

/** How to reach a database of the server. */
export function reach(connection: ClientConfig, name: string): TestDatabase {
  const own = toDatabase(connection, name)
  return { connection: own, url: own.connectionString ?? `postgres://${own.user}@${encodeURIComponent(own.host ?? '')}/${name}` }
}

/** A database of its own with nothing in it, as an operator hands it over. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await withClient(database.connection, (client) =>
    client.query('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public'),
  )
  return database
}

/** A folder of its own for one test file, removed with the run. */
export function testFolder(): string {
  return fs.mkdtempSync(path.join(inject('testRun'), 'files-'))
}

/**
 * A ready context on a database and a data folder of its own; stopped after the last test of the file.
 * Rate limits are off and only errors are logged unless `config` says otherwise.
 */
export async function testContext(options: TestContextOptions = {}): Promise<Context> {
  const { config: own, database, ...parts } = options
  const { connection } = database ?? (await testDatabase())
  const base = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    ORIGIN: 'http://localhost:3000',
    DATABASE_POOL: '6',
    RATE_LIMITS: 'off',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  })
  const ctx = await createContext({ ...base, dataDir: testFolder(), ...own }, { guarded: true, ...parts, connection })
  atEnd(() => ctx.stop())
  return ctx
}
