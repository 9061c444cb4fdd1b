import { sql } from '#server/platform/db.ts'
import { type Access, admin, at, type Case, mine, none, readable } from '#tests/access/case.ts'
import { things, type World } from '#tests/access/world.ts'

const session = async (w: World) =>
  (await w.ctx.db.one<{ id: string }>(sql`select id from session where account_id = ${w.mei.id} order by id limit 1`))?.id ?? ''

/** Getting in: bad input is refused the same for everyone. */
const entry = (url: string): Case[] => [{ url: () => url, body: () => ({}), anonymous: 400, other: 400, suspended: 400, owner: 400 }]

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/site': readable('/v1/site'),
  'GET /v1/agreements': readable('/v1/agreements'),
  'GET /v1/handles/:handle': readable('/v1/handles/somebody'),
  'GET /v1/me': mine('/v1/me'),
  'PATCH /v1/me': [
    {
      what: 'with somebody else’s picture',
      url: () => '/v1/me',
      body: async (w) => ({ avatar: await things.media(w) }),
      other: 422,
      owner: 200,
    },
  ],
  'GET /v1/me/sessions': mine('/v1/me/sessions'),
  'DELETE /v1/me/sessions/:id': [{ url: async (w) => `/v1/me/sessions/${await session(w)}x`, other: 400, suspended: 400, owner: 400 }],
  'GET /v1/me/passkeys': mine('/v1/me/passkeys'),
  'POST /v1/me/passkeys/options': [at('/v1/me/passkeys/options', { other: 403, suspended: 403, owner: 403 })],
  'POST /v1/me/passkeys': [{ url: () => '/v1/me/passkeys', body: () => ({}), other: 400, suspended: 400, owner: 400 }],
  'DELETE /v1/me/passkeys/:id': [at(`/v1/me/passkeys/${none}`, { other: 403, suspended: 403, owner: 403 })],
  'POST /v1/me/password': [{ url: () => '/v1/me/password', body: () => ({}), other: 400, suspended: 400, owner: 400 }],
  'POST /v1/me/totp': [at('/v1/me/totp', { other: 403, suspended: 403, owner: 403 })],
  'POST /v1/me/proof': [{ url: () => '/v1/me/proof', body: () => ({ password: 'wrong' }), other: 403, suspended: 403, owner: 403 }],
  'GET /v1/me/security-events': mine('/v1/me/security-events'),
  'POST /v1/me/totp/confirm': [{ url: () => '/v1/me/totp/confirm', body: () => ({}), other: 400, suspended: 400, owner: 400 }],
  'DELETE /v1/me/totp': [{ url: () => '/v1/me/totp', body: () => ({ password: 'wrong' }), other: 403, suspended: 403, owner: 403 }],
  'POST /v1/me/recovery-codes': [{ url: () => '/v1/me/recovery-codes', body: () => ({}), other: 403, suspended: 403, owner: 403 }],
  'POST /v1/me/email/resend': [at('/v1/me/email/resend', { other: 202, suspended: 202 })],
  'POST /v1/me/email/confirm': [
    { url: () => '/v1/me/email/confirm', body: () => ({}), anonymous: 400, other: 400, suspended: 400, owner: 400 },
  ],
  'DELETE /v1/me': [{ url: () => '/v1/me', body: () => ({ password: 'wrong' }), other: 403, suspended: 403, owner: 403 }],
  'POST /v1/me/restore': [at('/v1/me/restore', { other: 204, suspended: 204 })],
  'POST /v1/me/agreements': [{ url: () => '/v1/me/agreements', body: () => ({}), other: 400, suspended: 400, owner: 400 }],
  'GET /v1/admin/accounts': admin('/v1/admin/accounts'),
  'POST /v1/admin/accounts/:handle/reset-link': admin('/v1/admin/accounts/mei/reset-link'),
  'PUT /v1/admin/accounts/:handle/role': admin('/v1/admin/accounts/mei/role', () => ({ role: 'admin' })),
  'PUT /v1/admin/accounts/:handle/suspension': admin('/v1/admin/accounts/mei/suspension', () => ({ words: 'x' })),
  'DELETE /v1/admin/accounts/:handle/suspension': admin('/v1/admin/accounts/mei/suspension'),
  'POST /v1/sign-in': entry('/v1/sign-in'),
  'POST /v1/sign-up': entry('/v1/sign-up'),
  'POST /v1/passkeys/sign-in': entry('/v1/passkeys/sign-in'),
  'POST /v1/passkeys/sign-up': entry('/v1/passkeys/sign-up'),
  'POST /v1/passkeys/sign-up/options': entry('/v1/passkeys/sign-up/options'),
  'POST /v1/reset': entry('/v1/reset'),
  'POST /v1/reset/confirm': entry('/v1/reset/confirm'),
  'POST /v1/reset/recovery': entry('/v1/reset/recovery'),
  'POST /v1/demo/sign-in': entry('/v1/demo/sign-in'),
  'POST /v1/passkeys/options': [at('/v1/passkeys/options', { anonymous: 200, other: 200, suspended: 200 })],
  'POST /v1/setup': entry('/v1/setup'),
  'POST /v1/sign-out': [at('/v1/sign-out', { anonymous: 204, other: 204, suspended: 204, owner: 204 })],
  'DELETE /v1/me/sessions': [at('/v1/me/sessions', { last: true, other: 204, suspended: 204, owner: 204 })],
}
