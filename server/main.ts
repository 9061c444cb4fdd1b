import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from '#server/app.ts'
import { ConfigError, readConfig } from '#server/platform/config.ts'
import { type Context, createContext } from '#server/platform/context.ts'
import { startPostgres } from '#server/platform/embedded-postgres/index.ts'
import { watchProcess } from '#server/platform/last-resort.ts'
import { prepareDatabase } from '#server/platform/prepare.ts'
import { accountsStart } from '#server/rooms/accounts/index.ts'
import { clock, jobs, wiring } from '#server/wiring.ts'

const demo = process.argv.includes('--demo')
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Told to stop before it is up: there is nothing to end in order, and the embedded engine goes along when this process exits. */
const leave = () => process.exit(130)
for (const s of signals) process.on(s, leave)
if (process.channel) process.on('disconnect', leave)

/** Ends with one clear line instead of a stack: what is wrong, and with what. */
function give(up: unknown): never {
  const line = up instanceof Error ? up.message : String(up)
  process.stderr.write(`Vermilion cannot start: ${line}\n`)
  if (!(up instanceof ConfigError) && process.env.LOG_LEVEL === 'debug' && up instanceof Error) process.stderr.write(`${up.stack}\n`)
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env, demo)
  const embedded = config.databaseUrl ? null : await startPostgres({ dataDir: path.join(config.dataDir, 'postgres') })
  mkdirSync(config.dataDir, { recursive: true })
  const connection = config.databaseUrl
    ? { connectionString: config.databaseUrl }
    : { host: embedded?.host ?? '', user: embedded?.user ?? '', database: embedded?.database ?? '' }
  await prepareDatabase(connection)
  // A broken idle connection may mean that the embedded engine was killed: bring it back.
  const open = () => createContext(config, { connection, onTrouble: () => void embedded?.ensure().catch(() => {}) })
  const ctx = demo && config.role === 'all' ? await withDemo(open) : await open()
  await accountsStart.open(ctx)
  if (embedded) watch(ctx, embedded)
  if (config.role !== 'web') {
    ctx.events.start(wiring)
    await ctx.jobs.start(jobs, clock)
  }
  const app = await buildApp(ctx, config.role === 'worker' ? { only: 'health' } : { pages: true })
  await app.ready()
  const stop = stopCleanly(ctx, async () => {
    await app.close()
    await ctx.stop()
    await embedded?.stop()
  })
  watchProcess(ctx, stop)
  await ctx.db.alive()
  if (!config.rateLimits) ctx.log.warn('RATE_LIMITS=off: fit for load tests only')
  if (config.allowPrivate) ctx.log.warn('FEDERATION_ALLOW_PRIVATE=on: what others name may be fetched from this machine and its networks')
  await app.listen({ port: config.port, host: config.host }).catch((e) => {
    throw unheard(e, config.port)
  })
  const code = demo || config.role === 'worker' ? null : await accountsStart.setupCode(ctx)
  if (code) process.stdout.write(`This site has no administrator yet. Open ${config.origin}/setup and type this code: ${code}\n`)
  process.stdout.write(`Vermilion is ready at ${config.origin}\n`)
}

/** Why nobody can be listened to, in words for the operator. */
function unheard(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`PORT: ${port} is in use by another program; choose another, as in PORT=${port + 1} npm start`)
  if (error.code === 'EACCES') return new ConfigError(`PORT: ${port} may not be opened by this user; choose one above 1023`)
  return error
}

/** The demo community, made once. What a killed start left half done is cleared first. */
async function withDemo(open: () => Promise<Context>): Promise<Context> {
  const { clearHalf, seedDemo } = await import('#demo/seed/index.ts')
  const { story } = await import('#demo/story/index.ts')
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const ctx = await open()
  const how = await seedDemo(ctx, { story, say })
  if (how === 'strangers') say('This database has people of its own: the demo community was not added.')
  if (how !== 'half') return ctx
  say('An earlier start was stopped while making the demo community: beginning again.')
  await clearHalf(ctx)
  await ctx.stop()
  return withDemo(open)
}

/** Looks after the embedded engine: after a kill it is back within two seconds, requests or not. */
function watch(ctx: Context, embedded: { ensure(): Promise<void> }): void {
  const timer = setInterval(() => void embedded.ensure().catch((e) => ctx.log.error({ err: e }, 'the embedded database is down')), 2000)
  timer.unref()
  ctx.onStop(async () => clearInterval(timer))
}

/** Requests, jobs and the database have their own, shorter ends; a stop that takes longer than all of them hangs. */
const STOP_MS = 60_000

/** Stops in order when told to; a second word ends it at once. Answers what the last resort may call. */
function stopCleanly(ctx: Context, stop: () => Promise<void>): (why: string) => void {
  let stopping = false
  const end = (why: string, code: number) => {
    if (stopping) process.exit(1)
    stopping = true
    ctx.log.info({ why }, 'stopping')
    setTimeout(() => process.exit(1), STOP_MS).unref()
    void stop().then(
      () => process.exit(code),
      (e) => give(e),
    )
  }
  for (const s of signals) process.off(s, leave).on(s, () => end(s, 0))
  if (process.channel) process.off('disconnect', leave).on('disconnect', () => end('the parent is gone', 0))
  return (why) => {
    if (!stopping) end(why, 1)
  }
}

await start().catch(give)
