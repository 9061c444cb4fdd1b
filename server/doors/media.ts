import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, notFound } from '#server/platform/result.ts'
import { type ByteRange, isStorageKey } from '#server/platform/storage.ts'

const types: Record<string, string> = { webp: 'image/webp', avif: 'image/avif', jpg: 'image/jpeg' }

/**
 * Serves stored files under `/media/`. Everything there was encoded by us, has an address that cannot be guessed and never changes, so
 * there is nothing to ask about the reader, and every cache may keep it for ever.
 */
export const mediaDoor = (app: App, ctx: Context): void => {
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/media/*',
    schema: { hide: true },
    config: { access: 'public' },
    handler: (req, reply) => serve(ctx, req, reply, req.params['*']),
  })
}

const serve = async (ctx: Context, req: FastifyRequest, reply: FastifyReply, key: string) => {
  const type = types[key.slice(key.lastIndexOf('.') + 1)]
  // The key is checked by its shape, so nothing can climb out of the folder; a strange one is simply not there.
  const file = type && isStorageKey(key) ? await ctx.storage.stat(key) : undefined
  if (!type || !file) return sendProblem(req, reply, fail(notFound))
  const tag = `"${key.slice(key.lastIndexOf('/') + 1)}"`
  reply.headers({
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: tag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    // Opened by itself, a picture is a picture and nothing else.
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  })
  if (knows(req.headers['if-none-match'], tag)) return reply.code(304).send()
  const range = rangeOf(req, file.size, tag)
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${file.size}`).type('text/plain').send('')
  reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  if (req.method === 'HEAD') return reply.send(Readable.from([]))
  return reply.send(ctx.storage.stream(key, range))
}

const knows = (header: string | undefined, tag: string) =>
  header !== undefined &&
  (header.trim() === '*' ||
    header
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''))
      .includes(tag))

/** One range, as browsers and players ask; several at once, another unit or nonsense get the whole file, as the RFC allows. */
const rangeOf = (req: FastifyRequest, size: number, tag: string): ByteRange | 'outside' | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(req.headers.range ?? '') ?? []
  if (first === '' && last === '') return undefined
  const condition = req.headers['if-range']
  if (typeof condition === 'string' && condition !== tag) return undefined
  if (first === '') return Number(last) === 0 ? 'outside' : { start: Math.max(0, size - Number(last)), end: size - 1 }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= size) return 'outside'
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
