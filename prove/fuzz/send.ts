import * as http from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Request } from './requests.ts'

export interface Answer {
  /** 0: none came, for the reason in `text`. */
  status: number
  headers: http.IncomingHttpHeaders
  text: string
  /** From sending to the last byte, ms. */
  took: number
}

export const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** Sends a request as it stands, whatever it says. Never throws. */
export function send(origin: string, request: Request, token: string | undefined, timeoutMs: number): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const since = performance.now()
  return new Promise((done) => {
    const end = (status: number, headers: http.IncomingHttpHeaders, text: string) =>
      done({ status, headers, text, took: performance.now() - since })
    const body = request.body === undefined ? undefined : Buffer.from(request.body, 'latin1')
    const outgoing = http.request(
      {
        hostname,
        port,
        agent,
        method: request.method,
        path: request.path,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...request.headers,
          ...(body ? { 'content-length': body.length } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (bytes: Buffer) => chunks.push(bytes))
        answer.once('end', () => end(answer.statusCode ?? 0, answer.headers, Buffer.concat(chunks).toString('utf8')))
        answer.once('error', (error) => end(0, answer.headers, String(error)))
      },
    )
    outgoing.once('error', (error) =>
      end(0, {}, error.name === 'AbortError' || error.name === 'TimeoutError' ? 'nothing came' : String(error)),
    )
    outgoing.end(body)
  })
}
