import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { apiDoor } from '#server/doors/api.ts'
import { deliveriesDoor } from '#server/doors/deliveries.ts'
import { healthDoor } from '#server/doors/health.ts'
import { meDoor } from '#server/doors/me.ts'
import { mediaDoor } from '#server/doors/media.ts'
import { collectMethods, methodsDoor } from '#server/doors/methods.ts'
import { sessionDoor } from '#server/doors/session.ts'
import { registerSite } from '#server/doors/site.ts'
import { closeGently, type Timeouts, timeouts } from '#server/platform/connections.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { answerNonsense, sayWhenAgain, sendThrown, sendUnreadable } from '#server/platform/problem.ts'
import { quickServer } from '#server/platform/quick.ts'
import { viewerOf } from '#server/rooms/accounts/index.ts'
import { loadDetector } from '#server/rooms/language/index.ts'
import { cardFields, routes } from '#server/wiring.ts'

export interface AppOptions {
  /** Serve pages too (needs a build). */
  pages?: boolean
  /** A worker answers nothing but `/healthz` and `/metrics`. */
  only?: 'health'
  /** Check every answer against its schema. */
  strict?: boolean
  /** How long the other side may take, where tests cannot wait. */
  timeouts?: Partial<Timeouts>
}

/** Opens all doors on a context. */
export async function buildApp(ctx: Context, { pages = false, strict = false, only, timeouts: wished }: AppOptions = {}): Promise<App> {
  const how = { ...timeouts, ...wished }
  // Names a request in the log: a process and a count.
  const tag = randomBytes(4).toString('hex')
  let requests = 0
  const app: App = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < ctx.config.trustProxy,
    forceCloseConnections: 'idle',
    bodyLimit: 256 * 1024,
    genReqId: () => `${tag}${(requests++).toString(36)}`,
    serverFactory: quickServer(ctx, how),
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: sendUnreadable,
    clientErrorHandler: (error, socket) => answerNonsense(error, socket, how.lingerMs),
  })
  const methods = collectMethods(app)
  app.setErrorHandler((e, req, reply) => sendThrown(e, req, reply))
  app.addHook('onSend', sayWhenAgain)
  app.addHook('preClose', (done) => {
    closeGently(app.server, how)
    done()
  })
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: ctx.config.origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
  healthDoor(app, ctx)
  if (only === 'health') {
    methodsDoor(app, methods.of)
    return app
  }
  // Where people come, nobody waits for what is loaded once.
  app.addHook('onListen', async () => void (await loadDetector()))
  await apiDoor(app, strict, cardFields)
  mediaDoor(app, ctx)
  await sessionDoor(app, ctx, viewerOf)
  methodsDoor(app, methods.of)
  for (const add of routes) add(app, ctx)
  meDoor(app, ctx)
  deliveriesDoor(app, ctx)
  if (pages) await registerSite(app, ctx, methods)
  return app
}
