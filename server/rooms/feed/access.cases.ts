import { type Access, mine, readable } from '#tests/access/case.ts'

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/feed': readable('/v1/feed'),
  'GET /v1/feed/following': mine('/v1/feed/following'),
}
