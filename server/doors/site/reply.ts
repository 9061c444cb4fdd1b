import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const zstd = promisify(zstdCompress)

type Encoding = 'zstd' | 'br' | 'gzip'

/** Pages that are being compressed by this process, which has two cores or so and four threads for it. */
let atWork = 0
/** From so many on, being quick counts for more than being small. */
const CROWD = 4

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
  #forms = new Map<Encoding, Promise<Buffer>>()

  /** `styles`: hashes of the style sheets inside. `wait`: seconds after which what is missing may be asked for again, 0 for nothing said. */
  constructor(status: number, html: Buffer, styles: readonly string[] = [], wait = 0) {
    this.wait = wait
    this.status = status
    this.policy = policyWith(styles)
    this.plain = html
  }

  /** `level` of brotli or gzip: low for a page sent once, higher for one that many will read. */
  form(encoding: Encoding, level: number): Promise<Buffer> {
    let form = this.#forms.get(encoding)
    if (!form) {
      atWork++
      form = this.#compressed(encoding, level).finally(() => atWork--)
      this.#forms.set(encoding, form)
    }
    return form
  }

  #compressed(encoding: Encoding, level: number): Promise<Buffer> {
    if (encoding === 'zstd') return zstd(this.plain, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
    if (encoding === 'gzip') return zip(this.plain, { level })
    return brotli(this.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: this.plain.length },
    })
  }
}

/**
 * The form a page is sent in. Where nobody waits, brotli, which is the smallest. In a crowd, zstd of the same size as brotli's level 3 at a third of
 * its time (decision 215 has the figures), else brotli at that level.
 */
function formFor(accepts: string, shared: boolean): { encoding: Encoding; level: number } | null {
  const crowd = atWork >= CROWD
  if (crowd && accepts.includes('zstd')) return { encoding: 'zstd', level: 3 }
  const level = crowd ? 3 : shared ? 5 : 2
  if (accepts.includes('br')) return { encoding: 'br', level }
  return accepts.includes('gzip') ? { encoding: 'gzip', level } : null
}

/** Sends a page in the best form the browser takes. */
export async function sendPage(req: FastifyRequest, reply: FastifyReply, page: ReadyPage, shared: boolean): Promise<FastifyReply> {
  const accepts = String(req.headers['accept-encoding'] ?? '')
  const form = formFor(accepts, shared)
  reply
    .code(page.status)
    .header('content-type', 'text/html; charset=utf-8')
    // Always asked for again, but the browser may show it when one goes back.
    .header('cache-control', shared ? 'no-cache' : 'private, no-cache')
    .header('vary', 'accept-encoding, accept-language, cookie')
    .header('content-security-policy', page.policy)
  if (page.wait > 0) reply.header('retry-after', page.wait)
  if (!form) return reply.send(page.plain)
  return reply.header('content-encoding', form.encoding).send(await page.form(form.encoding, form.level))
}
