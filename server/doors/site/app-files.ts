import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { own } from '#server/platform/own.ts'
import type { Build } from './build.ts'

const words: Record<string, { description: string; compose: string; search: string }> = {
  en: { description: 'Share your life with people who speak another language.', compose: 'New note', search: 'Search' },
  'zh-Hans': { description: '和语言不同的人，分享同一种生活。', compose: '写笔记', search: '搜索' },
}

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
    const said = own(words, req.locale) ?? words.en
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language, cookie')
      .send({
        id: '/',
        name: req.locale === 'zh-Hans' ? `朱笺 ${ctx.config.siteName}` : ctx.config.siteName,
        short_name: req.locale === 'zh-Hans' && ctx.config.siteName === 'Vermilion' ? '朱笺' : ctx.config.siteName,
        description: said?.description,
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
          { name: said?.compose, url: '/compose' },
          { name: said?.search, url: '/search' },
        ],
      })
  })
}
