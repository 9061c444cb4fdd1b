import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { lotOf } from './lot.ts'

/** Bytes that are no request, or none that ends. `ends`: an answer is due; else the other side only waits, and must not be harmed by us. */
export interface RawBytes {
  name: string
  bytes: string
  ends: boolean
}

const post = (more: string) => `POST /v1/notes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}\r\n\r\n`

export function rawBytes(seed: number): RawBytes[] {
  const noise = Array.from({ length: 400 }, (_, i) => String.fromCharCode(lotOf(`noise ${i}`, seed) % 256)).join('')
  return [
    { name: 'noise', bytes: `${noise}\r\n\r\n`, ends: true },
    { name: 'a TLS greeting', bytes: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', ends: true },
    { name: 'no version', bytes: 'GET /\r\n\r\n', ends: true },
    { name: 'a method of nobody', bytes: 'FLY / HTTP/1.1\r\nhost: x\r\n\r\n', ends: true },
    { name: 'NUL in a header', bytes: 'GET / HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n', ends: true },
    { name: 'no host', bytes: 'GET / HTTP/1.1\r\n\r\n', ends: true },
    { name: 'two lengths', bytes: post('content-length: 2\r\ncontent-length: 3'), ends: true },
    { name: 'a length and chunks', bytes: post('content-length: 2\r\ntransfer-encoding: chunked'), ends: true },
    { name: 'a negative length', bytes: post('content-length: -1'), ends: true },
    { name: 'a chunk of no size', bytes: `${post('transfer-encoding: chunked')}zz\r\n\r\n`, ends: true },
    { name: 'headers without number', bytes: `GET / HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(5000)}\r\n`, ends: true },
    { name: 'a header of 100 kB', bytes: `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, ends: true },
    { name: 'an address of 100 kB', bytes: `GET /${'y'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, ends: true },
    { name: 'headers that stop', bytes: 'GET / HTTP/1.1\r\nhost: ', ends: false },
    { name: 'a body that stops', bytes: `${post('content-length: 5000')}{"title":`, ends: false },
    { name: 'chunks that stop', bytes: `${post('transfer-encoding: chunked')}5\r\n{"ti`, ends: false },
    { name: 'a promise of chunks', bytes: post('transfer-encoding: chunked\r\nexpect: 100-continue'), ends: false },
    {
      name: 'an upload that stops',
      bytes: `POST /v1/media HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 90000\r\n\r\n--b\r\n`,
      ends: false,
    },
  ]
}

/** Sends them all at once. Answers what went wrong with those to which an answer was due; those that never end are given up by us once all others are done. */
export async function sendRaw(origin: string, all: readonly RawBytes[], timeoutMs: number): Promise<string[]> {
  const wrong: string[] = []
  const open = all.map(({ name, bytes, ends }) => {
    const { port, hostname } = new URL(origin)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.once('connect', () => socket.write(Buffer.from(bytes, 'latin1')))
    return { name, ends, socket }
  })
  await Promise.all(
    open.map(async ({ name, ends, socket }) => {
      if (!ends) return
      const timer = setTimeout(() => socket.destroy(), timeoutMs)
      socket.once('data', () => socket.end())
      const said = await text(socket).catch(() => '')
      clearTimeout(timer)
      if (!/^HTTP\/1\.1 [234]\d\d /.test(said)) wrong.push(`${name}: ${said.slice(0, 60) || 'no answer'}`)
    }),
  )
  for (const { socket } of open) {
    if (socket.closed) continue
    socket.destroy()
    await once(socket, 'close')
  }
  return wrong
}
