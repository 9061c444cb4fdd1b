/** Tables this room owns: nobody else writes them. */
export const tables = ['media'] as const

/** A file of a picture as its row names it. */
export interface StoredVariant {
  key: string
  type: 'image/webp' | 'image/avif' | 'image/jpeg'
  width: number
  height: number
}

export interface MediaRow {
  id: string
  account_id: string
  kind: 'image' | 'video'
  state: 'processing' | 'ready' | 'failed'
  master: string
  master_width: number
  master_height: number
  crop: { x: number; y: number; width: number; height: number } | null
  animated: boolean
  revision: number
  width: number
  height: number
  thumbhash: string | null
  color: string | null
  alt: string
  text_card: string | null
  variants: StoredVariant[]
}
