import { type Access, at, type Case, mine, mineOnly, none, own, readable, visibleMine } from '#tests/access/case.ts'
import { idOf, things, type World } from '#tests/access/world.ts'

/** What is done to a note that all may see (not the blocked), and to one that only its author sees. */
const onNotes = (url: (id: string) => string, done: number, body?: () => object, more: Partial<Case> = {}): Case[] => [
  {
    what: 'public',
    url: async (w) => url(await things.note(w)),
    ...(body ? { body } : {}),
    other: done,
    blocked: 404,
    owner: done,
    ...more,
  },
  { what: 'followers', url: async (w) => url(await things.note(w, 'followers')), ...(body ? { body } : {}), other: 404, owner: done },
  { what: 'private', url: async (w) => url(await things.note(w, 'private')), ...(body ? { body } : {}), other: 404, owner: done },
]
const aboutSoup = (rest: string): Case[] => [
  { url: async (w) => ((await things.note(w)) ? `/v1/topics/soup${rest}` : ''), anonymous: 200, other: 200 },
]
const comment = () => ({ text: 'Good morning' })

const board = async (w: World, isPrivate = false) =>
  idOf(await w.mei.post('/v1/boards', { title: `Board ${w.next()}`, private: isPrivate }))
const draft = async (w: World) => idOf(await w.mei.post('/v1/drafts', { content: { title: 'Not yet' }, version: 0 }))

/** Who may call what of this room. */
export const access: Access = {
  'GET /v1/topics': readable('/v1/topics'),
  'GET /v1/topics/:name': [{ url: () => '/v1/topics/nobody_wrote_of_it', anonymous: 404, other: 404, owner: 404 }, ...aboutSoup('')],
  'GET /v1/topics/:name/notes': aboutSoup('/notes'),
  'GET /v1/accounts/:handle/notes': readable('/v1/accounts/mei/notes', { blocked: 404 }),
  'GET /v1/accounts/:handle/boards': readable('/v1/accounts/mei/boards', { blocked: 404 }),
  'POST /v1/notes': [
    {
      what: 'with somebody else’s picture',
      url: () => '/v1/notes',
      body: async (w) => ({ title: 'Mine now', media: [await things.media(w)] }),
      other: 422,
      owner: 201,
    },
  ],
  'GET /v1/notes/:id': onNotes((id) => `/v1/notes/${id}`, 200, undefined, { anonymous: 200 }),
  'PATCH /v1/notes/:id': [
    mineOnly(
      (w) => things.note(w),
      (id) => `/v1/notes/${id}`,
      200,
      () => ({ title: 'Changed' }),
    ),
    mineOnly(
      (w) => things.note(w, 'private'),
      (id) => `/v1/notes/${id}`,
      200,
      () => ({ title: 'Changed' }),
    ),
  ],
  'DELETE /v1/notes/:id': [
    mineOnly(
      (w) => things.note(w),
      (id) => `/v1/notes/${id}`,
      204,
    ),
    mineOnly(
      (w) => things.note(w, 'private'),
      (id) => `/v1/notes/${id}`,
      204,
    ),
  ],
  'GET /v1/notes/:id/history': onNotes((id) => `/v1/notes/${id}/history`, 200, undefined, { anonymous: 200 }),
  'PUT /v1/notes/:id/like': onNotes((id) => `/v1/notes/${id}/like`, 204),
  'DELETE /v1/notes/:id/like': onNotes((id) => `/v1/notes/${id}/like`, 204),
  'PUT /v1/notes/:id/collect': [
    ...onNotes((id) => `/v1/notes/${id}/collect`, 204),
    {
      what: 'into somebody else’s board',
      url: async (w) => `/v1/notes/${await things.note(w)}/collect`,
      body: async (w) => ({ board: await board(w) }),
      other: 404,
      blocked: 404,
      owner: 204,
    },
  ],
  'DELETE /v1/notes/:id/collect': onNotes((id) => `/v1/notes/${id}/collect`, 204),
  'GET /v1/notes/:id/boards': [
    // It speaks of one's own boards only, and says the same of a note that is not there.
    { url: async (w) => `/v1/notes/${await things.note(w, 'private')}/boards`, other: 200 },
    at(`/v1/notes/${none}/boards`, { other: 200 }),
  ],
  'POST /v1/notes/:id/comments': onNotes((id) => `/v1/notes/${id}/comments`, 201, comment),
  'GET /v1/notes/:id/comments': onNotes((id) => `/v1/notes/${id}/comments`, 200, undefined, { anonymous: 200 }),
  'GET /v1/comments/:id/replies': [
    { url: async (w) => `/v1/comments/${await things.comment(w)}/replies`, anonymous: 200, other: 200, blocked: 404, owner: 200 },
    {
      url: async (w) => `/v1/comments/${await things.comment(w, 'private')}/replies`,
      anonymous: 404,
      other: 404,
      blocked: 404,
      owner: 200,
    },
  ],
  'DELETE /v1/comments/:id': [
    visibleMine(
      (w) => things.comment(w),
      (id) => `/v1/comments/${id}`,
      204,
    ),
    mineOnly(
      (w) => things.comment(w, 'private'),
      (id) => `/v1/comments/${id}`,
      204,
    ),
  ],
  'PUT /v1/comments/:id/like': [
    { url: async (w) => `/v1/comments/${await things.comment(w)}/like`, other: 204, blocked: 404, owner: 204 },
    { url: async (w) => `/v1/comments/${await things.comment(w, 'private')}/like`, other: 404, blocked: 404, owner: 204 },
  ],
  'DELETE /v1/comments/:id/like': [
    { url: async (w) => `/v1/comments/${await things.comment(w)}/like`, other: 204, blocked: 404, owner: 204 },
  ],
  'PUT /v1/comments/:id/pin': [
    visibleMine(
      (w) => things.comment(w),
      (id) => `/v1/comments/${id}/pin`,
      204,
    ),
  ],
  'DELETE /v1/comments/:id/pin': [
    visibleMine(
      (w) => things.comment(w),
      (id) => `/v1/comments/${id}/pin`,
      204,
    ),
  ],
  'POST /v1/views': [{ url: () => '/v1/views', body: () => ({ items: [{ note: none }] }), anonymous: 202, other: 202, suspended: 202 }],
  'POST /v1/boards': [{ url: () => '/v1/boards', body: () => ({ title: 'Ideas' }), other: 201 }],
  'GET /v1/boards/:id': [
    { what: 'public', url: async (w) => `/v1/boards/${await board(w)}`, anonymous: 200, other: 200, blocked: 404 },
    {
      what: 'private',
      url: async (w) => `/v1/boards/${await board(w, true)}`,
      anonymous: 404,
      other: 404,
      blocked: 404,
      suspended: 404,
      owner: 200,
    },
  ],
  'GET /v1/boards/:id/notes': [
    { what: 'public', url: async (w) => `/v1/boards/${await board(w)}/notes`, anonymous: 200, other: 200, blocked: 404 },
    {
      what: 'private',
      url: async (w) => `/v1/boards/${await board(w, true)}/notes`,
      anonymous: 404,
      other: 404,
      blocked: 404,
      suspended: 404,
      owner: 200,
    },
  ],
  'PATCH /v1/boards/:id': [
    mineOnly(
      (w) => board(w),
      (id) => `/v1/boards/${id}`,
      200,
      () => ({ title: 'Mine' }),
    ),
    mineOnly(
      (w) => board(w, true),
      (id) => `/v1/boards/${id}`,
      200,
      () => ({ title: 'Mine' }),
    ),
  ],
  'DELETE /v1/boards/:id': [
    mineOnly(
      (w) => board(w),
      (id) => `/v1/boards/${id}`,
      204,
    ),
  ],
  'PUT /v1/boards/:id/notes/:note': [
    { url: async (w) => `/v1/boards/${await board(w)}/notes/${await things.note(w)}`, other: 404, blocked: 404, owner: 204 },
  ],
  'DELETE /v1/boards/:id/notes/:note': [
    { url: async (w) => `/v1/boards/${await board(w)}/notes/${await things.note(w)}`, other: 404, blocked: 404, owner: 204 },
  ],
  'POST /v1/drafts': [{ url: () => '/v1/drafts', body: () => ({ content: {}, version: 0 }), other: 201 }],
  'GET /v1/drafts': mine('/v1/drafts'),
  'GET /v1/drafts/:id': [own(draft, (id) => `/v1/drafts/${id}`, 200)],
  'PUT /v1/drafts/:id': [
    mineOnly(
      draft,
      (id) => `/v1/drafts/${id}`,
      200,
      () => ({ content: { title: 'x' }, version: 1 }),
    ),
  ],
  'DELETE /v1/drafts/:id': [mineOnly(draft, (id) => `/v1/drafts/${id}`, 204)],
  'GET /v1/me/liked': mine('/v1/me/liked'),
  'GET /v1/me/collected': mine('/v1/me/collected'),
  'GET /v1/me/scheduled': mine('/v1/me/scheduled'),
}
