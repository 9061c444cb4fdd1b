import type { Request } from './requests.ts'

const get = (path: string): Request => ({ who: 'nobody', method: 'GET', path, headers: {} })
const latin1 = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('latin1')
const post = (path: string, value: unknown): Request => ({
  who: 'person',
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: latin1(value),
})

/** Requests that once broke something. They are sent at every run, whatever the seed; what a run finds is added here. */
export const found: readonly Request[] = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty valueOf', '#constructor'].flatMap((word) => [
    get(`/v1/search?q=${encodeURIComponent(word)}`),
    get(`/v1/search/suggestions?q=${encodeURIComponent(word)}`),
    get(`/v1/topics/${encodeURIComponent(word)}`),
    get(`/v1/accounts/${encodeURIComponent(word)}`),
    get(`/search?q=${encodeURIComponent(word)}`),
    post('/v1/notes', { title: word, text: word, topics: [word.replace('#', '').split(' ')[0]] }),
    post('/v1/me/filters', { kind: 'word', value: word }),
  ]),
  get('/sign-in?next=/%09/evil.example'),
  get(`/sign-in?next=${encodeURIComponent('/话题/汤')}`),
  { ...get(`/sign-in?next=${encodeURIComponent('/话题/汤')}`), who: 'person' },
  { ...get('/sign-in?next=//evil.example'), who: 'person' },
  post('/v1/drafts', { content: { title: '汤'.repeat(66_000) } }),
  post('/v1/drafts', { content: { text: '\u0000'.repeat(10) } }),
  post('/v1/sign-in', { login: '@@person0', password: 'x' }),
  post('/v1/sign-up', { handle: 'agreed', password: 'plum blossom soup', agreed: 'x'.repeat(200_000) }),
  post('/v1/notes', { title: 'x', text: `${'http://a/'.repeat(280)}${')'.repeat(4000)}` }),
  post('/v1/notes', { title: 'ﷺ'.repeat(90), text: 'ﷺ'.repeat(2000), media: [] }),
  ...[70, 71, 252, 253, 254, 8000].map(
    (length): Request => ({
      who: 'person',
      method: 'POST',
      path: '/v1/media',
      headers: { 'content-type': `multipart/form-data; boundary=${'b'.repeat(length)}` },
      body: `--${'b'.repeat(length)}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nx\r\n--${'b'.repeat(length)}--\r\n`,
    }),
  ),
  ...['list:explore:1', 'eyJsIjoieCJ9', 'AAAA', '%00', '../..', '9223372036854775808'].flatMap((cursor) =>
    ['/v1/feed', '/v1/topics/soup/notes', '/v1/search', '/v1/accounts/person0/notes'].map((path) => get(`${path}?q=soup&cursor=${cursor}`)),
  ),
]
