import { chapter } from '#server/platform/chapters.ts'
import '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { cleaned } from '#server/platform/input.ts'
import type { Once } from '#server/platform/once.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, type Result } from '#server/platform/result.ts'
import { Id } from '#server/platform/schema.ts'
import { deleteMedia } from './delete-media.ts'
import { noFile, refuse } from './errors.ts'
import { getMedia, getPicture } from './get-media.ts'
import { makeTextCard } from './make-text-card.ts'
import type { Refusal } from './pictures/decode.ts'
import { limits } from './pictures/limits.ts'
import { previewTextCard, templateSample } from './preview-text-card.ts'
import { ImageMedia, MAX_ALT, MakeTextCard, Media, PreviewTextCard, TextCardTemplate, UpdateMedia } from './schema.ts'
import { cleanSpool, type Spooled, spool } from './spool.ts'
import { listTemplates } from './text-card-templates.ts'
import { updateMedia } from './update-media.ts'
import { uploadPicture } from './upload-picture.ts'

const params = z.object({ id: Id })
const tags = ['media']

export const mediaRoutes = (app: App, ctx: Context): void => {
  chapter(app, 'media', 'Pictures and text cards. Upload first, then put the ids into a note, a comment or a profile.')
  route(app, ctx, {
    method: 'POST',
    url: '/v1/media',
    access: 'account',
    limit: { name: 'media.upload', burst: 90, seconds: 900 },
    tags,
    summary: 'Upload a picture',
    description:
      'multipart/form-data with a field `file` (JPEG, PNG, WebP, AVIF, GIF or HEIC, up to 25 MB and 50 megapixels) and optionally `alt`. The type is read from the content. The picture is ready on return, upright and without metadata.',
    form: z.object({
      file: z.file().meta({ type: 'string', format: 'binary', examples: ['(bytes of the picture)'] }),
      alt: z
        .string()
        .max(MAX_ALT)
        .optional()
        .meta({ examples: ['A ginger cat on a windowsill'] }),
    }),
    response: { 201: ImageMedia },
    again: ({ viewer }, id) => getPicture(ctx, viewer, id),
    handler: ({ viewer, req, once }) => receive(ctx, viewer, req, once),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/media/text-cards',
    access: 'account',
    limit: { name: 'media.upload', burst: 90, seconds: 900 },
    tags,
    summary: 'Make a picture of a text',
    body: MakeTextCard,
    response: { 201: ImageMedia },
    again: ({ viewer }, id) => getPicture(ctx, viewer, id),
    handler: ({ viewer, body, once }) => makeTextCard(ctx, viewer, body, once.made),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/media/:id',
    access: 'account',
    tags,
    summary: 'One of my uploads',
    params,
    response: { 200: Media },
    handler: ({ viewer, params }) => getMedia(ctx, viewer, params.id),
  })
  route(app, ctx, {
    method: 'PATCH',
    url: '/v1/media/:id',
    access: 'account',
    limit: { name: 'media.update', burst: 120, seconds: 900 },
    tags,
    summary: 'Change alt text or crop',
    description:
      'Only pictures are cropped. A crop is given in fractions of the upright picture and changes nothing for good: `null` brings the whole picture back.',
    params,
    body: UpdateMedia,
    response: { 200: Media },
    handler: ({ viewer, params, body }) => updateMedia(ctx, viewer, params.id, body),
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/media/:id',
    access: 'account',
    tags,
    summary: 'Delete an upload',
    params,
    response: { 204: null },
    handler: ({ viewer, params }) => deleteMedia(ctx, viewer, params.id),
  })
  textCardRoutes(app, ctx)
  app.addHook('onReady', () => cleanSpool(ctx))
}

const textCardRoutes = (app: App, ctx: Context): void => {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/text-card-templates',
    access: 'public',
    tags,
    summary: 'Templates for text cards',
    response: { 200: z.object({ items: z.array(TextCardTemplate) }) },
    handler: ({ locale }) => ({ items: listTemplates(locale) }),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/text-card-templates/:name/sample',
    access: 'public',
    tags,
    summary: 'A small picture of a template',
    params: z.object({ name: z.string().max(40) }),
    query: z.object({ lang: z.string().max(20).optional() }),
    response: { 200: null },
    raw: true,
    picture: 'image/webp',
    handler: async ({ params, locale, reply, req }) => {
      const drawn = await templateSample(ctx, params.name, locale)
      return drawn.ok ? sendPicture(reply, drawn.value, 'public, max-age=604800') : sendProblem(req, reply, drawn)
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/text-cards/preview',
    access: 'account',
    limit: { name: 'media.preview', burst: 60, seconds: 60 },
    tags,
    summary: 'What a text card will look like',
    description: 'A WebP picture 540 pixels wide; nothing is kept.',
    query: PreviewTextCard,
    response: { 200: null },
    raw: true,
    picture: 'image/webp',
    handler: async ({ viewer, query, reply, req }) => {
      const drawn = await previewTextCard(ctx, viewer.accountId, query)
      return drawn.ok ? sendPicture(reply, drawn.value, 'private, max-age=60') : sendProblem(req, reply, drawn)
    },
  })
}

const sendPicture = (reply: FastifyReply, bytes: Buffer, cache: string) =>
  reply.type('image/webp').header('cache-control', cache).send(bytes)

/** The picture is a file by its field: some clients send it without a file name, and without saying of what type it is. */
const isPartAFile = (field: string | undefined, _type: string | undefined, name: string | undefined) =>
  field === 'file' || name !== undefined

/** How the form reader says that what came is cut off, or no form at all (the needle: a boundary longer than it can look for). */
const brokenForm = /multipart|boundary|part header|needle/i

/** Reads the form as it comes: the file goes straight to disk, and its fields may stand before or after it. */
const receive = async (ctx: Context, viewer: { accountId: string }, req: FastifyRequest, once: Once): Promise<Result<ImageMedia>> => {
  if (!req.isMultipart()) return fail(noFile)
  // The form's own frame is small; what says it is far larger need not be read at all.
  if (Number(req.headers['content-length'] ?? 0) > limits.bytes + 65_536) return refuse('too-many-bytes')
  let alt = ''
  let file: Spooled | Refusal | undefined
  try {
    // One byte more than allowed, and no exception, so that too long a file is seen as such below.
    const form = { limits: { fileSize: limits.bytes + 1, files: 1 }, throwFileSizeLimit: false, isPartAFile }
    for await (const part of req.parts(form)) {
      if (part.type === 'file' && part.fieldname === 'file') file = await spool(ctx, part.file)
      else if (part.type === 'file') part.file.resume()
      else if (part.fieldname === 'alt' && typeof part.value === 'string') alt = part.value
    }
    if (!file) return fail(noFile)
    if (typeof file === 'string') return refuse(file)
    const { digest } = file
    const picture = file
    const words = String(cleaned(alt))
    return await once.run(`${digest}\n${words}`, () => uploadPicture(ctx, viewer, picture, { alt: words, onMade: once.made }))
  } catch (e) {
    if (brokenForm.test((e as Error).message ?? '')) return fail(noFile)
    throw e
  } finally {
    if (file && typeof file !== 'string') await file.remove()
  }
}
