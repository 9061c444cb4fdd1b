import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { App } from '#server/platform/http.ts'
import { jsonOrNothing, parseInput } from '#server/platform/input.ts'
import type { CardFields } from '#server/rooms/notes/index.ts'
import { finish } from './openapi/finish.ts'
import { prepared } from './openapi/prepare.ts'
import { about } from './openapi/words.ts'

const stringify = () => (data: unknown) => JSON.stringify(data)
type Transform = typeof jsonSchemaTransform
type Described = { querystring?: unknown; params?: unknown }

/** Parameters are listed one by one in the document, so their schema may not hide behind a name. */
const nameless = (schema: unknown) => {
  const named = schema as z.ZodType | undefined
  // A clone without its definition would still point to what it was made from.
  return named?.clone?.(named.def) ?? schema
}
const transform: Transform = (document) => {
  const { querystring, params, ...rest } = (document.schema ?? {}) as Described
  const schema = {
    ...rest,
    ...(querystring ? { querystring: nameless(querystring) } : {}),
    ...(params ? { params: nameless(params) } : {}),
  }
  return jsonSchemaTransform({ ...document, schema } as Parameters<Transform>[0])
}

/**
 * Schemas at the door. Input is always parsed by zod. Answers are typed views already: they are checked against their schemas where
 * tests run (`strict`), and written out as they are otherwise, which is several times cheaper. `fields`: what rooms add to cards, for the document.
 */
export async function apiDoor(app: App, strict: boolean, fields: CardFields): Promise<void> {
  app.setValidatorCompiler(parseInput)
  app.setSerializerCompiler(strict ? serializerCompiler : stringify)
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, jsonOrNothing(app.getDefaultJsonParser('error', 'error')))
  await app.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 10_000 } })
  await app.register(swagger, {
    openapi: about,
    transform: prepared(app, transform),
    transformObject: (document) =>
      finish(jsonSchemaTransformObject(document), fields, app.chapters) as ReturnType<typeof jsonSchemaTransformObject>,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  let made: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, (_req, reply) => {
    made ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(made)
  })
}
