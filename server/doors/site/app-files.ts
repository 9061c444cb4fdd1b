import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { say } from '#server/platform/i18n.ts'
import type { Build } from './build.ts'

/** Built files, the web app's manifest and its service worker. */
export async function appFileDoor(app: App, ctx: Context, build: Build): Promise<void> {
  await app.register(fastifyStatic, {
    root: build.folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['.vite/**', '**/*.br', '**/*.gz', 'sw.js'],
    schemaHide: true,
    setHeaders: (res, path) => {
      const isNamed = path.includes('/assets/')
      res.header('cache-control', isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=86400')
      res.header('cross-origin-resource-policy', 'same-origin')
    },
  })

  const worker = await readFile(new URL('sw.js', build.folder), 'utf8')
  app.get('/sw.js', { schema: { hide: true } }, async (_req, reply) =>
    // The browser asks for it at every visit; it must be able to see a new one at once.
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  )

  app.get('/manifest.webmanifest', { schema: { hide: true } }, async (req, reply) => {
    const { siteName } = ctx.config
    // The product has a name in each language; a site that was given one of its own has that.
    const named = (which: string) => (siteName === 'Vermilion' ? say(req.locale, `manifest.${which}`) : siteName)
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language, cookie')
      .send({
        id: '/',
        name: named('name'),
        short_name: named('short-name'),
        description: say(req.locale, 'manifest.description'),
        lang: req.locale,
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#faf7f2',
        theme_color: '#faf7f2',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: say(req.locale, 'manifest.compose'), url: '/compose' },
          { name: say(req.locale, 'manifest.search'), url: '/search' },
        ],
      })
  })
}
