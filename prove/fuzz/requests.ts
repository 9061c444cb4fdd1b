import * as fc from 'fast-check'
import { hostileText } from '../hostile/values.ts'
import { fitting, type Known, type Shape } from './fitting.ts'

/** A declared route as the fuzzer needs it. */
export interface Target {
  method: string
  /** `/v1/notes/:id` */
  url: string
  query?: Shape
  body?: Shape
}

export type Who = 'nobody' | 'person' | 'moderator' | 'admin'

export interface Request {
  who: Who
  method: string
  /** Ready to be sent. */
  path: string
  headers: Record<string, string>
  /** Bytes as text of Latin-1, so that a report can be read and sent again. */
  body?: string
}

/** What a header line can carry at all: the text's UTF-8 bytes without controls. */
const headerText = (text: string): string =>
  Buffer.from(text.toWellFormed(), 'utf8')
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 3000)

/** Of a text for a path: as a well-behaved client writes it, or as one that knows nothing of encoding. */
const inPath = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    encodeURIComponent(text.toWellFormed()).slice(0, 6000),
    headerText(text)
      .replaceAll(/[^\x21-\x7e\x80-\xff]/g, '')
      .slice(0, 300),
  )

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      'accept-language': fc.oneof(fc.constantFrom('en', 'zh-CN', 'zh-TW;q=0.1,*', '*', 'x'.repeat(2000), 'en;q=NaN'), hostileText),
      accept: fc.oneof(fc.constantFrom('*/*', 'text/html', 'application/json', 'image/avif,*/*;q=0'), hostileText),
      'idempotency-key': fc.oneof(fc.constantFrom('1', 'k'.repeat(200), 'k'.repeat(201)), hostileText),
      'if-none-match': fc.oneof(fc.constantFrom('*', '"x"', 'W/"x", "y"'), hostileText),
      'if-modified-since': fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'nonsense', 'Invalid Date'),
      range: fc.constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-3', 'bytes=0-0,1-1', 'bytes=99999999999999999999-', 'x=1', 'bytes='),
      cookie: fc.oneof(fc.constantFrom('vermilion=', 'vermilion=x; vermilion=y', 'theme=__proto__', '=;;=', '%=%'), hostileText),
      origin: fc.constantFrom('null', 'https://evil.example', 'http://', 'x'),
      referer: hostileText,
      'user-agent': hostileText,
      'x-forwarded-for': fc.constantFrom('127.0.0.1', '::ffff:1.2.3.4, x', `${'1.1.1.1, '.repeat(200)}`, 'fe80::1%eth0', 'unknown'),
      'x-forwarded-host': fc.constantFrom('evil.example', ''),
      'x-vermilion': fc.constantFrom('1', '0'),
      'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'x'),
      'accept-encoding': fc.constantFrom('gzip', 'br;q=1.0, *;q=0', 'x', 'identity;q=0'),
    },
    { requiredKeys: [] },
  )
  .map((all) => Object.fromEntries(Object.entries(all).map(([name, value]) => [name, headerText(value)])))

/** Bodies that are not what the route's schema speaks of. */
const strangeBodies: fc.Arbitrary<{ type: string; body: string; encoding?: string }> = fc.constantFrom(
  { type: 'application/json', body: '{"title":' },
  { type: 'application/json', body: '[]' },
  { type: 'application/json', body: 'null' },
  { type: 'application/json', body: '"text"' },
  { type: 'application/json', body: '1e999' },
  { type: 'application/json', body: '\ufeff{}' },
  { type: 'application/json', body: '{"__proto__":{"admin":true}}' },
  { type: 'application/json', body: '{"constructor":{"prototype":{"x":1}}}' },
  { type: 'application/json', body: '\xff\xfe\x00' },
  { type: 'application/json', body: `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}` },
  { type: 'application/json', body: `{"text":"${'x'.repeat(270_000)}"}` },
  { type: 'application/json', body: `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}` },
  { type: 'application/json; charset=utf-16', body: '{}' },
  { type: 'application/json', body: '{}', encoding: 'gzip' },
  { type: 'application/merge-patch+json', body: '{}' },
  { type: 'text/plain', body: 'title=x' },
  { type: 'application/x-www-form-urlencoded', body: 'title=x&title=y' },
  { type: 'application/xml', body: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' },
  { type: 'multipart/form-data', body: 'x' },
  { type: 'multipart/form-data; boundary=', body: '--\r\n' },
  { type: `multipart/form-data; boundary=${'b'.repeat(70)}`, body: `--${'b'.repeat(70)}--\r\n` },
  { type: `multipart/form-data; boundary=${'b'.repeat(253)}`, body: `--${'b'.repeat(253)}--\r\n` },
  { type: `multipart/form-data; boundary=${'b'.repeat(4000)}`, body: 'x' },
  { type: 'multipart/form-data; boundary="b c"', body: '--b c\r\n\r\n' },
  { type: 'multipart/form-data; boundary=b', body: '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\n' },
  {
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\njunk\r\n--b--\r\n',
  },
  { type: 'multipart/form-data; boundary=b', body: '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n' },
  {
    type: 'multipart/form-data; boundary=b',
    body: `${'--b\r\ncontent-disposition: form-data; name="alt"\r\n\r\nx\r\n'.repeat(2000)}--b--\r\n`,
  },
  { type: 'multipart/form-data; boundary=b', body: `--b\r\n${'x-header: x\r\n'.repeat(4000)}\r\nx\r\n--b--\r\n` },
  { type: 'constructor', body: '{}' },
  { type: '/', body: '{}' },
  { type: 'application/json;', body: '{}' },
  { type: ';;', body: '{}' },
)

const queryText = (pairs: [string, unknown][]): string =>
  pairs
    .flatMap(([key, value]) => (Array.isArray(value) ? value.slice(0, 20).map((one) => [key, one]) : [[key, value]]))
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      return `${encodeURIComponent(String(key).toWellFormed())}=${encodeURIComponent((text ?? '').toWellFormed())}`
    })
    .join('&')
    .slice(0, 12_000)

/** Requests to one route: mostly fitting, with something hostile in some place. */
export function requestsTo(target: Target, known: Known): fc.Arbitrary<Request> {
  const names = [...target.url.matchAll(/:([a-z]+)|\*/gi)].map(([whole]) => whole)
  const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 2, arbitrary: hostileText }).chain(inPath)
  const path = fc.array(piece, { minLength: names.length, maxLength: names.length }).map((pieces) => {
    let i = 0
    return target.url.replaceAll(/:[a-z]+|\*/gi, () => pieces[i++] ?? '')
  })
  const query = fc
    .oneof(
      { weight: 3, arbitrary: target.query ? fitting(target.query, known) : fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.dictionary(fc.constantFrom('cursor', 'limit', 'q', 'next', 'lang', 'to', '__proto__', 'x[]'), hostileText, {
          maxKeys: 4,
        }),
      },
    )
    .map((all) => (typeof all === 'object' && all !== null ? queryText(Object.entries(all)) : ''))
  const json = target.body
    ? fitting(target.body, known).map((value) => ({ type: 'application/json', body: JSON.stringify(value) ?? '' }))
    : null
  const body: fc.Arbitrary<{ type: string; body: string; encoding?: string } | null> =
    target.method === 'GET'
      ? fc.constant(null)
      : fc.oneof({ weight: 6, arbitrary: json ?? fc.constant(null) }, { weight: 1, arbitrary: strangeBodies })
  const who = fc.constantFrom<Who>('nobody', 'person', 'person', 'person', 'moderator', 'admin')
  return fc
    .record({ who, path, query, body, headers: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }) })
    .map((r) => ({
      who: r.who,
      method: target.method,
      path: r.query ? `${r.path}?${r.query}` : r.path,
      headers: {
        ...r.headers,
        ...(r.body ? { 'content-type': r.body.type, ...(r.body.encoding ? { 'content-encoding': r.body.encoding } : {}) } : {}),
      },
      ...(r.body ? { body: Buffer.from(r.body.body.toWellFormed(), 'utf8').toString('latin1') } : {}),
    }))
}
