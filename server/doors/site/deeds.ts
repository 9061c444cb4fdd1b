interface Deed {
  method: 'PUT' | 'DELETE'
  /** `of`: an id or a handle, as it stands in an address. */
  url: (of: string) => string
  /** Said with it, where the call has a body. */
  body?: object
}

const both = (name: string, url: Deed['url']): [string, Deed][] => [
  [name, { method: 'PUT', url }],
  [`un${name}`, { method: 'DELETE', url }],
]

/**
 * What a single button does, by its name in `/act/<name>/<id or handle>`: each is one call of /v1 without a body. The web app's buttons say the same
 * names (`byForm` in web/ui/by-form.ts), so that a tap before the page is alive, or without scripts, does what it says.
 */
export const deeds: ReadonlyMap<string, Deed> = new Map([
  ...both('like', (id) => `/v1/notes/${id}/like`),
  ['collect', { method: 'PUT', url: (id) => `/v1/notes/${id}/collect`, body: {} }],
  ['uncollect', { method: 'DELETE', url: (id) => `/v1/notes/${id}/collect`, body: {} }],
  ...both('like-comment', (id) => `/v1/comments/${id}/like`),
  ...both('follow', (handle) => `/v1/accounts/${handle}/follow`),
  ...both('mute', (handle) => `/v1/accounts/${handle}/mute`),
  ...both('block', (handle) => `/v1/accounts/${handle}/block`),
  ['let-in', { method: 'PUT', url: (handle) => `/v1/me/follow-requests/${handle}` }],
  ['turn-away', { method: 'DELETE', url: (handle) => `/v1/me/follow-requests/${handle}` }],
  ['unfilter', { method: 'DELETE', url: (id) => `/v1/me/filters/${id}` }],
])
