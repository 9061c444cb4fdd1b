import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { accept, agreements } from '../agreements.ts'
import { callerOf, type MeOf, signed } from '../answer.ts'
import { Accept, Agreements, DemoSignIn, SetUp, Signed, Site } from '../schema.ts'
import { fromOf } from '../sessions/cookie.ts'
import { demoSignIn } from './demo.ts'
import { setUp } from './setup.ts'
import { site } from './site.ts'

const tags = ['site']

/** Facts about this site, its rules and terms, its first administrator, its demo's doors. */
export function siteRoutes(app: App, ctx: Context, me: MeOf): void {
  chapter(app, 'site', 'The site itself: what it is called, its rules, whether it is well.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/site',
    access: 'public',
    tags,
    summary: 'Facts about this site',
    response: { 200: Site },
    handler: ({ locale }) => site(ctx, locale),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/agreements',
    access: 'public',
    tags,
    summary: 'Community rules and terms, in the caller’s language',
    response: { 200: Agreements },
    handler: ({ locale }) => agreements(ctx, locale),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/me/agreements',
    access: 'account',
    suspendedToo: true,
    tags,
    summary: 'Agree to the rules and terms in force',
    body: Accept,
    response: { 204: null },
    handler: ({ viewer, body }) => accept(ctx, viewer, body.version),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/setup',
    access: 'public',
    tags,
    summary: 'Make the first administrator with the start-up code from the console',
    limit: { name: 'setup', burst: 20, seconds: 600 },
    body: SetUp,
    response: { 201: Signed },
    handler: async ({ body, locale, req, reply }) => signed(ctx, me, reply, await setUp(ctx, body, locale, callerOf(req))),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/demo/sign-in',
    access: 'public',
    suspendedToo: true,
    tags,
    summary: 'Sign in as one of the demo’s people (demo sites only)',
    limit: { name: 'demo', burst: 60, seconds: 60, network: { burst: 600, seconds: 60 } },
    body: DemoSignIn,
    response: { 200: Signed },
    handler: async ({ body, req, reply }) => signed(ctx, me, reply, await demoSignIn(ctx, body.handle, fromOf(req))),
  })
}
