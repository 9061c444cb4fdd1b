import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import type { App, Viewer } from '#server/platform/http.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, notFound } from '#server/platform/result.ts'
import { type ByteRange, isStorageKey } from '#server/platform/storage.ts'
import { fileOfKey } from '#server/rooms/media/index.ts'
import { notes } from '#server/rooms/notes/index.ts'

/**
 * Serves the files of media under `/media/`. Every address is asked about each time: what shows the medium now, and may this reader see
 * that? So what is withdrawn is gone within a second, and what caches keep of public files they have to ask about again (decision 151).
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

/**
 * Caches may keep a public picture and have to ask whether it still is one; of others they keep nothing. A fresh upload is shown by clients
 * that load pictures without the token they have (and from other origins): its address, which only its owner was told, is the key.
 */
const headersOf = {
  open: { 'cache-control': 'public, no-cache', 'cross-origin-resource-policy': 'cross-origin' },
  guarded: { 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin' },
  fresh: { 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'cross-origin' },
}

/** Whether the reader may have this file of this medium, and how; null: for them there is no such thing. */
const sightOf = async (ctx: Context, reader: Viewer | null, media: string, key: string): Promise<keyof typeof headersOf | null> => {
  const asked = notes.picture(ctx, media)
  const sight = asked instanceof Promise ? await asked : asked
  if (!sight) return null
  const shown = sight.files.has(key)
  if (shown && sight.open) return 'open'
  if (shown && sight.fresh) return 'fresh'
  // An older crop may show what its owner has cut away: until its files are gone, only to them.
  return (shown ? await sight.allows(reader) : reader?.accountId === sight.ownerId) ? 'guarded' : null
}

const serve = async (ctx: Context, req: FastifyRequest, reply: FastifyReply, key: string) => {
  // The key is checked by its shape, so nothing can climb out of the folder; a strange one is simply not there.
  const known = isStorageKey(key) ? fileOfKey(key) : undefined
  const sight = known ? await sightOf(ctx, req.viewer, known.media, key) : null
  const file = sight ? await ctx.storage.stat(key) : undefined
  if (!known || !sight || !file) return sendProblem(req, reply, fail(notFound))
  const tag = `"${key.slice(key.lastIndexOf('/') + 1)}"`
  reply.headers({
    'content-type': known.type,
    ...headersOf[sight],
    etag: tag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    // Opened by itself, a file is what it shows or says and nothing else.
    'content-security-policy': "default-src 'none'; sandbox",
  })
  if (knows(req.headers['if-none-match'], tag)) return reply.code(304).send()
  const range = rangeOf(req, file.size, tag)
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${file.size}`).type('text/plain').send('')
  const stream = req.method === 'HEAD' ? Readable.from([]) : await ctx.storage.get(key, range)
  // Removed between two lines.
  if (!stream) return sendProblem(req, reply.removeHeader('etag'), fail(notFound))
  reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  return reply.send(stream)
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
