import { type Access, mine, none } from '#tests/access/case.ts'

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/me/notifications': mine('/v1/me/notifications'),
  'POST /v1/me/notifications/read': [{ url: () => '/v1/me/notifications/read', body: () => ({ upTo: none }), other: 204, suspended: 204 }],
  'GET /v1/me/unread': mine('/v1/me/unread'),
}
