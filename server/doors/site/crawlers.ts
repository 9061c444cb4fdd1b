import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { inside } from '#server/platform/inside.ts'
import { fail, notFound, ok } from '#server/platform/result.ts'
import { cutText } from '#server/platform/text.ts'
import { still } from '#server/rooms/media/index.ts'
import type { Card, Note, Topic } from '#server/rooms/notes/schema.ts'

const escapeXml = (text: string): string => text.replace(/[<>&'"]/g, (c) => `&#${c.charCodeAt(0)};`)
/** It names notes, people and topics: what is withdrawn leaves it within this time, so it is short. */
const KEEP_MS = 10_000
/** Pages of the feed that the map of the site lists; what is older is reached through people and topics. */
const MAP_PAGES = 10

interface SiteMap {
  /** By the clock that never steps. */
  at: number
  xml: string
}

/** What robots, search engines and link previews read. */
export function crawlerDoor(app: App, ctx: Context): void {
  const { origin } = ctx.config
  /** What everybody may read; null where nobody may. Whatever else goes wrong is thrown, so that it is taken for no answer. */
  const ask = async <T>(url: string, locale = 'en'): Promise<T | null> => {
    const said = await app.inject({ method: 'GET', url, headers: { 'accept-language': locale, ...inside(ctx, 'free') } })
    if (said.statusCode === 200) return said.json() as T
    if (said.statusCode === 404) return null
    throw Object.assign(new Error(`${url} answered ${said.statusCode}`), { statusCode: said.statusCode })
  }

  app.get('/robots.txt', { schema: { hide: true } }, async (_req, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        `User-agent: *\nDisallow: /v1/\nDisallow: /settings\nDisallow: /messages\nDisallow: /compose\nDisallow: /drafts\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
      ),
  )

  const kept = ctx.hold('site.map', () => ({ last: undefined as SiteMap | undefined, drawing: undefined as Promise<SiteMap> | undefined }))
  const draw = async (): Promise<SiteMap> => {
    const paths = new Map<string, string | undefined>([
      ['/', undefined],
      ['/topics', undefined],
      ['/rules', undefined],
      ['/terms', undefined],
    ])
    let cursor: string | null = ''
    for (let page = 0; page < MAP_PAGES && cursor !== null; page++) {
      const list: { items: Card[]; next: string | null } | null = await ask(
        `/v1/feed?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      for (const card of list?.items ?? []) {
        paths.set(`/notes/${card.id}`, card.createdAt)
        paths.set(`/@${card.author.handle}`, undefined)
      }
      cursor = list?.next ?? null
    }
    const topics = await ask<{ items: Topic[] }>('/v1/topics?limit=100')
    for (const topic of topics?.items ?? []) paths.set(`/topics/${encodeURIComponent(topic.name)}`, undefined)
    const urls = [...paths].map(
      ([path, at]) => `<url><loc>${escapeXml(origin + path)}</loc>${at ? `<lastmod>${at.slice(0, 10)}</lastmod>` : ''}</url>`,
    )
    const xml = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
    return { at: ctx.clock.monotonic(), xml }
  }
  /** Drawn once for all who ask meanwhile. One that could not be drawn is not kept: the last one stands in for it. */
  const currentMap = async (): Promise<SiteMap> => {
    const { last } = kept
    if (last && ctx.clock.monotonic() - last.at <= KEEP_MS) return last
    kept.drawing ??= draw()
      .then((map) => {
        kept.last = map
        return map
      })
      .finally(() => {
        kept.drawing = undefined
      })
    return last ? kept.drawing.catch(() => last) : kept.drawing
  }
  app.get('/sitemap.xml', { schema: { hide: true } }, async (_req, reply) => {
    const map = await currentMap()
    return reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=10').send(map.xml)
  })

  const Embed = z.looseObject({ version: z.literal('1.0'), type: z.enum(['photo', 'link']) }).meta({ id: 'OEmbed' })
  route(app, ctx, {
    method: 'GET',
    url: '/oembed',
    access: 'public',
    tags: ['site'],
    summary: 'Link preview of a public note (oEmbed 1.0)',
    query: z.object({
      url: z.url().max(2000),
      format: z.enum(['json']).default('json'),
      maxwidth: z.coerce.number().int().min(1).max(100_000).optional(),
      maxheight: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: { 200: Embed },
    handler: async ({ query }) => {
      const url = new URL(query.url)
      const id = url.origin === origin ? /^\/notes\/(\d+)$/.exec(url.pathname)?.[1] : undefined
      const note = id ? await ask<Note>(`/v1/notes/${id}`) : null
      if (!note) return fail(notFound)
      const cover = note.media.find((media) => still.of(media) !== null)
      const fits = (v: { width: number; height: number }) => v.width <= (query.maxwidth ?? 4096) && v.height <= (query.maxheight ?? 4096)
      const picture =
        (cover && still.of(cover))?.variants
          .filter(fits)
          .sort((a, b) => Number(b.type === 'image/jpeg') - Number(a.type === 'image/jpeg') || b.width - a.width)[0] ?? null
      const about = {
        version: '1.0' as const,
        title: note.title || cutText(note.text, 100, '…'),
        author_name: note.author.displayName,
        author_url: `${origin}/@${note.author.handle}`,
        provider_name: ctx.config.siteName,
        provider_url: origin,
        // What is withdrawn is not to live on in other sites' previews.
        cache_age: 60,
      }
      if (!cover || !picture || note.notice) return ok({ ...about, type: 'link' as const })
      const file = { url: new URL(picture.url, origin).href, width: picture.width, height: picture.height }
      const thumbnail = { thumbnail_url: file.url, thumbnail_width: file.width, thumbnail_height: file.height }
      // What moves or sounds would need a player of ours to be set into other sites: its picture leads here.
      if (cover.kind !== 'image') return ok({ ...about, type: 'link' as const, ...thumbnail })
      return ok({ ...about, type: 'photo' as const, ...file, ...thumbnail })
    },
  })
}
