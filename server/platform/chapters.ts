import type { App } from './http.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Name → what its routes are about, in the order of the API's document. */
    chapters: Map<string, string>
  }
}

/** A chapter of the API's document (`tags` of a route name it). To be called where its routes are made. */
export function chapter(app: App, name: string, about: string): void {
  if (!app.hasDecorator('chapters')) app.decorate('chapters', new Map<string, string>())
  app.chapters.set(name, about)
}
