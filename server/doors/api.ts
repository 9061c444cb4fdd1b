import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { App } from '#server/platform/http.ts'

const stringify = () => (data: unknown) => JSON.stringify(data)

/**
 * Schemas at the door. Input is always parsed by zod. Answers are typed views already: they are checked against their schemas where
 * tests run (`strict`), and written out as they are otherwise, which is several times cheaper.
 */
export async function apiDoor(app: App, strict: boolean): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(strict ? serializerCompiler : stringify)
  await app.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 10_000 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Vermilion',
        version: '1',
        description:
          'Ids are decimal strings of time-ordered 64-bit integers. Times are ISO 8601 in UTC. Lists answer `{items, next}`; pass `next` as `cursor`. Creating calls take `Idempotency-Key`. Errors are `application/problem+json` with a stable `code`, in the caller’s `Accept-Language`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'vermilion' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
