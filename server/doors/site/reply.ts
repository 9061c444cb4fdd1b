import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip, zstdCompressSync, zstdDecompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const readers = { br: promisify(brotliDecompress), gzip: promisify(gunzip), zstd: promisify(zstdDecompress) }

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

/** What a page is sent as; without an encoding it is plain. */
interface Form {
  bytes: Buffer
  encoding?: Encoding
}

/**
 * A page ready to be sent. Sent the first time it takes the form that is made quickest, zstd where the browser reads it; one that is sent again is
 * made small once, when there is time (decision 215 has the figures). Of what it was made from only one form is kept, unless others are asked for.
 */
export class ReadyPage {
  readonly status: number
  readonly policy: string
  readonly wait: number
  #plain: Buffer | null
  #forms = new Map<Encoding, Buffer>()
  #making = new Map<Encoding, Promise<Buffer>>()
  #small = false
  #sent = 0
  readonly #weighed: () => void

  /**
   * `styles`: hashes of the style sheets inside. `wait`: seconds after which what is missing may be asked for again, 0 for nothing said. `weighed` is called
   * whenever the page holds more or fewer bytes than before.
   */
  constructor(status: number, html: Buffer, styles: readonly string[], wait: number, weighed: () => void = () => {}) {
    this.status = status
    this.#plain = html
    this.policy = policyWith(styles)
    this.wait = wait
    this.#weighed = weighed
  }

  /** Bytes held. */
  get size(): number {
    let sum = 500 + (this.#plain?.length ?? 0)
    for (const { length } of this.#forms.values()) sum += length
    return sum
  }

  /** The best form there is, or is to be had at once, for what a browser says it takes. */
  async form(accepts: string): Promise<Form> {
    const again = this.#sent++ > 0
    const takes = (encoding: Encoding) => accepts.includes(encoding)
    if (takes('br') && again && !this.#small && atWork < CROWD) {
      this.#small = true
      void this.#make('br', 5).then(
        () => this.#drop(),
        () => {},
      )
    }
    const had = (['br', 'zstd', 'gzip'] as const).find((encoding) => takes(encoding) && this.#forms.has(encoding))
    if (had) return { bytes: this.#forms.get(had) as Buffer, encoding: had }
    const encoding = (['zstd', 'br', 'gzip'] as const).find(takes)
    if (!encoding) return { bytes: await this.#unpacked() }
    return { bytes: await (this.#making.get(encoding) ?? this.#make(encoding, atWork < CROWD ? 4 : 3)), encoding }
  }

  /** `level` of brotli or gzip. */
  #make(encoding: Encoding, level: number): Promise<Buffer> {
    atWork++
    const making = this.#unpacked()
      .then((plain) => compressed(plain, encoding, level))
      .then((bytes) => {
        this.#forms.set(encoding, bytes)
        this.#plain = null
        this.#weighed()
        return bytes
      })
      .finally(() => {
        atWork--
        this.#making.delete(encoding)
      })
    this.#making.set(encoding, making)
    return making
  }

  /** Every browser that reads zstd reads brotli, too. */
  #drop(): void {
    this.#forms.delete('zstd')
    this.#weighed()
  }

  async #unpacked(): Promise<Buffer> {
    if (this.#plain) return this.#plain
    const [[encoding, bytes] = []] = this.#forms
    if (!encoding || !bytes) throw new Error('a page without any form')
    return readers[encoding](bytes)
  }
}

/** 2^18 bytes are more than any page has: a larger window only takes memory and time for the same bytes. */
const WINDOW = 18

/** Whoever compresses is told how much is to come, and takes no more memory than that needs. */
function compressed(plain: Buffer, encoding: Encoding, level: number): Buffer | Promise<Buffer> {
  // Here and now: to hand a page to another thread and take it back costs six to nine times what zstd does (decision 257).
  if (encoding === 'zstd')
    return zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: 3 }, pledgedSrcSize: plain.length })
  if (encoding === 'gzip') return zip(plain, { level })
  return brotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW,
    },
  })
}

/** Sends a page in the best form the browser takes. */
export async function sendPage(req: FastifyRequest, reply: FastifyReply, page: ReadyPage, shared: boolean): Promise<FastifyReply> {
  const { bytes, encoding } = await page.form(String(req.headers['accept-encoding'] ?? ''))
  reply
    .code(page.status)
    .header('content-type', 'text/html; charset=utf-8')
    // Always asked for again, but the browser may show it when one goes back.
    .header('cache-control', shared ? 'no-cache' : 'private, no-cache')
    .header('vary', 'accept-encoding, accept-language, authorization, cookie')
    .header('content-security-policy', page.policy)
  if (page.wait > 0) reply.header('retry-after', page.wait)
  if (encoding) reply.header('content-encoding', encoding)
  return reply.send(bytes)
}
