import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server on this machine that takes every letter and remembers to whom. */
export async function letterBox(): Promise<{ url: string; to: Set<string>; close(): Promise<void> }> {
  const to = new Set<string>()
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => {})
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`)
    let inLetter = false
    let addressee = ''
    say('220 letter box')
    createInterface({ input: socket }).on('line', (line) => {
      if (inLetter) {
        if (line !== '.') return
        inLetter = false
        to.add(addressee)
        return say('250 taken')
      }
      const rcpt = /^RCPT TO:<([^>]+)>/i.exec(line)
      if (rcpt) addressee = rcpt[1] ?? ''
      if (/^DATA/i.test(line)) {
        inLetter = true
        return say('354 go on')
      }
      say(/^QUIT/i.test(line) ? '221 bye' : '250 ok')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
