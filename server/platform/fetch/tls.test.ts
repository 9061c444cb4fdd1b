import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { authority, certificate, expired, key } from '#tests/setup/certificates.ts'
import { atEnd } from '#tests/setup/endings.ts'
import { type Fetcher, FetchProblem, openFetch } from './index.ts'

/** Stands for the public Internet here. */
const OUTSIDE = '127.0.0.1'
const ORIGIN = 'https://vermilion.example'

const trusted = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authority]))
afterAll(() => setDefaultCACertificates(trusted))

/** A server of neighbour.org behind a certificate, with the names that were asked for: when the connection was opened, and by the request. */
async function serve(cert = certificate) {
  const asked: { opened: unknown; host: string | undefined }[] = []
  const server = createServer({ key, cert }, (req, res) => {
    asked.push({ opened: (req.socket as TLSSocket & { servername?: unknown }).servername, host: req.headers.host })
    if (req.url === '/on') res.writeHead(302, { location: String(req.headers['x-to'] ?? '/') })
    res.end('sealed')
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((done) => server.listen(0, OUTSIDE, done))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked }
}

/** Asks as the site does; every name leads to this machine. A way out of its own each time: none remembers a connection that was good. */
async function get(port: number, name = 'neighbour.org', path = '/', headers: Record<string, string> = {}) {
  const out: Fetcher = openFetch({ origin: ORIGIN, allowPrivate: false }, { allows: (a) => a === OUTSIDE, resolve: async () => [OUTSIDE] })
  try {
    return (await out.fetch(`https://${name}:${port}${path}`, { ports: [port], headers })).body.toString()
  } catch (e) {
    if (!(e instanceof FetchProblem)) throw e
    return `${e.reason} ${(e.cause as { code?: string })?.code}`
  } finally {
    await out.stop()
  }
}

it('opens the connection by the name that was asked for, at the address that was checked', async () => {
  const { port, asked } = await serve()
  expect(await get(port)).toBe('sealed')
  expect(asked).toEqual([{ opened: 'neighbour.org', host: `neighbour.org:${port}` }])
})

it('asks nobody whose certificate is of another name, though the address is the right one', async () => {
  const { port, asked } = await serve()
  for (const name of ['elsewhere.org', 'www.neighbour.org', OUTSIDE])
    expect(await get(port, name), name).toBe('unreachable ERR_TLS_CERT_ALTNAME_INVALID')
  expect(asked).toEqual([])
})

it('holds every redirect to the same', async () => {
  const { port, asked } = await serve()
  expect(await get(port, 'neighbour.org', '/on', { 'x-to': '/' })).toBe('sealed')
  expect(await get(port, 'neighbour.org', '/on', { 'x-to': `https://elsewhere.org:${port}/` })).toBe(
    'unreachable ERR_TLS_CERT_ALTNAME_INVALID',
  )
  expect(asked.map(({ opened }) => opened)).toEqual(['neighbour.org', 'neighbour.org', 'neighbour.org'])
})

it('asks nobody whose certificate has ended, or is signed by somebody whom this machine does not know', async () => {
  const old = await serve(expired)
  expect(await get(old.port)).toBe('unreachable CERT_HAS_EXPIRED')
  const { port, asked } = await serve()
  setDefaultCACertificates(trusted)
  try {
    expect(await get(port)).toMatch(/^unreachable (UNABLE_TO_VERIFY|SELF_SIGNED)/)
  } finally {
    setDefaultCACertificates([authority])
  }
  expect([...asked, ...old.asked]).toEqual([])
})

it('checks certificates whatever the environment says', async () => {
  const { port, asked } = await serve()
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  try {
    expect(await get(port, 'elsewhere.org')).toBe('unreachable ERR_TLS_CERT_ALTNAME_INVALID')
  } finally {
    vi.unstubAllEnvs()
  }
  expect(asked).toEqual([])
})
