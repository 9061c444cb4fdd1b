import { msg } from '@lingui/core/macro'
import type { Note } from '#server/rooms/notes/schema.ts'
import { siteQuery } from '#web/features/accounts/queries.ts'
import { NotePage } from '#web/features/notes/note-page.tsx'
import { commentsQuery, noteQuery } from '#web/features/notes/queries.ts'
import { cutText } from '#web/lib/cut.ts'
import { isolated } from '#web/lib/direction.ts'
import type { Head, Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { baseType, srcsetOf } from '#web/ui/picture.tsx'

/** The picture of a link preview: JPEG where there is one, because not every messenger reads WebP. */
function previewOf(note: Note): Head['image'] {
  const cover = note.media.find((media) => media.kind === 'image')
  if (!cover || note.notice) return undefined
  const best = [...cover.variants].sort((a, b) => Number(b.type === 'image/jpeg') - Number(a.type === 'image/jpeg') || b.width - a.width)[0]
  return best && { url: best.url, width: best.width, height: best.height, alt: cover.alt }
}

const short = (text: string) => cutText(text, 180, '…').replace(/\s+/g, ' ').trim()

export const page: Page = {
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
    const first = note.media[0]
    const type = first ? baseType(first.variants) : 'image/webp'
    const srcset = first ? srcsetOf(first.variants, first.variants.some((v) => v.type === 'image/avif') ? 'image/avif' : type) : ''
    return {
      title: `${isolated(title)} · ${isolated(note.author.displayName)} · Vermilion`,
      description: short(note.notice ?? note.text),
      type: 'article',
      canonical: pathTo.note(note.id),
      image,
      embeddable: true,
      hidden: note.visibility !== 'public' || note.state !== 'published',
      preload: srcset
        ? {
            srcset,
            sizes: '(min-width: 1024px) 640px, 100vw',
            type: first?.variants.some((v) => v.type === 'image/avif') ? 'image/avif' : type,
          }
        : undefined,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'SocialMediaPosting',
        headline: title,
        articleBody: short(note.text),
        inLanguage: note.language,
        datePublished: note.createdAt,
        ...(note.editedAt ? { dateModified: note.editedAt } : {}),
        author: { '@type': 'Person', name: note.author.displayName, alternateName: `@${note.author.handle}` },
        ...(image ? { image: `${client.getQueryData(siteQuery().queryKey)?.origin ?? ''}${image.url}` } : {}),
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
