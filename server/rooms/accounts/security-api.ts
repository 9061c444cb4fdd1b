import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { withRetryAfter } from './answer.ts'
import { resendEmail } from './email/change.ts'
import { changePassword } from './passwords/change.ts'
import { giveProof, PROOF_MINUTES } from './proof/fresh.ts'
import { renewCodes } from './recovery/renew-codes.ts'
import { ChangePassword, Code, MaybeProof, Proof, Proven, RecoveryCodes, SecurityEvent, Session, Totp } from './schema.ts'
import { listSecurity, SECURITY_DAYS } from './security/list.ts'
import { cameByCookie, giveCookie, takeCookie } from './sessions/cookie.ts'
import { endSession, endSessions } from './sessions/end.ts'
import { listSessions } from './sessions/list.ts'
import { confirmTotp } from './totp/confirm.ts'
import { startTotp } from './totp/start.ts'
import { stopTotp } from './totp/stop.ts'

const tags = ['accounts']
const SECRETS = { name: 'secrets', burst: 30, seconds: 600, by: 'session' } as const
const LETTERS = { name: 'letters asked', burst: 5, seconds: 3600 }

/** Password, sessions, second step and recovery codes of one's own account. */
export function securityRoutes(app: App, ctx: Context): void {
  const own = { access: 'account', tags, suspendedToo: true, limit: SECRETS } as const
  route(app, ctx, {
    ...own,
    method: 'POST',
    url: '/v1/me/proof',
    summary: 'Show again that it is oneself, for five minutes of this session',
    description:
      'Password, code (authenticator or recovery) or what a passkey answered to `/v1/passkeys/options`. What changes how one gets in answers `proof-needed` without it, or takes the same fields along.',
    body: Proof,
    again: 'never',
    response: { 200: Proven },
    handler: async ({ viewer, body, reply }) => {
      const given = await giveProof(ctx, viewer, body)
      const until = new Date(ctx.clock.now().getTime() + PROOF_MINUTES * 60_000).toISOString()
      return given.ok ? { until } : withRetryAfter(reply, given)
    },
  })
  route(app, ctx, {
    access: 'account',
    tags,
    method: 'GET',
    url: '/v1/me/security-events',
    summary: 'What changed about how I get in, latest first',
    description: `Kept for ${SECURITY_DAYS} days.`,
    query: Page,
    response: { 200: list(SecurityEvent) },
    handler: ({ viewer, query, locale }) => listSecurity(ctx, viewer, locale, query),
  })
  route(app, ctx, {
    ...own,
    proof: true,
    method: 'POST',
    url: '/v1/me/password',
    summary: 'Change the password; all other sessions end, and all passkeys that are not kept by name',
    description:
      'A browser gets a new cookie. A bearer token stays the same, so that a program goes on; who fears that it was copied ends it with `DELETE /v1/me/sessions?here=true` and signs in anew.',
    body: ChangePassword,
    response: { 204: null },
    handler: async ({ viewer, body, req, reply }) => {
      const done = await changePassword(ctx, viewer, body, cameByCookie(req))
      if (!done.ok) return withRetryAfter(reply, done)
      if (done.value.token) giveCookie(ctx, reply, done.value.token)
    },
  })
  route(app, ctx, {
    access: 'account',
    tags,
    method: 'GET',
    url: '/v1/me/sessions',
    summary: 'Where I am signed in',
    response: { 200: list(Session) },
    handler: ({ viewer, locale }) => listSessions(ctx, viewer, locale),
  })
  route(app, ctx, {
    ...own,
    method: 'DELETE',
    url: '/v1/me/sessions/:id',
    summary: 'Sign one device out',
    params: z.object({ id: Id }),
    response: { 204: null },
    handler: ({ viewer, params }) => endSession(ctx, viewer, params.id),
  })
  route(app, ctx, {
    ...own,
    method: 'DELETE',
    url: '/v1/me/sessions',
    summary: 'Sign all other devices out',
    description: 'With `here=true` this session ends, too: its token, and every copy of it, opens nothing any more.',
    query: z.object({ here: z.enum(['true', 'false']).default('false') }),
    response: { 204: null },
    handler: async ({ viewer, query, reply }) => {
      const here = query.here === 'true'
      await endSessions(ctx, viewer, here)
      if (here) takeCookie(ctx, reply)
    },
  })
  route(app, ctx, {
    ...own,
    proof: true,
    method: 'POST',
    url: '/v1/me/totp',
    summary: 'Begin a second step: a secret for the authenticator app',
    body: MaybeProof,
    response: { 200: Totp },
    again: 'never',
    handler: async ({ viewer, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return withRetryAfter(reply, await startTotp(ctx, viewer, body))
    },
  })
  route(app, ctx, {
    ...own,
    proof: true,
    method: 'POST',
    url: '/v1/me/totp/confirm',
    summary: 'Turn the second step on with a first code; answers the recovery codes, once',
    body: Code,
    response: { 200: RecoveryCodes },
    again: 'never',
    handler: async ({ viewer, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return withRetryAfter(reply, await confirmTotp(ctx, viewer, body.code, { password: body.password, passkey: body.passkey }))
    },
  })
  route(app, ctx, {
    ...own,
    proof: true,
    method: 'DELETE',
    url: '/v1/me/totp',
    summary: 'Turn the second step off',
    body: MaybeProof,
    response: { 204: null },
    handler: async ({ viewer, body, reply }) => withRetryAfter(reply, await stopTotp(ctx, viewer, body)),
  })
  route(app, ctx, {
    ...own,
    proof: true,
    method: 'POST',
    url: '/v1/me/recovery-codes',
    summary: 'Ten new recovery codes; the old ones end',
    body: MaybeProof,
    response: { 200: RecoveryCodes },
    again: 'never',
    handler: async ({ viewer, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return withRetryAfter(reply, await renewCodes(ctx, viewer, body))
    },
  })
  route(app, ctx, {
    ...own,
    limit: LETTERS,
    method: 'POST',
    url: '/v1/me/email/resend',
    summary: 'Send the confirmation letter again',
    response: { 202: null },
    handler: ({ viewer }) => resendEmail(ctx, viewer),
  })
}
