import * as fc from 'fast-check'
import { nastyTexts, objectKeys } from './texts.ts'

/** Texts of no particular field: the nasty ones at several lengths, keys of objects, what parsers stumble over. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...nastyTexts), fc.constantFrom(1, 2, 7, 64, 65, 300, 2001)).map(([one, length]) => one.of(length)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...objectKeys) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '0',
      '-1',
      '1e9',
      'NaN',
      'null',
      'undefined',
      'true',
      '[]',
      '{}',
      '.',
      '..',
      '../../etc/passwd',
      '/\t/evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      'data:text/html,<script>',
      'http://[::1',
      'http://localhost:1/',
      'file:///etc/passwd',
      '1970-01-01T00:00:00Z',
      '+275760-09-13T00:00:00.000Z',
      '-271821-04-20T00:00:00.000Z',
      '2026-02-30T25:61:61Z',
      '0000-00-00T00:00:00Z',
      '9223372036854775807',
      '9223372036854775808',
      '18446744073709551616',
      '-9223372036854775808',
      '00000000000000000001',
      '1'.repeat(19),
      '1'.repeat(400),
      '٣',
      'zh-Hans-CN-u-nu-hanidec-x-private',
      'en_US',
      'i-klingon',
      'x'.repeat(256),
      'a@b',
      '@mei',
      '@@mei',
      'mei@example.com',
      'MEI',
      'ｍｅｉ',
      'mei\u0000',
      'mei ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

const numbers = [0, -0, 1, -1, 0.5, 100, 101, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 2 ** 63, 1e21, 1e308, -1e308, 5e-324]
export const hostileNumber: fc.Arbitrary<number> = fc.constantFrom(...numbers)

/** Any JSON at all. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], [{}]) },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 40 }) },
  // Own keys with the names of everybody's, which only JSON can make.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...objectKeys), hostileText)
      .map(([key, value]) => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(10, 31, 32, 33, 400).map((deep) => JSON.parse(`${'['.repeat(deep)}${']'.repeat(deep)}`)) },
)
