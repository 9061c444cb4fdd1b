import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const policyWith = (styles: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${styles.join(' ')}`.trim(),
    // Sizes reserved for pictures and the places of cards are attributes of elements.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** A page ready to be sent, with its compressed forms made when first asked for. */
export class ReadyPage {
  readonly status: number
  readonly plain: Buffer
  readonly policy: string
  readonly wait: number
  #forms = new Map<string, Promise<Buffer>>()

  /** `styles`: hashes of the style sheets inside. `wait`: seconds after which what is missing may be asked for again, 0 for nothing said. */
  constructor(status: number, html: string, styles: readonly string[] = [], wait = 0) {
    this.wait = wait
    this.status = status
    this.policy = policyWith(styles)
    this.plain = Buffer.from(html)
  }

  /** `level` low for a page sent once, higher for one that many will read. */
  form(encoding: 'br' | 'gzip', level: number): Promise<Buffer> {
    let form = this.#forms.get(encoding)
    if (!form) {
      form =
        encoding === 'br'
          ? brotli(this.plain, {
              params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: this.plain.length },
            })
          : zip(this.plain, { level })
      this.#forms.set(encoding, form)
    }
    return form
  }
}

/** Sends a page in the best form the browser takes. */
export async function sendPage(req: FastifyRequest, reply: FastifyReply, page: ReadyPage, shared: boolean): Promise<FastifyReply> {
  const accepts = String(req.headers['accept-encoding'] ?? '')
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null
  reply
    .code(page.status)
    .header('content-type', 'text/html; charset=utf-8')
    // Always asked for again, but the browser may show it when one goes back.
    .header('cache-control', shared ? 'no-cache' : 'private, no-cache')
    .header('vary', 'accept-encoding, accept-language, cookie')
    .header('content-security-policy', page.policy)
  if (page.wait > 0) reply.header('retry-after', page.wait)
  if (!encoding) return reply.send(page.plain)
  return reply.header('content-encoding', encoding).send(await page.form(encoding, shared ? 5 : 2))
}
