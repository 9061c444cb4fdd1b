import { type Access, admin, mine } from '#tests/access/case.ts'
import { things, type World } from '#tests/access/world.ts'

/** The case about a note of Mei's that Otto reported. */
const reported = async (w: World) => {
  const note = await things.note(w)
  await w.otto.post('/v1/reports', { subject: { type: 'note', id: note }, reason: 'spam' })
  await w.ctx.events.drain()
  const cases = (await w.mod.get('/v1/moderation/cases')).json() as { items: { id: string; subject: { id: string } }[] }
  return cases.items.find((c) => c.subject.id === note)?.id ?? ''
}

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/me/reports': mine('/v1/me/reports'),
  'POST /v1/reports': [
    {
      what: 'seen',
      url: () => '/v1/reports',
      body: async (w) => ({ subject: { type: 'note', id: await things.note(w) }, reason: 'spam' }),
      other: 201,
      blocked: 404,
      owner: 422,
    },
    {
      what: 'unseen',
      url: () => '/v1/reports',
      body: async (w) => ({ subject: { type: 'note', id: await things.note(w, 'private') }, reason: 'spam' }),
      other: 404,
      owner: 422,
    },
  ],
  'GET /v1/moderation/cases': admin('/v1/moderation/cases'),
  'GET /v1/moderation/cases/:id': [{ url: async (w) => `/v1/moderation/cases/${await reported(w)}`, other: 403, owner: 403 }],
  'POST /v1/moderation/cases/:id/decision': [
    {
      url: async (w) => `/v1/moderation/cases/${await reported(w)}/decision`,
      body: () => ({ action: 'remove', reason: 'spam', words: 'no' }),
      other: 403,
      owner: 403,
    },
  ],
}
