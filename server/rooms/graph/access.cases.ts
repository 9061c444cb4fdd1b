import { type Access, at, mine, readable } from '#tests/access/case.ts'
import { idOf, type World } from '#tests/access/world.ts'

const filter = async (w: World) => idOf(await w.mei.post('/v1/me/filters', { kind: 'word', value: `word${w.next()}` }))

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/accounts/:handle': readable('/v1/accounts/mei', { blocked: 404 }),
  'GET /v1/accounts/:handle/followers': readable('/v1/accounts/mei/followers', { blocked: 404 }),
  'GET /v1/accounts/:handle/following': readable('/v1/accounts/mei/following', { blocked: 404 }),
  'PUT /v1/accounts/:handle/follow': [at('/v1/accounts/mei/follow', { other: 204, blocked: 404, owner: 422 })],
  'DELETE /v1/accounts/:handle/follow': [at('/v1/accounts/mei/follow', { other: 204, owner: 422 })],
  'PUT /v1/accounts/:handle/mute': [at('/v1/accounts/mei/mute', { other: 204, blocked: 404, owner: 422 })],
  'DELETE /v1/accounts/:handle/mute': [at('/v1/accounts/mei/mute', { other: 204, owner: 422 })],
  'PUT /v1/accounts/:handle/block': [at('/v1/accounts/ada/block', { other: 204, owner: 204 })],
  'DELETE /v1/accounts/:handle/block': [at('/v1/accounts/ada/block', { other: 204, owner: 204 })],
  'GET /v1/me/filters': mine('/v1/me/filters'),
  'POST /v1/me/filters': [{ url: () => '/v1/me/filters', body: () => ({ kind: 'word', value: 'soup' }), other: 201 }],
  'DELETE /v1/me/filters/:id': [
    // Nothing of others is touched, and nothing is said about it.
    { url: async (w) => `/v1/me/filters/${await filter(w)}`, other: 204 },
  ],
  'GET /v1/me/blocks': mine('/v1/me/blocks'),
  'GET /v1/me/mutes': mine('/v1/me/mutes'),
  'GET /v1/me/follow-requests': mine('/v1/me/follow-requests'),
  'PUT /v1/me/follow-requests/:handle': [at('/v1/me/follow-requests/ada', { other: 404, owner: 404 })],
  'DELETE /v1/me/follow-requests/:handle': [at('/v1/me/follow-requests/ada', { other: 204, owner: 204 })],
  'DELETE /v1/me/followers/:handle': [at('/v1/me/followers/ada', { other: 204, owner: 204 })],
}
