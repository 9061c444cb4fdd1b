import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#server/app.ts'
import { connectionsFor } from '#server/platform/connections.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testPerson } from '#tests/setup/people.ts'

let ctx: Context
let app: App
let port: number
let tess: Someone

beforeAll(async () => {
  ctx = await testContext({ config: { logLevel: 'silent' } })
  app = await buildApp(ctx, {
    strict: true,
    timeouts: {
      headersMs: 400,
      graceMs: 300,
      bytesPerSecond: 1000,
      idleMs: 300,
      stillMs: 60_000,
      lingerMs: 300,
      closingMs: 2000,
      answeringMs: 4000,
    },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as { port: number }).port
  tess = await testPerson(ctx, app, 'tess.rowan')
})
afterAll(() => app.close())

const open = async (): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}
const head = (path: string, more: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tess.token}\r\n${more}\r\n\r\n`
const json = (length: number) => head('/v1/notes', `content-type: application/json\r\ncontent-length: ${length}`)
/** Sends a byte now and then for as long as the other side listens. */
const dribble = (socket: Socket, byte: string) => {
  const timer = setInterval(() => socket.writable && socket.write(byte), 40)
  socket.once('close', () => clearInterval(timer))
}

describe('what never ends by itself is ended', () => {
  it('headers that dribble', async () => {
    const socket = await open()
    socket.write('GET / HTTP/1.1\r\nx-slow: ')
    dribble(socket, 'a')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"too-slow"/)
  })

  it.each([
    ['headers that dribble', 'GET / HTTP/1.1\r\nx-slow: ', 408],
    ['bytes that are not HTTP', 'nonsense\r\n\r\n', 400],
    ['a body that dribbles', 'POST /v1/notes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n', 401],
  ])('%s, from one who hears the answer and sends on', async (_what, start, status) => {
    const mine = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    mine.on('error', () => {})
    const [theirs] = (await Promise.all([once(app.server, 'connection'), once(mine, 'connect')]))[0] as [Socket]
    mine.write(start)
    dribble(mine, 'a')
    expect(await text(mine)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    await expect.poll(() => theirs.destroyed, { timeout: 4000 }).toBe(true)
    mine.destroy()
  })

  it('a connection that says nothing', async () => {
    const socket = await open()
    await text(socket)
    expect(socket.readableEnded).toBe(true)
  })

  it('a body that dribbles, by length or in chunks, and an upload', async () => {
    const slow = [
      json(5000),
      head('/v1/notes', 'content-type: application/json\r\ntransfer-encoding: chunked'),
      `${head('/v1/media', 'content-type: multipart/form-data; boundary=b\r\ncontent-length: 90000')}--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`,
    ]
    for (const [i, start] of slow.entries()) {
      const socket = await open()
      socket.write(start)
      dribble(socket, i === 1 ? '1\r\n \r\n' : ' ')
      expect(await text(socket), String(i)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"too-slow"/)
    }
    expect((await app.inject('/metrics')).body).toMatch(/^http_bodies_given_up 3$/m)
  })

  it('a body that comes steadily is read to its end, however long it takes', async () => {
    const body = JSON.stringify({ title: 'Slow and steady', text: 'x'.repeat(2000) })
    const socket = await open()
    socket.write(json(body.length))
    let sent = 0
    const timer = setInterval(() => {
      if (socket.writable) socket.write(body.slice(sent, sent + 150))
      sent += 150
      if (sent >= body.length) clearInterval(timer)
    }, 60)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 201 /)
  })

  it('an answer that comes before the body has ended is heard, and the connection is given back', async () => {
    const socket = await open()
    socket.write(
      `POST /v1/notes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000000\r\n\r\n${' '.repeat(100_000)}`,
    )
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 [\s\S]*"code":"sign-in-first"/)
  })
})

describe('told to stop', () => {
  /** A site whose `/slow` answers when told to go and whose `/never` does not, and what was begun there. */
  async function openSlow(timeouts: { closingMs: number; answeringMs: number; lingerMs: number }) {
    const site = await buildApp(ctx, { timeouts })
    let go = () => {}
    const release = new Promise<void>((done) => {
      go = done
    })
    let begun = 0
    site.post('/slow', { schema: { hide: true } }, async () => {
      begun++
      await release
      return 'done'
    })
    site.post('/never', { schema: { hide: true } }, async () => {
      begun++
      await new Promise(() => {})
    })
    await site.listen({ port: 0, host: '127.0.0.1' })
    /** `heard`: the server has said something; `all`: everything it said, once the connection has ended. */
    const ask = async (path: string, length: number, body: string, more = '') => {
      const socket = connect((site.server.address() as { port: number }).port, '127.0.0.1')
      socket.on('error', () => {})
      await once(socket, 'connect')
      socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${more}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`)
      return { heard: once(socket, 'readable'), all: text(socket) }
    }
    return { site, ask, go, begun: () => begun }
  }

  it('an answer in the making is given, and a body that does not come is refused in words: nobody is cut off', async () => {
    const { site, ask, go, begun } = await openSlow({ closingMs: 200, answeringMs: 60_000, lingerMs: 200 })
    const slow = await ask('/slow', 2, '{}')
    const half = await ask('/slow', 20, '{', 'accept-language: zh-CN\r\nexpect: 100-continue\r\n')
    await half.heard
    await expect.poll(begun).toBe(1)
    const closed = site.close()
    // Later than a body may come, and while the other is still worked on.
    const refused = await half.all
    expect(refused).toMatch(/100 Continue[\s\S]*HTTP\/1\.1 503 [\s\S]*retry-after: \d[\s\S]*"code":"unavailable"/i)
    expect(refused).toMatch(/[\u4e00-\u9fff]/)
    go()
    expect(await slow.all).toMatch(/^HTTP\/1\.1 200 [\s\S]*done$/)
    await closed
  })

  it('an answer that does not get done is refused in words', async () => {
    const { site, ask, begun } = await openSlow({ closingMs: 200, answeringMs: 400, lingerMs: 200 })
    const never = await ask('/never', 2, '{}')
    await expect.poll(begun).toBe(1)
    const closed = site.close()
    expect(await never.all).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: \d[\s\S]*"code":"unavailable"/i)
    await closed
  })
})

it('as many connections as files allow, each with a picture open', () => {
  const limits = (n: number) =>
    `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${n}                 4096  files\n`
  expect([connectionsFor(limits(1024)), connectionsFor(limits(65_536)), connectionsFor(limits(64)), connectionsFor(null)]).toEqual([
    462,
    32_718,
    16,
    null,
  ])
})

it('a full disk and a full file table are said in words, in both languages', async () => {
  const stores = ctx.storage as { put: unknown }
  const put = stores.put
  const { picture } = await import('#tests/setup/notes.ts')
  const words = { en: /no room/, 'zh-Hans': /存储空间已满/ }
  try {
    const mei = await testPerson(ctx, app, { handle: 'mei', locale: 'zh-Hans' })
    for (const [code, status, name] of [
      ['ENOSPC', 507, 'storage-full'],
      ['EDQUOT', 507, 'storage-full'],
      ['53100', 507, 'storage-full'],
      ['EMFILE', 503, 'unavailable'],
      ['ENFILE', 503, 'unavailable'],
      ['53300', 503, 'unavailable'],
    ] as const) {
      stores.put = () => Promise.reject(Object.assign(new Error(`${code}: a word of somebody`), { code }))
      for (const language of ['en', 'zh-Hans'] as const) {
        const who = language === 'en' ? tess : mei
        const said = await who.post('/v1/notes', { title: 'Full', text: 'A card is drawn of this' })
        expect(said.json(), code).toMatchObject({ status, code: name })
        if (status === 507) expect(said.json().title).toMatch(words[language])
        else expect(said.headers['retry-after']).toBe('2')
      }
    }
  } finally {
    stores.put = put
  }
  expect(await picture(ctx, tess.id)).toMatch(/^\d+$/)
})
