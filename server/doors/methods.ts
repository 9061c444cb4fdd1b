import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#server/platform/http.ts'
import { sendProblem } from '#server/platform/problem.ts'
import { fail, notAllowed, notFound } from '#server/platform/result.ts'

/** Which methods an address takes; none: there is no such address. */
export type MethodsOf = (path: string) => string[]

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.+')
      .replace(/:\w+/g, '[^/]+')}/?$`,
  )

/**
 * Collects every address with its methods while doors are opened; to be called first. Pages stand behind one pattern that fits everything: `isPage` says which of
 * those addresses exist.
 */
export function collectMethods(app: App): { of: MethodsOf; pagesAre(isPage: (path: string) => boolean): void } {
  const plain = new Map<string, Set<string>>()
  const patterns = new Map<string, { form: RegExp; methods: Set<string> }>()
  let isPage = (_path: string): boolean => false
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '/*' || url === '') return
    const named = /[:*]/.test(url)
    if (named && !patterns.has(url)) patterns.set(url, { form: patternOf(url), methods: new Set() })
    if (!named && !plain.has(url)) plain.set(url, new Set())
    const methods = named ? patterns.get(url)?.methods : plain.get(url)
    for (const one of [method].flat()) methods?.add(one.toUpperCase())
  })
  return {
    of(path) {
      const found = new Set(plain.get(path))
      // The router looks for each method by itself, so a plain address may have another's method by a pattern.
      for (const { form, methods } of patterns.values()) if (form.test(path)) for (const m of methods) found.add(m)
      if (isPage(path)) for (const m of ['GET', 'HEAD']) found.add(m)
      return [...found].sort()
    },
    pagesAre(yes) {
      isPage = yes
    },
  }
}

const pathOf = (req: FastifyRequest): string => req.url.split(/[?#]/, 1)[0] ?? ''

/** What is said to a call that no route takes: which methods there are, or that there is nothing. */
export function refuseCall(req: FastifyRequest, reply: FastifyReply, methodsOf: MethodsOf) {
  const methods = methodsOf(pathOf(req))
  if (methods.length === 0) return sendProblem(req, reply, fail(notFound))
  reply.header('allow', [...methods, 'OPTIONS'].join(', '))
  if (req.method === 'OPTIONS') return reply.code(204).header('cache-control', 'no-store').send()
  if (methods.includes(req.method)) return sendProblem(req, reply, fail(notFound))
  return sendProblem(req, reply, fail(notAllowed))
}

/** Answers calls that no route takes before anything of them is read. After the hooks that find out the caller's language. */
export function methodsDoor(app: App, methodsOf: MethodsOf): void {
  app.addHook('onRequest', async (req, reply) => (req.is404 ? refuseCall(req, reply, methodsOf) : undefined))
  app.setNotFoundHandler((req, reply) => refuseCall(req, reply, methodsOf))
}
