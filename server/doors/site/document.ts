import { createHash } from 'node:crypto'
import { say } from '#server/platform/i18n.ts'
import { own } from '#server/platform/own.ts'
import type { PageAssets, Rendered } from './build.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const esc = (text: string): string => text.replace(/[&<>"]/g, (c) => own(escapes, c) ?? c)

export interface DocumentParts {
  rendered: Rendered
  assets: PageAssets
  locale: string
  locales: readonly string[]
  theme: string | undefined
  /** Public address of the site, without a slash at the end. */
  origin: string
  siteName: string
  /** Path with its query, without `lang`. */
  path: string
}

/** Without scripts: what would do nothing is not there, and the end of a list has a link to what follows. */
const unscripted =
  'button[type=button],.scripted{display:none!important}.on{display:block;padding:16px;margin-bottom:72px;text-align:center;text-decoration:underline}'
/** For the content security policy. */
export const unscriptedHash = `'sha256-${createHash('sha256').update(unscripted).digest('base64')}'`

const ogLocale: Record<string, string> = { en: 'en_US', 'zh-Hans': 'zh_CN' }
const icons =
  '<link rel="icon" href="/seal.svg" type="image/svg+xml"><link rel="icon" href="/icon-192.png" sizes="192x192"><link rel="apple-touch-icon" href="/apple-touch-icon.png"><link rel="manifest" href="/manifest.webmanifest">'

function links({ rendered: { head, status }, origin, path, locale, locales }: DocumentParts): string {
  if (head.hidden || status !== 200) return '<meta name="robots" content="noindex">'
  const canonical = origin + (head.canonical ?? path)
  const join = canonical.includes('?') ? '&' : '?'
  const out = [`<link rel="canonical" href="${esc(canonical)}">`]
  for (const l of locales) out.push(`<link rel="alternate" hreflang="${l}" href="${esc(`${canonical}${join}lang=${l}`)}">`)
  out.push(`<link rel="alternate" hreflang="x-default" href="${esc(canonical)}">`)
  if (head.embeddable) {
    const url = `${origin}/oembed?url=${encodeURIComponent(canonical)}&format=json`
    out.push(`<link rel="alternate" type="application/json+oembed" href="${esc(url)}" title="${esc(head.title)}">`)
  }
  const meta: [string, string | undefined][] = [
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:type', head.type ?? 'website'],
    ['og:url', canonical],
    ['og:locale', own(ogLocale, locale)],
    ['og:image', head.image && new URL(head.image.url, origin).href],
    ['og:image:width', head.image && String(head.image.width)],
    ['og:image:height', head.image && String(head.image.height)],
    ['og:image:alt', head.image?.alt],
    ...playsOf(head.plays, origin),
  ]
  for (const [name, content] of meta) if (content) out.push(`<meta property="${name}" content="${esc(content)}">`)
  out.push(`<meta name="twitter:card" content="${head.image ? 'summary_large_image' : 'summary'}">`)
  if (head.jsonLd) out.push(`<script type="application/ld+json">${JSON.stringify(head.jsonLd).replaceAll('<', '\\u003c')}</script>`)
  return out.join('')
}

/** The way on from the end of a list, for whoever has no scripts; with them it grows by itself. */
function onward({ rendered: { more }, locale, path }: DocumentParts): string {
  if (!more) return ''
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.set('cursor', more)
  return `<noscript><a class="on" rel="next" href="${esc(url.pathname + url.search)}">${esc(say(locale, 'page.more'))}</a></noscript>`
}

const playsOf = (plays: Rendered['head']['plays'], origin: string): [string, string | undefined][] =>
  plays
    ? [
        [`og:${plays.kind}`, new URL(plays.url, origin).href],
        [`og:${plays.kind}:type`, plays.type],
        [`og:${plays.kind}:width`, plays.width?.toString()],
        [`og:${plays.kind}:height`, plays.height?.toString()],
      ]
    : []

/** The whole HTML of one page. No script stands inside it: data for hydration is JSON that nothing executes. */
export function htmlDocument(parts: DocumentParts): Buffer {
  const { rendered, assets, locale, theme, siteName } = parts
  const { head } = rendered
  const preload = head.preload
    ? `<link rel="preload" as="image" imagesrcset="${esc(head.preload.srcset)}" imagesizes="${esc(head.preload.sizes)}" type="${head.preload.type}" fetchpriority="high">`
    : ''
  const before = [
    `<!doctype html><html lang="${locale}"${theme ? ` data-theme="${theme}"` : ''}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content">',
    `<title>${esc(head.title)}</title>`,
    head.description ? `<meta name="description" content="${esc(head.description)}">` : '',
    preload,
  ].join('')
  const after = [
    `<script type="module" src="${assets.entry}" data-pieces="${assets.modules.join(' ')}" data-page="${assets.page}" data-words="${assets.words.join(' ')}" fetchpriority="low"></script>`,
    '<meta name="theme-color" content="#faf7f2" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#16130f" media="(prefers-color-scheme: dark)">',
    `<meta name="application-name" content="${esc(siteName)}">`,
    `<noscript><style>${unscripted}</style></noscript>`,
    icons,
    links(parts),
    `</head><body><div id="root">${rendered.html}</div>${onward(parts)}<form id="act" method="post" hidden><input type="hidden" name="back" value="${esc(parts.path)}"></form><script type="application/json" id="state">${rendered.state}</script></body></html>`,
  ].join('')
  return Buffer.concat([Buffer.from(before), assets.sheets, Buffer.from(after)])
}
