/** What the document says before its first route. */
export const about = {
  openapi: '3.1.0',
  info: {
    title: 'Vermilion',
    version: '1',
    description: [
      'Ids are decimal strings of time-ordered 64-bit integers. Times are ISO 8601 in UTC.',
      'Lists answer `{items, next}`: pass `next` as `cursor` for the following page; `limit` is 1 to 100. A cursor that is not one of ours begins at the beginning.',
      'Calls that make something take `Idempotency-Key`: the same call under the same key is done once, for a day, and answers what it made. Another call under the same key is refused. Of a call that answers a secret nothing is kept, and a key means nothing there.',
      'Errors are `application/problem+json` (RFC 9457) with a stable `code`; `title`, `detail` and `fields` speak the caller’s `Accept-Language`.',
      'Sign in by `POST /v1/sign-in` or `/v1/sign-up` and send the token as `Authorization: Bearer TOKEN`. Browsers get the same session as a cookie; writes that ride on it must come from the site’s own pages (`Sec-Fetch-Site`, `Origin`, or any `X-Vermilion` header).',
    ].join('\n\n'),
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: {
      bearer: { type: 'http' as const, scheme: 'bearer', description: 'The `token` of a sign-in or sign-up.' },
      cookie: {
        type: 'apiKey' as const,
        in: 'cookie' as const,
        name: 'vermilion',
        description: 'The same session for browsers. Writes must come from the site’s own pages.',
      },
    },
  },
}

/** What a status means here, and an example of its problem. */
export const refusals: Record<string, { description: string; code: string; title: string }> = {
  400: {
    description: 'Something in the request is not right; `fields` says where.',
    code: 'invalid',
    title: 'Something in this request is not right',
  },
  401: { description: 'Nobody is signed in.', code: 'sign-in-first', title: 'Please sign in first' },
  403: {
    description: 'Not for this person, or a write that did not come from our pages.',
    code: 'forbidden',
    title: 'You may not do this',
  },
  404: { description: 'Not there, or not for this reader: the two look the same.', code: 'not-found', title: 'There is nothing here' },
  429: {
    description: 'Too much at once; `Retry-After` says how many seconds to wait.',
    code: 'too-many-requests',
    title: 'That was a lot at once',
  },
  default: { description: 'Any other refusal, with its own `code`.', code: 'internal', title: 'Something broke on our side' },
}

/** Of what may be null, what is null in examples: the last page of a list, an account nobody leaves. */
export const absent = new Set(['next', 'deletesAt', 'suspendedWords', 'removal', 'publishAt', 'editedAt', 'until', 'decision'])

/** Plain values for examples, by the name of a property; what is missing here is made from its kind. */
export const ordinary: Record<string, unknown> = {
  handle: 'tess.rowan',
  displayName: 'Tess Rowan',
  bio: 'A cat, a kettle and a bicycle',
  pronouns: 'she/her',
  place: 'Leeds',
  login: 'tess.rowan',
  password: 'correct horse battery',
  current: 'correct horse battery',
  next: 'paper umbrella in the rain',
  email: 'tess@vermilion.example',
  code: '492039',
  token: 'hV0uJ3yqk9m1o2ZrT5xw8A6cE4bG7dI0fKlNpQsRtUv',
  title: 'Mochi pays the cat tax',
  text: 'She hates Mondays. #petTax',
  name: 'petTax',
  topic: 'petTax',
  label: 'Letter paper',
  avatar: '/media/4f/248113720984670208-160.webp',
  banner: '/media/4f/248113720984670210-1080.webp',
  url: '/media/4f/248113720984670209-1080.webp',
  color: '#c9a27e',
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  alt: 'A ginger cat on a windowsill',
  device: 'Chrome on Android',
  origin: 'https://vermilion.example',
  link: '/notes/248113720984670300',
  excerpt: 'Buy this cream, I swear',
  words: 'The same text was posted under nine accounts.',
  detail: 'The same text under nine accounts',
  version: '2026-11-21',
  agreements: '2026-11-21',
  accepted: '2026-11-21',
  agreed: '2026-11-21',
  template: 'letter',
  value: 'spoiler',
  about: 'Sketches cats in Leeds',
  kept: 'Frankfurt',
  secret: 'JBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Vermilion:tess.rowan?secret=JBSWY3DPEHPK3PXP',
  qr: 'data:image/svg+xml;base64,PHN2Zy8+',
  challenge: '4zXw1bqkC3n0cY2sD5rT7uV9wX1yZ3aB',
  message: 'undefined is not a function',
  variants: [{ url: '/media/4f/248113720984670209-1080.webp', type: 'image/webp', width: 1080, height: 1440 }],
  recoveryCodes: ['7k3m-9xqp-2w4d'],
  replies: [],
  topics: ['petTax'],
  textCard: 'letter',
  notice: 'Food',
  stack: 'at beginView (views.ts:20)',
  crop: { x: 0, y: 0.1, width: 1, height: 0.8 },
  width: 1080,
  height: 1440,
}
