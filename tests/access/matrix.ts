import { things, type World } from './world.ts'

/** Expected statuses. `owner` is Mei: a case that even she cannot do would prove nothing about the others. */
export interface Case {
  what?: string
  url: (w: World) => string | Promise<string>
  body?: (w: World) => object | Promise<object>
  anonymous?: number
  other: number
  blocked?: number
  suspended?: number
  owner?: number
}

const at = (url: string, more: Omit<Case, 'url'>): Case => ({ url: () => url, ...more })
const none = '999'

/** A thing that only its owner may touch, and nobody else may know of. */
const own = (make: (w: World) => Promise<string>, url: (id: string) => string, owner: number, body?: () => object): Case => ({
  url: async (w) => url(await make(w)),
  ...(body ? { body } : {}),
  other: 404,
  blocked: 404,
  suspended: 404,
  owner,
})
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
/** What only the author of a visible thing may do. Whoever sees it hears "forbidden" or "not found". */
const mineOnly = (make: (w: World) => Promise<string>, url: (id: string) => string, owner: number, body?: () => object): Case => ({
  url: async (w) => url(await make(w)),
  ...(body ? { body } : {}),
  other: 404,
  blocked: 404,
  owner,
})
/** The same of something that all may see: strangers hear that it is not theirs. */
const visibleMine = (...of: Parameters<typeof mineOnly>): Case => ({ ...mineOnly(...of), other: 403 })
const readable = (url: string, more: Partial<Case> = {}): Case[] => [at(url, { anonymous: 200, other: 200, ...more })]
const mine = (url: string, more: Partial<Case> = {}): Case[] => [at(url, { other: 200, ...more })]
const admin = (url: string, body?: () => object): Case[] => [{ url: () => url, ...(body ? { body } : {}), other: 403, owner: 403 }]

const aboutSoup = (rest: string): Case[] => [
  { url: async (w) => ((await things.note(w)) ? `/v1/topics/soup${rest}` : ''), anonymous: 200, other: 200 },
]
const comment = () => ({ text: 'Good morning' })

/** Every route of the API. One that is missing here makes the test fail. */
export const matrix: Record<string, Case[]> = {
  // Public facts
  'GET /v1/site': readable('/v1/site'),
  'GET /v1/agreements': readable('/v1/agreements'),
  'GET /v1/handles/:handle': readable('/v1/handles/somebody'),
  'GET /v1/feed': readable('/v1/feed'),
  'GET /v1/topics': readable('/v1/topics'),
  'GET /v1/topics/:name': [{ url: () => '/v1/topics/nobody_wrote_of_it', anonymous: 404, other: 404, owner: 404 }, ...aboutSoup('')],
  'GET /v1/topics/:name/notes': aboutSoup('/notes'),
  'GET /v1/search': readable('/v1/search?q=soup'),
  'GET /v1/search/suggestions': readable('/v1/search/suggestions?q=so'),
  'GET /v1/text-card-templates': readable('/v1/text-card-templates'),
  'GET /v1/text-card-templates/:name/sample': [at('/v1/text-card-templates/nothing/sample', { anonymous: 404, other: 404, owner: 404 })],
  // People
  'GET /v1/accounts/:handle': readable('/v1/accounts/mei', { blocked: 404 }),
  'GET /v1/accounts/:handle/notes': readable('/v1/accounts/mei/notes', { blocked: 404 }),
  'GET /v1/accounts/:handle/boards': readable('/v1/accounts/mei/boards', { blocked: 404 }),
  'GET /v1/accounts/:handle/followers': readable('/v1/accounts/mei/followers', { blocked: 404 }),
  'GET /v1/accounts/:handle/following': readable('/v1/accounts/mei/following', { blocked: 404 }),
  'PUT /v1/accounts/:handle/follow': [at('/v1/accounts/mei/follow', { other: 204, blocked: 404, owner: 422 })],
  'DELETE /v1/accounts/:handle/follow': [at('/v1/accounts/mei/follow', { other: 204, owner: 422 })],
  'PUT /v1/accounts/:handle/mute': [at('/v1/accounts/mei/mute', { other: 204, blocked: 404, owner: 422 })],
  'DELETE /v1/accounts/:handle/mute': [at('/v1/accounts/mei/mute', { other: 204, owner: 422 })],
  'PUT /v1/accounts/:handle/block': [at('/v1/accounts/ada/block', { other: 204, owner: 204 })],
  'DELETE /v1/accounts/:handle/block': [at('/v1/accounts/ada/block', { other: 204, owner: 204 })],
  // Notes
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
      body: async (w) => ({ board: await things.board(w) }),
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
  // Boards and drafts
  'POST /v1/boards': [{ url: () => '/v1/boards', body: () => ({ title: 'Ideas' }), other: 201 }],
  'GET /v1/boards/:id': [
    { what: 'public', url: async (w) => `/v1/boards/${await things.board(w)}`, anonymous: 200, other: 200, blocked: 404 },
    {
      what: 'private',
      url: async (w) => `/v1/boards/${await things.board(w, true)}`,
      anonymous: 404,
      other: 404,
      blocked: 404,
      suspended: 404,
      owner: 200,
    },
  ],
  'GET /v1/boards/:id/notes': [
    { what: 'public', url: async (w) => `/v1/boards/${await things.board(w)}/notes`, anonymous: 200, other: 200, blocked: 404 },
    {
      what: 'private',
      url: async (w) => `/v1/boards/${await things.board(w, true)}/notes`,
      anonymous: 404,
      other: 404,
      blocked: 404,
      suspended: 404,
      owner: 200,
    },
  ],
  'PATCH /v1/boards/:id': [
    mineOnly(
      (w) => things.board(w),
      (id) => `/v1/boards/${id}`,
      200,
      () => ({ title: 'Mine' }),
    ),
    mineOnly(
      (w) => things.board(w, true),
      (id) => `/v1/boards/${id}`,
      200,
      () => ({ title: 'Mine' }),
    ),
  ],
  'DELETE /v1/boards/:id': [
    mineOnly(
      (w) => things.board(w),
      (id) => `/v1/boards/${id}`,
      204,
    ),
  ],
  'PUT /v1/boards/:id/notes/:note': [
    { url: async (w) => `/v1/boards/${await things.board(w)}/notes/${await things.note(w)}`, other: 404, blocked: 404, owner: 204 },
  ],
  'DELETE /v1/boards/:id/notes/:note': [
    { url: async (w) => `/v1/boards/${await things.board(w)}/notes/${await things.note(w)}`, other: 404, blocked: 404, owner: 204 },
  ],
  'POST /v1/drafts': [{ url: () => '/v1/drafts', body: () => ({ content: {}, version: 0 }), other: 201 }],
  'GET /v1/drafts': mine('/v1/drafts'),
  'GET /v1/drafts/:id': [own(things.draft, (id) => `/v1/drafts/${id}`, 200)],
  'PUT /v1/drafts/:id': [
    mineOnly(
      things.draft,
      (id) => `/v1/drafts/${id}`,
      200,
      () => ({ content: { title: 'x' }, version: 1 }),
    ),
  ],
  'DELETE /v1/drafts/:id': [mineOnly(things.draft, (id) => `/v1/drafts/${id}`, 204)],
  // Media
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
  // Oneself
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
  'DELETE /v1/me/sessions/:id': [
    { url: async (w) => `/v1/me/sessions/${await things.session(w)}x`, other: 400, suspended: 400, owner: 400 },
  ],
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
  'GET /v1/me/filters': mine('/v1/me/filters'),
  'POST /v1/me/filters': [{ url: () => '/v1/me/filters', body: () => ({ kind: 'word', value: 'soup' }), other: 201 }],
  'DELETE /v1/me/filters/:id': [
    // Nothing of others is touched, and nothing is said about it.
    { url: async (w) => `/v1/me/filters/${await things.filter(w)}`, other: 204 },
  ],
  'GET /v1/me/blocks': mine('/v1/me/blocks'),
  'GET /v1/me/mutes': mine('/v1/me/mutes'),
  'GET /v1/me/follow-requests': mine('/v1/me/follow-requests'),
  'PUT /v1/me/follow-requests/:handle': [at('/v1/me/follow-requests/ada', { other: 404, owner: 404 })],
  'DELETE /v1/me/follow-requests/:handle': [at('/v1/me/follow-requests/ada', { other: 204, owner: 204 })],
  'DELETE /v1/me/followers/:handle': [at('/v1/me/followers/ada', { other: 204, owner: 204 })],
  'GET /v1/me/liked': mine('/v1/me/liked'),
  'GET /v1/me/collected': mine('/v1/me/collected'),
  'GET /v1/me/scheduled': mine('/v1/me/scheduled'),
  'GET /v1/me/notifications': mine('/v1/me/notifications'),
  'POST /v1/me/notifications/read': [{ url: () => '/v1/me/notifications/read', body: () => ({ upTo: none }), other: 204, suspended: 204 }],
  'GET /v1/me/unread': mine('/v1/me/unread'),
  'GET /v1/me/reports': mine('/v1/me/reports'),
  'GET /v1/feed/following': mine('/v1/feed/following'),
  // Trust
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
  'GET /v1/moderation/cases/:id': [{ url: async (w) => `/v1/moderation/cases/${await things.case(w)}`, other: 403, owner: 403 }],
  'POST /v1/moderation/cases/:id/decision': [
    {
      url: async (w) => `/v1/moderation/cases/${await things.case(w)}/decision`,
      body: () => ({ action: 'remove', reason: 'spam', words: 'no' }),
      other: 403,
      owner: 403,
    },
  ],
  'GET /v1/admin/accounts': admin('/v1/admin/accounts'),
  'GET /v1/admin/deliveries': admin('/v1/admin/deliveries'),
  'POST /v1/admin/deliveries/retry': admin('/v1/admin/deliveries/retry', () => ({})),
  'POST /v1/admin/accounts/:handle/reset-link': admin('/v1/admin/accounts/mei/reset-link'),
  'PUT /v1/admin/accounts/:handle/role': admin('/v1/admin/accounts/mei/role', () => ({ role: 'admin' })),
  'PUT /v1/admin/accounts/:handle/suspension': admin('/v1/admin/accounts/mei/suspension', () => ({ words: 'x' })),
  'DELETE /v1/admin/accounts/:handle/suspension': admin('/v1/admin/accounts/mei/suspension'),
  // Getting in: bad input is refused the same for everyone
  ...Object.fromEntries(
    [
      '/v1/sign-in',
      '/v1/sign-up',
      '/v1/passkeys/sign-in',
      '/v1/passkeys/sign-up',
      '/v1/passkeys/sign-up/options',
      '/v1/reset',
      '/v1/reset/confirm',
      '/v1/reset/recovery',
      '/v1/demo/sign-in',
    ].map((url): [string, Case[]] => [
      `POST ${url}`,
      [{ url: () => url, body: () => ({}), anonymous: 400, other: 400, suspended: 400, owner: 400 }],
    ]),
  ),
  'POST /v1/passkeys/options': [at('/v1/passkeys/options', { anonymous: 200, other: 200, suspended: 200 })],
  'POST /v1/setup': [{ url: () => '/v1/setup', body: () => ({}), anonymous: 400, other: 400, suspended: 400, owner: 400 }],
  'POST /v1/sign-out': [at('/v1/sign-out', { anonymous: 204, other: 204, suspended: 204, owner: 204 })],
  // Last: it ends the sessions that the others were opened with.
  'DELETE /v1/me/sessions': [at('/v1/me/sessions', { other: 204, suspended: 204, owner: 204 })],
}
