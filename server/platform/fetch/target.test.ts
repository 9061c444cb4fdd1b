import { expect, it } from 'vitest'
import { FetchProblem, isPublic } from './index.ts'
import { hostOf, nextTarget, type TargetRules, targetOf } from './target.ts'

const rules: TargetRules = { allows: isPublic, ports: [80, 443], secure: false, innerNames: false }
const refused = (work: () => unknown): string => {
  try {
    work()
    return 'let through'
  } catch (e) {
    if (e instanceof FetchProblem) return e.reason
    throw e
  }
}

/** What there is to write for the addresses of this machine, of a network behind it, and of what clouds keep there. */
const disguises = [
  ...['127.0.0.1', '127.1', '127.0.1', '0', '0.0.0.0', '127.0.0.1.', '127.1.', '2130706433', '2130706433.', '3232235777', '2852039166'],
  ...['0x7f.0.0.1', '0x7f.1', '0x7f000001', '0X7F000001', '0x7f.0x0.0x0.0x1', '0x00000000000000007f000001', '0x0'],
  ...['0177.0.0.1', '0177.1', '017700000001', '00000177.0.0.1', '0177.0x0.0.1', '0300.0250.0.1', '012.0.0.1', '0251.0376.0251.0376'],
  ...['127.0x0.1', '127.000.000.001', '10.1', '192.168.257', '169.254.43518', '0xa9.0xfe.0xa9.0xfe', '0xa9fea9fe', '169.0xfea9fe'],
  ...[
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '127．0．0．1',
    '127｡0｡0｡1',
    '0ⅹ7f.1',
    '%31%32%37.0.0.1',
    '127.0.0.%31',
    '0x7F.00.0x00.01',
  ],
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[0000:0000:0000:0000:0000:0000:0000:0001]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:a9fe:a9fe]',
  ],
  ...[
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::169.254.169.254]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
  ],
  ...[
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[fc00::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[::ffff:0:127.0.0.1]',
    '[100::1]',
    '[5f00::1]',
  ],
  ...[
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '198.18.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
  ],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'ｌｏｃａｌｈｏｓｔ',
    'loc%61lhost',
    'a.localhost',
    'localhost.localdomain.local',
    'printer',
    'router.lan',
  ],
  ...[
    'nas.local',
    'metadata.google.internal',
    'metadata.google.internal.',
    'metadata',
    'kubernetes.default.svc.cluster.local',
    'box.home.arpa',
  ],
  ...['hidden.onion', 'a.test', 'a.invalid', 'a.example', 'db.corp', 'db.intranet'],
]

it.each(disguises)('does not go to %s', (host) => {
  for (const scheme of ['http', 'https']) expect(refused(() => targetOf(`${scheme}://${host}/`, rules))).toBe('address')
})

it.each([
  ...[
    '',
    ' ',
    'neighbour.org',
    '//neighbour.org',
    '/a',
    'http:',
    'http://',
    'https://',
    'http://.',
    'http://..',
    'http://neighbour.org../',
    'http:///',
  ],
  ...[
    'ftp://neighbour.org',
    'file:///etc/passwd',
    'gopher://neighbour.org',
    'data:text/plain,a',
    'javascript:1',
    'blob:http://neighbour.org/a',
    'ws://neighbour.org',
  ],
  ...[
    'dict://neighbour.org',
    'ldap://neighbour.org',
    'jar:http://neighbour.org!/',
    'unix:/run/a.sock',
    'http+unix://%2Frun/a',
    'about:blank',
    'mailto:a@neighbour.org',
  ],
  ...[
    'http://name@neighbour.org',
    'http://name:word@neighbour.org',
    'http://:word@neighbour.org',
    'http://127.0.0.1@neighbour.org',
    'https://neighbour.org@127.0.0.1/',
  ],
  ...[
    'http://256.256.256.256/',
    'http://0x100000000/',
    'http://1.2.3.4.5/',
    'http://127.0.0.0x100/',
    'http://08.1.1.1/',
    'http://4294967296/',
  ],
  ...[
    'http://[::1',
    'http://[::1%25lo]/',
    'http://[fe80::1%25eth0]/',
    'http://[::g]/',
    'http://[127.0.0.1]/',
    'http://::1/',
    'http://a b/',
    'http://a<b/',
    'http://a|b/',
  ],
  ...[
    'http://neighbour.org:99999/',
    'http://neighbour.org:a/',
    'http://neighbour.org:-1/',
    `http://neighbour.org/${'a'.repeat(2048)}`,
    'http://%00/',
    'http://a%2fb/',
  ],
])('takes %s for no address', (text) => {
  expect(refused(() => targetOf(text, rules))).toBe('url')
})

it.each(['22', '25', '6379', '5432', '8080', '2375', '11211', '0', '65535', '444'])('does not knock at port %s', (port) => {
  expect(refused(() => targetOf(`http://neighbour.org:${port}/`, rules))).toBe('port')
  expect(refused(() => targetOf(`https://8.8.8.8:${port}/`, rules))).toBe('port')
})

it('knows the usual ports, and others that were asked for', () => {
  expect(targetOf('https://neighbour.org:443/', rules).href).toBe('https://neighbour.org/')
  expect(targetOf('http://neighbour.org:80/', rules).href).toBe('http://neighbour.org/')
  expect(targetOf('http://neighbour.org:8080/', { ...rules, ports: [8080] }).port).toBe('8080')
  expect(targetOf('http://neighbour.org:1/', { ...rules, ports: 'any' }).port).toBe('1')
})

it('reads addresses as browsers do', () => {
  expect(hostOf(targetOf('http://bücher.neighbour.org/ä b?c d#e', rules))).toBe('xn--bcher-kva.neighbour.org')
  expect(targetOf('HTTP://Neighbour.ORG./a/../b', rules).href).toBe('http://neighbour.org/b')
  expect(hostOf(targetOf('http://0x08080808/', rules))).toBe('8.8.8.8')
  expect(hostOf(targetOf('https://[2606:4700:4700::1111]/', rules))).toBe('2606:4700:4700::1111')
  // A backslash ends a host, and what follows is a path.
  expect(targetOf('http://neighbour.org\\@127.0.0.1/', rules).href).toBe('http://neighbour.org/@127.0.0.1/')
  // Tabs and line ends are left out before anything else is read.
  expect(refused(() => targetOf('http://127.0\t.0.\n1/', rules))).toBe('address')
})

it('follows a redirect to nothing that could not be asked for at once', () => {
  const from = new URL('https://neighbour.org/a/b?c#d')
  const next = (location: string, own: Partial<TargetRules> = {}) => nextTarget(from, location, () => ({ ...rules, ...own })).href
  expect(next('../e')).toBe('https://neighbour.org/e#d')
  expect(next('//elsewhere.org/f#g')).toBe('https://elsewhere.org/f#g')
  // As it comes over the wire: UTF-8, a byte a letter.
  expect(next(Buffer.from('/橘').toString('latin1'))).toBe('https://neighbour.org/%E6%A9%98#d')
  expect(refused(() => next('http://neighbour.org/'))).toBe('insecure')
  expect(refused(() => next('//127.1/'))).toBe('address')
  expect(refused(() => next('https://a:b@neighbour.org/'))).toBe('url')
  expect(refused(() => next('https://neighbour.org:22/'))).toBe('port')
  expect(refused(() => next('file:///etc/passwd'))).toBe('url')
  expect(refused(() => next('https://['))).toBe('url')
  const open = new URL('http://neighbour.org/')
  expect(nextTarget(open, 'https://neighbour.org/', () => rules).protocol).toBe('https:')
  expect(refused(() => nextTarget(open, '/a', () => ({ ...rules, secure: true })))).toBe('insecure')
})
