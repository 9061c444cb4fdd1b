import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list } from '#server/platform/schema.ts'
import { patient } from './answer.ts'
import { resendEmail } from './email/change.ts'
import { changePassword } from './passwords/change.ts'
import { renewCodes } from './recovery/renew-codes.ts'
import { ChangePassword, Code, Proof, RecoveryCodes, Session, Totp } from './schema.ts'
import { endSession, endSessions } from './sessions/end.ts'
import { listSessions } from './sessions/list.ts'
import { confirmTotp } from './totp/confirm.ts'
import { startTotp } from './totp/start.ts'
import { stopTotp } from './totp/stop.ts'

const tags = ['accounts']
const SECRETS = { name: 'secrets', burst: 30, seconds: 600 }
const LETTERS = { name: 'letters asked', burst: 5, seconds: 3600 }

/** Password, sessions, second step and recovery codes of one's own account. */
export function securityRoutes(app: App, ctx: Context): void {
  const own = { access: 'account', tags, suspendedToo: true, limit: SECRETS } as const
  route(app, ctx, {
    ...own,
    method: 'POST',
    url: '/v1/me/password',
    summary: 'Change the password; all other sessions end',
    body: ChangePassword,
    response: { 204: null },
    handler: async ({ viewer, body, reply }) => patient(reply, await changePassword(ctx, viewer, body.current, body.next)),
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
    response: { 204: null },
    handler: ({ viewer }) => endSessions(ctx, viewer.accountId, viewer.sessionId),
  })
  route(app, ctx, {
    ...own,
    method: 'POST',
    url: '/v1/me/totp',
    summary: 'Begin a second step: a secret for the authenticator app',
    response: { 200: Totp },
    again: 'never',
    handler: ({ viewer, reply }) => {
      reply.header('cache-control', 'no-store')
      return startTotp(ctx, viewer)
    },
  })
  route(app, ctx, {
    ...own,
    method: 'POST',
    url: '/v1/me/totp/confirm',
    summary: 'Turn the second step on with a first code; answers the recovery codes, once',
    body: Code,
    response: { 200: RecoveryCodes },
    again: 'never',
    handler: async ({ viewer, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return patient(reply, await confirmTotp(ctx, viewer, body.code))
    },
  })
  route(app, ctx, {
    ...own,
    method: 'DELETE',
    url: '/v1/me/totp',
    summary: 'Turn the second step off',
    body: Proof,
    response: { 204: null },
    handler: async ({ viewer, body, reply }) => patient(reply, await stopTotp(ctx, viewer, body)),
  })
  route(app, ctx, {
    ...own,
    method: 'POST',
    url: '/v1/me/recovery-codes',
    summary: 'Ten new recovery codes; the old ones end',
    body: Proof,
    response: { 200: RecoveryCodes },
    again: 'never',
    handler: async ({ viewer, body, reply }) => {
      reply.header('cache-control', 'no-store')
      return patient(reply, await renewCodes(ctx, viewer, body))
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
