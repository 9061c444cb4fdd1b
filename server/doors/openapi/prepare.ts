import { setImmediate as turn } from 'node:timers/promises'
import type { SwaggerTransform } from '@fastify/swagger'
import type { App } from '#server/platform/http.ts'
import { about } from './words.ts'

/**
 * The document is a third of a second of work for who asks for it first, and everybody else would wait that long. So each route is put into words once,
 * and, on a site that listens, long before anybody asks: one after the other, with everybody's requests in between.
 *
 * @returns the transform to be registered, which remembers what it said of a route.
 */
export function prepared(app: App, transform: SwaggerTransform): SwaggerTransform {
  type Asked = Parameters<SwaggerTransform>[0]
  const said = new WeakMap<object, ReturnType<SwaggerTransform>>()
  const routes: Asked['route'][] = []
  const once = (asked: Asked) => {
    const { route } = asked
    const answer = said.get(route) ?? transform(asked)
    said.set(route, answer)
    return answer
  }
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') routes.push(route)
  })
  app.addHook('onListen', async () => {
    for (const route of routes) {
      once({ schema: route.schema ?? {}, url: route.url, route, openapiObject: about } as unknown as Asked)
      await turn()
    }
    app.swagger()
    await turn()
    app.swagger({ yaml: true })
  })
  return once
}
