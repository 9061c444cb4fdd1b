import { type Access, readable } from '#tests/access/case.ts'

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/search': readable('/v1/search?q=soup'),
  'GET /v1/search/suggestions': readable('/v1/search/suggestions?q=so'),
}
