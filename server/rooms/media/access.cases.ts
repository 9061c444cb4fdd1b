import { type Access, at, mineOnly, own, readable } from '#tests/access/case.ts'
import { things } from '#tests/access/world.ts'

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/text-card-templates': readable('/v1/text-card-templates'),
  'GET /v1/text-card-templates/:name/sample': [at('/v1/text-card-templates/nothing/sample', { anonymous: 404, other: 404, owner: 404 })],
  'POST /v1/media': [at('/v1/media', { other: 400, owner: 400 })],
  'GET /v1/media/:id': [own(things.media, (id) => `/v1/media/${id}`, 200)],
  'PATCH /v1/media/:id': [
    mineOnly(
      things.media,
      (id) => `/v1/media/${id}`,
      200,
      () => ({ alt: 'Soup' }),
    ),
  ],
  'DELETE /v1/media/:id': [mineOnly(things.media, (id) => `/v1/media/${id}`, 204)],
  'POST /v1/media/text-cards': [
    { url: () => '/v1/media/text-cards', body: () => ({ text: 'Soup', template: 'no-such' }), other: 422, owner: 422 },
  ],
  'GET /v1/text-cards/preview': [at('/v1/text-cards/preview?text=Soup&template=no-such', { other: 422, owner: 422, suspended: 422 })],
}
