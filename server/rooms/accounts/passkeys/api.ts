import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list } from '#server/platform/schema.ts'
import { callerOf, type MeOf, signed, withRetryAfter } from '../answer.ts'
import { AddPasskey, MaybeProof, Passkey, PasskeyOptions, PasskeySignUp, Signed, UsePasskey } from '../schema.ts'
import { fromOf } from '../sessions/cookie.ts'
import { deviceOf, deviceWords } from '../sessions/device.ts'
import { listPasskeys, removePasskey } from './list.ts'
import { addPasskey, passkeyOptions } from './register.ts'
import { passkeySignUpOptions, signUpByPasskey } from './sign-up.ts'
import { signInByPasskey, signInOptions } from './use.ts'

const tags = ['passkeys']
const CEREMONIES = { name: 'passkeys', burst: 60, seconds: 600, by: 'session', network: { burst: 1800, seconds: 600 } } as const

/** Passkeys: signing up and in with one, and one's own list of them. */
export function passkeyRoutes(app: App, ctx: Context, me: MeOf): void {
  chapter(app, 'passkeys', 'Signing up and in with a passkey.')
  const open = { access: 'public', tags, limit: CEREMONIES, suspendedToo: true } as const
  route(app, ctx, {
    ...open,
    method: 'POST',
    url: '/v1/passkeys/options',
    summary: 'Begin to sign in: options for navigator.credentials.get',
    response: { 200: PasskeyOptions },
    handler: () => signInOptions(ctx),
  })
  route(app, ctx, {
    ...open,
    method: 'POST',
    url: '/v1/passkeys/sign-in',
    summary: 'Sign in with what the authenticator answered',
    body: UsePasskey,
    response: { 200: Signed },
    handler: async ({ body, req, reply }) => signed(ctx, me, reply, await signInByPasskey(ctx, body.response, fromOf(req))),
  })
  route(app, ctx, {
    ...open,
    method: 'POST',
    url: '/v1/passkeys/sign-up/options',
    summary: 'Begin to sign up: options for navigator.credentials.create',
    body: PasskeySignUp,
    response: { 200: z.object({ options: PasskeyOptions }) },
    handler: ({ body }) => passkeySignUpOptions(ctx, body),
  })
  route(app, ctx, {
    ...open,
    method: 'POST',
    url: '/v1/passkeys/sign-up',
    summary: 'Make an account with what the authenticator answered, and sign in',
    limit: { name: 'sign-ups', burst: 10, seconds: 600, network: { burst: 600, seconds: 600 } },
    body: UsePasskey,
    response: { 201: Signed },
    handler: async ({ body, locale, req, reply }) => {
      const name = deviceWords(deviceOf(req.headers['user-agent']), locale)
      return signed(ctx, me, reply, await signUpByPasskey(ctx, body, locale, callerOf(req), name))
    },
  })
  ownRoutes(app, ctx)
}

function ownRoutes(app: App, ctx: Context): void {
  const own = { access: 'account', tags, suspendedToo: true } as const
  route(app, ctx, {
    ...own,
    method: 'GET',
    url: '/v1/me/passkeys',
    summary: 'My passkeys',
    response: { 200: list(Passkey) },
    handler: ({ viewer }) => listPasskeys(ctx, viewer),
  })
  route(app, ctx, {
    ...own,
    proof: true,
    limit: CEREMONIES,
    method: 'POST',
    url: '/v1/me/passkeys/options',
    summary: 'Begin to add a passkey: options for navigator.credentials.create',
    body: MaybeProof,
    response: { 200: PasskeyOptions },
    again: 'never',
    handler: async ({ viewer, body, reply }) => withRetryAfter(reply, await passkeyOptions(ctx, viewer, body)),
  })
  route(app, ctx, {
    ...own,
    proof: true,
    limit: CEREMONIES,
    method: 'POST',
    url: '/v1/me/passkeys',
    summary: 'Add a passkey',
    body: AddPasskey,
    // What the authenticator answered is good for one time only: it needs no key.
    again: 'never',
    response: { 201: Passkey },
    handler: async ({ viewer, body, req, reply, locale }) =>
      withRetryAfter(reply, await addPasskey(ctx, viewer, body, deviceWords(deviceOf(req.headers['user-agent']), locale))),
  })
  route(app, ctx, {
    ...own,
    proof: true,
    limit: CEREMONIES,
    method: 'DELETE',
    url: '/v1/me/passkeys/:id',
    summary: 'Remove a passkey',
    params: z.object({ id: Id }),
    body: MaybeProof,
    response: { 204: null },
    handler: async ({ viewer, params, body, reply }) => withRetryAfter(reply, await removePasskey(ctx, viewer, params.id, body)),
  })
}
