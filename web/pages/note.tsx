import { msg } from '@lingui/core/macro'
import type { AudioMedia, VideoMedia } from '#server/rooms/media/schema.ts'
import type { Note } from '#server/rooms/notes/schema.ts'
import { siteQuery } from '#web/features/accounts/queries.ts'
import { stillOf } from '#web/features/media/shown.ts'
import { stillUrl } from '#web/features/media/still-url.ts'
import { NotePage } from '#web/features/notes/note-page.tsx'
import { commentsQuery, noteQuery } from '#web/features/notes/queries.ts'
import { cutText } from '#web/lib/cut.ts'
import { isolated } from '#web/lib/direction.ts'
import type { Head, Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Sheet } from '#web/shell/sheet.tsx'
import { baseType, srcsetOf } from '#web/ui/picture.tsx'

/** The picture of a link preview: JPEG where there is one, because not every messenger reads WebP. */
function previewOf(note: Note): Head['image'] {
  const shown = note.media.find((media) => stillOf(media) !== null)
  const still = shown && stillOf(shown)
  if (!still || note.notice) return undefined
  const best = [...still.variants].sort((a, b) => Number(b.type === 'image/jpeg') - Number(a.type === 'image/jpeg') || b.width - a.width)[0]
  return best && { url: best.url, width: best.width, height: best.height, alt: shown.alt }
}

/** The first picture is asked for before the page is read. What plays is asked for by whoever plays it, its poster by the page. */
function preloadOf({ media }: Note): Head['preload'] {
  const [first] = media
  if (first?.kind !== 'image') return undefined
  const type = first.variants.some((v) => v.type === 'image/avif') ? 'image/avif' : baseType(first.variants)
  const srcset = srcsetOf(first.variants, type)
  return srcset ? { srcset, sizes: '(min-width: 1024px) 640px, 100vw', type } : undefined
}

type Playing = VideoMedia | AudioMedia

function playsOf(media: Playing): Head['plays'] {
  const [best] = media.variants
  if (!best) return undefined
  const { url, type } = best
  return media.kind === 'video' ? { kind: 'video', url, type, width: media.width, height: media.height } : { kind: 'audio', url, type }
}

/** What plays, in the words of schema.org. */
function describe(media: Playing, note: Note, name: string, origin: string): Record<string, unknown> {
  const poster = stillOf(media) && stillUrl(media, 1080)
  const about = {
    name,
    description: media.alt || short(note.text) || name,
    uploadDate: note.createdAt,
    duration: `PT${media.duration}S`,
    contentUrl: `${origin}${media.url}`,
    ...(poster ? { thumbnailUrl: `${origin}${poster}` } : {}),
  }
  return media.kind === 'video' ? { video: { '@type': 'VideoObject', ...about } } : { audio: { '@type': 'AudioObject', ...about } }
}

const short = (text: string) => cutText(text, 180, '…').replace(/\s+/g, ' ').trim()

export const page: Page = {
  Above: Sheet,
  Body: ({ params }) => <NotePage key={params.id} id={params.id ?? ''} />,
  prefetch: async ({ client, params }) => {
    const id = params.id ?? ''
    await Promise.all([client.fetchQuery(noteQuery(id)), client.prefetchInfiniteQuery(commentsQuery(id, 'top'))])
  },
  head: ({ client, params, i18n }) => {
    const note = client.getQueryData(noteQuery(params.id ?? '').queryKey)
    if (!note) return { title: 'Vermilion', hidden: true }
    const title = note.title || i18n._(msg`Note by ${isolated(note.author.displayName)}`)
    const image = previewOf(note)
    const { origin = '' } = client.getQueryData(siteQuery().queryKey) ?? {}
    const playing = note.notice ? undefined : note.media.find((media) => media.kind !== 'image')
    return {
      title: `${isolated(title)} · ${isolated(note.author.displayName)} · Vermilion`,
      description: short(note.notice ?? note.text),
      type: 'article',
      canonical: pathTo.note(note.id),
      image,
      embeddable: true,
      hidden: note.visibility !== 'public' || note.state !== 'published',
      preload: preloadOf(note),
      plays: playing && playsOf(playing),
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'SocialMediaPosting',
        headline: title,
        articleBody: short(note.text),
        inLanguage: note.language,
        datePublished: note.createdAt,
        ...(note.editedAt ? { dateModified: note.editedAt } : {}),
        author: { '@type': 'Person', name: note.author.displayName, alternateName: `@${note.author.handle}` },
        ...(image ? { image: `${origin}${image.url}` } : {}),
        ...(playing ? describe(playing, note, title, origin) : {}),
        interactionStatistic: [
          { '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: note.counts.likes },
          {
            '@type': 'InteractionCounter',
            interactionType: 'https://schema.org/CommentAction',
            userInteractionCount: note.counts.comments,
          },
        ],
      },
    }
  },
}
