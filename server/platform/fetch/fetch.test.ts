import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { atEnd } from '#tests/setup/endings.ts'
import { type Fetcher, type FetchParts, FetchProblem, isPublic, type Outgoing, openFetch } from './index.ts'

const ORIGIN = 'https://vermilion.example'
/** Stands for the public Internet here; every other address of this machine is what it is. */
const OUTSIDE = '127.0.0.1'
const allows = (address: string) => address === OUTSIDE || isPublic(address)

/** A server at an address of this machine, with what it was asked. */
async function serve(listener: RequestListener, host = OUTSIDE) {
  const asked: IncomingMessage[] = []
  const server = createServer((req, res) => {
    asked.push(req)
    listener(req, res)
  })
  await new Promise<void>((done) => server.listen(0, host, done))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked }
}

/** A server that says these very bytes to whoever connects. */
async function say(talk: (socket: Socket) => unknown): Promise<number> {
  const open = new Set<Socket>()
  const server = createRawServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => talk(socket))
  })
  await new Promise<void>((done) => server.listen(0, OUTSIDE, done))
  atEnd(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const opened: Fetcher[] = []
afterAll(() => Promise.all(opened.map((out) => out.stop())))
const open = (parts: FetchParts = {}, allowPrivate = false) => {
  const out = openFetch({ origin: ORIGIN, allowPrivate }, parts)
  opened.push(out)
  return out
}

let names: Record<string, string[]>
let out: Fetcher
beforeEach(() => {
  names = { 'neighbour.org': [OUTSIDE], 'elsewhere.org': [OUTSIDE], 'inner.org': ['127.0.0.2'], 'mixed.org': [OUTSIDE, '10.0.0.1'] }
  out = open({ allows, resolve: async (name) => names[name] ?? [] })
})

/** The reason why this is not fetched. */
const reason = async (work: Promise<unknown>): Promise<string> => {
  const e = await work.then(
    () => 'fetched',
    (e: unknown) => e,
  )
  return e instanceof FetchProblem ? e.reason : String(e)
}
const get = (port: number, path = '/', more: Outgoing = {}, name = 'neighbour.org') =>
  out.fetch(`http://${name}:${port}${path}`, { ports: [port], ...more })

it('fetches what is public, and says who asks', async () => {
  const { port, asked } = await serve((req, res) => {
    res.setHeader('Content-Type', 'Text/HTML; charset=utf-8').end(`${req.method} ${req.url}`)
  })
  const answer = await get(port, '/a?b#c', { headers: { Accept: 'text/html' } })
  expect(answer).toMatchObject({ url: `http://neighbour.org:${port}/a?b#c`, status: 200, type: 'text/html' })
  expect(answer.body.toString()).toBe('GET /a?b')
  expect(asked[0]?.headers).toMatchObject({
    host: `neighbour.org:${port}`,
    accept: 'text/html',
    'accept-encoding': 'gzip, br',
    'user-agent': `Vermilion (+${ORIGIN})`,
  })
  const posted = await get(port, '/in', { method: 'POST', body: 'x' })
  expect(posted.body.toString()).toBe('POST /in')
})

it('gives any status to the caller', async () => {
  const { port } = await serve((_, res) => res.writeHead(404, { 'content-type': 'text/plain' }).end('none'))
  expect(await get(port, '/', { types: ['application/json'] })).toMatchObject({ status: 404, body: Buffer.from('none') })
})

it('asks nobody whose name leads to this machine or a network behind it, not even among others', async () => {
  const inner = await serve((_, res) => res.end('secret'), '127.0.0.2')
  for (const name of ['inner.org', 'mixed.org']) expect(await reason(get(inner.port, '/', {}, name))).toBe('address')
  for (const address of [
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.2',
    'fd00:ec2::254',
    '64:ff9b::7f00:2',
    '2002:7f00:2::',
    '0.0.0.0',
    'no address',
  ]) {
    names['turned.org'] = [address]
    expect(await reason(get(inner.port, '/', {}, 'turned.org')), address).toBe('address')
  }
  expect(await reason(get(inner.port, '/', {}, '127.0.0.2'))).toBe('address')
  expect(inner.asked).toEqual([])
})

it('connects to the address that was checked, whatever the name says the next time', async () => {
  const inner = await serve((_, res) => res.end('secret'), '127.0.0.2')
  const { port } = await serve((_, res) => res.setHeader('connection', 'close').end('public'))
  let times = 0
  const turning = open({ allows, resolve: async () => [times++ === 0 ? OUTSIDE : '127.0.0.2'] })
  const ask = (at: number) => turning.fetch(`http://turning.org:${at}/`, { ports: [port, inner.port] })
  expect((await ask(port)).body.toString()).toBe('public')
  expect(times).toBe(1)
  expect(await reason(ask(inner.port))).toBe('address')
  expect(inner.asked).toEqual([])
})

it('says when a name is unknown, or its servers fail', async () => {
  expect(await reason(get(1, '/', {}, 'nobody.org'))).toBe('name')
  const failing = open({ allows, resolve: () => Promise.reject(new Error('SERVFAIL')) })
  const failed = failing.fetch('http://neighbour.org/')
  expect(await reason(failed)).toBe('name')
  await expect(failed).rejects.toMatchObject({ passing: true, message: 'not fetched: name' })
})

it('follows redirects, each checked like the first', async () => {
  const inner = await serve((_, res) => res.end('secret'), '127.0.0.2')
  const { port, asked } = await serve((req, res) => {
    const to = decodeURIComponent((req.url ?? '').slice(2))
    if (to) res.writeHead(302, { location: to }).end('moved')
    else res.end('here')
  })
  const leads = (to: string, more: Outgoing = {}) => get(port, `/?${encodeURIComponent(to)}`, { ports: [port, inner.port], ...more })
  expect(await leads('/')).toMatchObject({ url: `http://neighbour.org:${port}/`, body: Buffer.from('here') })
  expect(await leads(`//elsewhere.org:${port}/#a`)).toMatchObject({ url: `http://elsewhere.org:${port}/#a` })
  for (const host of ['127.0.0.2', 'inner.org', '2130706434', '0x7f.2', '[::ffff:127.0.0.2]', 'mixed.org'])
    expect(await reason(leads(`http://${host}:${inner.port}/`)), host).toBe('address')
  expect(await reason(leads('http://neighbour.org:22/'))).toBe('port')
  expect(await reason(leads('http://a:b@neighbour.org/'))).toBe('url')
  for (const to of ['file:///etc/passwd', 'gopher://neighbour.org/', 'data:text/plain,a', `/${'a'.repeat(3000)}`, 'http://['])
    expect(await reason(leads(to)), to).toBe('url')
  expect(inner.asked).toEqual([])
  // One more than allowed.
  const before = asked.length
  expect(await reason(leads('/?/?/?/', { redirects: 1 }))).toBe('redirect')
  expect(asked.length - before).toBe(2)
  expect(await reason(leads('/', { redirects: 0 }))).toBe('redirect')
  expect(await reason(leads('/', { method: 'POST', body: 'x' }))).toBe('redirect')
})

it('does not go round in circles, and knows redirects to nowhere', async () => {
  const { port, asked } = await serve((req, res) => {
    const location = { '/two': ['/a', '/b'], '/none': undefined }[req.url ?? '']
    res.statusCode = 301
    if (req.url === '/circle') res.setHeader('location', '/circle')
    if (location) res.setHeader('location', location)
    res.end()
  })
  expect(await reason(get(port, '/circle'))).toBe('redirect')
  expect(asked).toHaveLength(4)
  expect(await reason(get(port, '/none'))).toBe('redirect')
  expect(await reason(get(port, '/two'))).toBe('redirect')
})

it('takes credentials to no other origin, and does not pick them up again', async () => {
  const { port, asked } = await serve((req, res) => {
    const to = { '/a': '/b', '/b': `http://elsewhere.org:${port}/c`, '/c': `http://neighbour.org:${port}/d` }[req.url ?? '']
    if (to) res.writeHead(307, { location: to })
    res.end()
  })
  await get(port, '/a', { headers: { Authorization: 'Bearer x', cookie: 'a=b', 'X-Key': 'k', Signature: 's', 'Accept-Language': 'zh' } })
  const secrets = asked.map(
    ({ headers }) => [headers.authorization, headers.cookie, headers['x-key'], headers.signature].filter(Boolean).length,
  )
  expect(secrets).toEqual([4, 4, 0, 0])
  expect(asked.map(({ headers }) => headers['accept-language'])).toEqual(['zh', 'zh', 'zh', 'zh'])
})

it('goes where the operator says, but not where that leads', async () => {
  const { port } = await serve((req, res) => {
    const to = { '/own': '/there', '/away': `http://127.0.0.3:${port}/`, '/metadata': 'http://169.254.169.254/' }[req.url ?? '']
    if (to) res.writeHead(302, { location: to })
    res.end('kept at home')
  }, '127.0.0.2')
  const operator = (path: string) => out.fetch(`http://127.0.0.2:${port}${path}`, { byOperator: true })
  expect((await operator('/')).body.toString()).toBe('kept at home')
  expect((await operator('/own')).body.toString()).toBe('kept at home')
  expect(await reason(operator('/away'))).toBe('port')
  expect(await reason(operator('/metadata'))).toBe('address')
  const localhost = out.fetch(`http://localhost:${port}/`, { byOperator: true })
  // As the machine understands it: here, but nobody listens.
  expect(await reason(localhost)).toBe('name')
})

it('goes into private networks where the site was told to, and still not to where clouds keep their secrets', async () => {
  const { port } = await serve((_, res) => res.end('sister'), '127.0.0.2')
  const home = open({}, true)
  expect((await home.fetch(`http://127.0.0.2:${port}/`)).body.toString()).toBe('sister')
  for (const host of ['169.254.169.254', '[fe80::1]', '0.0.0.0', '[::ffff:127.0.0.2]'])
    expect(await reason(home.fetch(`http://${host}:${port}/`)), host).toBe('address')
  const away = open()
  expect(await reason(away.fetch(`http://127.0.0.2:${port}/`, { ports: [port] }))).toBe('address')
  expect(await reason(away.fetch(`http://localhost:${port}/`, { ports: [port] }))).toBe('address')
})

it('passes proxies over that the environment names', async () => {
  const proxy = await serve((_, res) => res.end('through a proxy'))
  const { port } = await serve((_, res) => res.end('straight'))
  for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'HTTPS_PROXY', 'NODE_USE_ENV_PROXY'])
    vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`)
  try {
    const fresh = open({ allows, resolve: async () => [OUTSIDE] })
    expect((await fresh.fetch(`http://neighbour.org:${port}/`, { ports: [port] })).body.toString()).toBe('straight')
  } finally {
    vi.unstubAllEnvs()
  }
  expect(proxy.asked).toEqual([])
})

const MEBIBYTE = 1 << 20
/** Writes for as long as somebody reads. */
const forEver = (res: ServerResponse, part: Buffer) => {
  const more = () => {
    while (!res.destroyed && res.write(part));
  }
  res.on('drain', more)
  more()
}

it('takes no more than it was told, said or unsaid', async () => {
  const { port } = await serve((req, res) => {
    if (req.url === '/said') res.setHeader('content-length', MEBIBYTE + 1).write('a')
    else if (req.url === '/exact') res.end(Buffer.alloc(MEBIBYTE))
    else forEver(res, Buffer.alloc(64 * 1024))
  })
  expect(await reason(get(port, '/said'))).toBe('size')
  expect((await get(port, '/exact')).body.length).toBe(MEBIBYTE)
  expect(await reason(get(port, '/exact', { mostBytes: MEBIBYTE - 1 }))).toBe('size')
  expect(await reason(get(port, '/endless', { mostBytes: 10 * MEBIBYTE }))).toBe('size')
})

it('unfolds what is compressed, and no bombs', async () => {
  const bodies: Record<string, [string, Buffer]> = {
    '/gzip': ['gzip', gzipSync('plum')],
    '/GZIP': ['GZIP', gzipSync('plum')],
    '/br': ['br', brotliCompressSync('plum')],
    '/identity': ['identity', Buffer.from('plum')],
    '/bomb': ['gzip', gzipSync(Buffer.alloc(64 * MEBIBYTE))],
    '/br-bomb': ['br', brotliCompressSync(Buffer.alloc(64 * MEBIBYTE))],
    '/members': ['gzip', Buffer.concat(Array<Buffer>(200_000).fill(gzipSync('')))],
    '/deflate': ['deflate', deflateSync('plum')],
    '/twice': ['gzip, gzip', gzipSync(gzipSync('plum'))],
    '/strange': ['constructor', Buffer.from('plum')],
    '/cut': ['gzip', gzipSync('plum'.repeat(1000)).subarray(0, 30)],
    '/not': ['gzip', Buffer.from('plum blossom')],
    '/not-br': ['br', Buffer.from([255, 255, 255, 255])],
  }
  const { port } = await serve((req, res) => {
    const [encoding, body] = bodies[req.url ?? ''] ?? ['', Buffer.alloc(0)]
    // No length is said: only the bytes tell.
    res.writeHead(200, { 'content-encoding': encoding }).write(body)
    res.end()
  })
  for (const path of ['/gzip', '/GZIP', '/br', '/identity']) expect((await get(port, path)).body.toString(), path).toBe('plum')
  for (const path of ['/bomb', '/br-bomb', '/members']) expect(await reason(get(port, path)), path).toBe('size')
  for (const path of ['/deflate', '/twice', '/strange', '/cut', '/not', '/not-br'])
    expect(await reason(get(port, path)), path).toBe('encoding')
})

it('holds a part of a bomb in memory at a time', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * MEBIBYTE))
  const { port } = await serve((_, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
  const sizes: number[] = []
  const weigh = async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const part of bytes) sizes.push(part.length)
  }
  await out.fetchInto(`http://neighbour.org:${port}/`, { ports: [port], mostBytes: 64 * MEBIBYTE, mostMs: 80_000 }, weigh)
  expect(sizes.reduce((sum, size) => sum + size)).toBe(64 * MEBIBYTE)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MEBIBYTE)
})

it('waits neither for a head, nor for a body, nor for one that drips', async () => {
  const { port } = await serve((req, res) => {
    if (req.url === '/silent') return
    res.writeHead(200).write('a')
    if (req.url === '/drip') {
      const timer = setInterval(() => res.write('a'), 20)
      res.on('close', () => clearInterval(timer))
    }
  })
  expect(await reason(get(port, '/silent', { idleMs: 100 }))).toBe('time')
  expect(await reason(get(port, '/half', { idleMs: 100 }))).toBe('time')
  expect(await reason(get(port, '/drip', { idleMs: 5000, mostMs: 300 }))).toBe('time')
  const slow = open({ allows, resolve: () => new Promise(() => {}) })
  expect(await reason(slow.fetch('http://neighbour.org/', { mostMs: 100 }))).toBe('time')
})

it('counts the time of all redirects together', async () => {
  const { port } = await serve((_, res) => void setTimeout(() => res.writeHead(302, { location: '/' }).end(), 60))
  expect(await reason(get(port, '/', { redirects: 1000, mostMs: 400 }))).toBe('time')
})

it('takes only the kinds of content asked for', async () => {
  const types: Record<string, string> = {
    '/html': 'text/html',
    '/json': 'Application/JSON;charset=utf-8',
    '/png': 'image/png',
    '/svg': 'image',
    '/none': '',
  }
  const { port, asked } = await serve((req, res) => {
    const type = types[req.url ?? '']
    if (type) res.setHeader('content-type', type)
    res.end('x')
  })
  const wanted = { types: ['application/json', 'image/*'] }
  for (const path of ['/json', '/png']) expect((await get(port, path, wanted)).status, path).toBe(200)
  for (const path of ['/html', '/svg', '/none']) expect(await reason(get(port, path, wanted)), path).toBe('type')
  expect(asked).toHaveLength(5)
})

it('knows what is no HTTP, breaks off, or has a head without end', async () => {
  const head = 'HTTP/1.1 200 OK\r\n'
  const talks: [string, (socket: Socket) => unknown][] = [
    ['unreachable', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
    ['unreachable', (socket) => socket.destroy()],
    ['unreachable', (socket) => socket.end(`${head}content-length: 9\r\n\r\nplum`)],
    ['unreachable', (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n`)],
    ['unreachable', (socket) => socket.end(`${head}content-length: 4\r\ncontent-length: 5\r\n\r\nplum!`)],
    ['size', (socket) => socket.write(`${head}a: ${'b'.repeat(20_000)}\r\n\r\n`)],
    ['size', (socket) => socket.write(head + 'a: b\r\n'.repeat(10_000))],
  ]
  for (const [why, talk] of talks) expect(await reason(get(await say(talk))), String(talk)).toBe(why)
  // Nobody listens at all.
  const { port } = await serve(() => {})
  names['gone.org'] = ['127.0.0.1']
  expect(await reason(get(port === 1 ? 2 : 1, '/', {}, 'gone.org'))).toBe('unreachable')
})

it('hands over what is large as it comes, and lets go of what is not wanted', async () => {
  let closed = () => {}
  const letGo = new Promise<void>((done) => {
    closed = done
  })
  const { port } = await serve((req, res) => {
    if (req.url === '/endless') {
      res.on('close', closed)
      forEver(res, Buffer.alloc(64 * 1024))
    } else res.end(Buffer.alloc(req.url === '/small' ? 9 : 3 * MEBIBYTE))
  })
  const url = `http://neighbour.org:${port}`
  const sum = async (bytes: AsyncIterable<Uint8Array>) => {
    let n = 0
    for await (const part of bytes) n += part.length
    return n
  }
  expect(await out.fetchInto(`${url}/`, { ports: [port], mostBytes: 4 * MEBIBYTE }, sum)).toBe(3 * MEBIBYTE)
  const first = async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const part of bytes) return part.length > 0
  }
  expect(await out.fetchInto(`${url}/endless`, { ports: [port] }, first)).toBe(true)
  await letGo
  const own = new Error('the disk is full')
  await expect(out.fetchInto(`${url}/small`, { ports: [port] }, () => Promise.reject(own))).rejects.toBe(own)
  // Not even a look at it.
  expect(await out.fetchInto(`${url}/small`, { ports: [port] }, async (_, { status }) => status)).toBe(200)
})

it('ends when the caller no longer wants it, with the caller’s own reason', async () => {
  const { port } = await serve(() => {})
  const wish = new AbortController()
  const asked = get(port, '/', { signal: wish.signal })
  const own = new Error('stopping')
  wish.abort(own)
  await expect(asked).rejects.toBe(own)
})

it('reads the head alone of a HEAD', async () => {
  const { port } = await serve((_, res) => res.writeHead(200, { 'content-length': 99 * MEBIBYTE, 'content-encoding': 'gzip' }).end())
  expect(await get(port, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: Buffer.alloc(0) })
})
