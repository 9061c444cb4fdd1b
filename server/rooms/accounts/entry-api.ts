import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { callerOf, type MeOf, signed, withRetryAfter } from './answer.ts'
import { confirmEmail } from './email/confirm.ts'
import { checkHandle } from './handles.ts'
import { askReset } from './reset/ask.ts'
import { confirmReset } from './reset/confirm.ts'
import { recover } from './reset/recover.ts'
import { AskReset, ConfirmEmail, ConfirmReset, HandleAnswer, RecoverWithCode, Signed, SignIn, SignUp } from './schema.ts'
import { fromOf, takeCookie } from './sessions/cookie.ts'
import { endSession } from './sessions/end.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

const tags = ['accounts']
/** A class, a hall of residence or a whole mobile carrier may share a network: wide enough for three hundred people in ten minutes, too narrow for a flood. */
const SIGN_UPS = { name: 'sign-ups', burst: 10, seconds: 600, network: { burst: 600, seconds: 600 } }
const SIGN_INS = { name: 'sign-ins', burst: 60, seconds: 600, by: 'session', network: { burst: 900, seconds: 600 } } as const
const RESETS = { name: 'resets', burst: 10, seconds: 3600, by: 'session', network: { burst: 120, seconds: 600 } } as const
const HANDLES = { name: 'handles', burst: 60, seconds: 60, network: { burst: 90, seconds: 15 } }

/** Signing up, in and out, and getting back in. */
export function entryRoutes(app: App, ctx: Context, me: MeOf): void {
  chapter(app, 'accounts', 'Getting in, staying safe, leaving: passwords, passkeys, second steps, sessions.')
  route(app, ctx, {
    method: 'POST',
    url: '/v1/sign-up',
    access: 'public',
    tags,
    summary: 'Make an account and sign in',
    description:
      'An e-mail address is never needed. One that belongs to somebody already changes nothing in the answer. The same call again under the same `Idempotency-Key` signs in to the account that it made, by the password in it; no answer is kept.',
    limit: SIGN_UPS,
    suspendedToo: true,
    body: SignUp,
    response: { 201: Signed },
    again: 'own',
    handler: async ({ body, locale, key, req, reply }) => signed(ctx, me, reply, await signUp(ctx, body, locale, callerOf(req), key)),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/sign-in',
    access: 'public',
    tags,
    summary: 'Sign in by handle or e-mail',
    description: 'Answers problem `totp-required` when a second step is on: call again with `code`.',
    limit: SIGN_INS,
    suspendedToo: true,
    body: SignIn,
    response: { 200: Signed },
    handler: async ({ body, req, reply }) => signed(ctx, me, reply, await signIn(ctx, body, callerOf(req))),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/sign-out',
    access: 'public',
    tags,
    summary: 'End this session',
    suspendedToo: true,
    response: { 204: null },
    handler: async ({ viewer, reply }) => {
      if (viewer) await endSession(ctx, viewer, viewer.sessionId)
      takeCookie(ctx, reply)
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/handles/:handle',
    access: 'public',
    tags,
    summary: 'Whether a handle can be had',
    limit: HANDLES,
    params: z.object({ handle: z.string().max(120) }),
    response: { 200: HandleAnswer },
    handler: ({ params }) => checkHandle(ctx, params.handle),
  })
  resetRoutes(app, ctx, me)
}

function resetRoutes(app: App, ctx: Context, me: MeOf): void {
  route(app, ctx, {
    method: 'POST',
    url: '/v1/reset',
    access: 'public',
    tags,
    summary: 'Ask for a letter with a link that sets a new password',
    description: 'Always answers 202. The letter goes out if the account exists and has a confirmed address.',
    limit: RESETS,
    suspendedToo: true,
    body: AskReset,
    response: { 202: null },
    handler: ({ body }) => askReset(ctx, body.login),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/reset/confirm',
    access: 'public',
    tags,
    summary: 'Set a new password by a link, and sign in',
    limit: SIGN_INS,
    suspendedToo: true,
    body: ConfirmReset,
    response: { 200: Signed },
    handler: async ({ body, req, reply }) => signed(ctx, me, reply, await confirmReset(ctx, body, fromOf(req))),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/reset/recovery',
    access: 'public',
    tags,
    summary: 'Set a new password by a recovery code, and sign in',
    limit: SIGN_INS,
    suspendedToo: true,
    body: RecoverWithCode,
    response: { 200: Signed },
    handler: async ({ body, req, reply }) => signed(ctx, me, reply, await recover(ctx, body, callerOf(req))),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/me/email/confirm',
    access: 'public',
    tags,
    summary: 'Confirm an e-mail address by the token of its letter',
    limit: SIGN_INS,
    suspendedToo: true,
    body: ConfirmEmail,
    response: { 204: null },
    handler: async ({ body, req, reply }) => withRetryAfter(reply, await confirmEmail(ctx, body.token, fromOf(req).device)),
  })
}
