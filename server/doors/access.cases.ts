import { type Access, admin } from '#tests/access/case.ts'

/** Who may call what of the doors' own. */
export const access: Access = {
  'GET /v1/admin/deliveries': admin('/v1/admin/deliveries'),
  'POST /v1/admin/deliveries/retry': admin('/v1/admin/deliveries/retry', () => ({})),
}
