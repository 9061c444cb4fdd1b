import { storageUrl } from '#server/platform/storage.ts'
import type { Media } from './schema.ts'
import type { MediaRow, StoredVariant } from './tables.ts'

const order = { 'image/avif': 0, 'image/webp': 1, 'image/jpeg': 2 }

/** Best type first, larger first. */
const inOrder = (variants: readonly StoredVariant[]) => [...variants].sort((a, b) => order[a.type] - order[b.type] || b.width - a.width)

/** What the outside sees of a picture. `url` is its largest WebP, which everything that shows pictures reads. */
export const mediaView = (row: MediaRow): Media => {
  const variants = inOrder(row.variants)
  const main = variants.find((variant) => variant.type === 'image/webp') ?? variants[0]
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    width: row.width,
    height: row.height,
    thumbhash: row.thumbhash,
    color: row.color,
    alt: row.alt,
    textCard: row.text_card,
    url: main ? storageUrl(main.key) : '',
    variants: variants.map(({ key, type, width, height }) => ({ url: storageUrl(key), type, width, height })),
  }
}
