import type { Context } from './context.ts'

/** So many promises without an owner within a minute are no accident any more. */
const TOO_MANY = 50
/** What happens to a socket that nobody holds any more is no state of ours. */
const SOCKETS = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])

/** What nobody caught, for `/metrics`. */
export class LastResort {
  rejections = 0
  exceptions = 0
}
export const lastResort = (ctx: Context): LastResort => ctx.hold('platform.last-resort', () => new LastResort())

/**
 * A promise that fails and has no owner is logged and counted, and the site goes on: what the process holds in memory are copies of what PostgreSQL
 * holds, and a transaction belongs to a call that has rolled it back. Many at once, or an exception out of nowhere, may have left something half done:
 * the process stops in order (`stop`), and whoever keeps it running starts it anew. Decision 102.
 */
export function watchProcess(ctx: Context, stop: (why: string) => void): void {
  const seen = lastResort(ctx)
  let recent: number[] = []
  const onRejection = (error: unknown) => {
    seen.rejections++
    ctx.log.error({ err: error }, 'a promise failed that nobody holds')
    const now = performance.now()
    recent = [...recent.filter((t) => now - t < 60_000), now]
    if (recent.length > TOO_MANY) stop('promises fail without end')
  }
  const onException = (error: unknown) => {
    seen.exceptions++
    const code = String((error as { code?: unknown } | null)?.code ?? '')
    ctx.log.fatal({ err: error }, 'an exception that nobody caught')
    if (!SOCKETS.has(code)) stop('an exception that nobody caught')
  }
  process.on('unhandledRejection', onRejection).on('uncaughtException', onException)
  ctx.onStop(async () => void process.off('unhandledRejection', onRejection).off('uncaughtException', onException))
}
