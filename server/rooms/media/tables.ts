/** Tables this room owns: nobody else writes them. */
export const tables = ['media'] as const

/** Files of a medium as its row names them. */
export interface StoredImage {
  key: string
  type: 'image/webp' | 'image/avif' | 'image/jpeg'
  width: number
  height: number
}
export interface StoredVideo {
  key: string
  type: 'video/mp4' | 'video/webm'
  width: number
  height: number
}
export interface StoredAudio {
  key: string
  type: 'audio/mp4' | 'audio/mpeg' | 'audio/ogg' | 'audio/wav'
}
export type StoredVariant = StoredImage | StoredVideo | StoredAudio

interface EveryRow {
  id: string
  account_id: string
  state: 'processing' | 'ready' | 'failed'
  revision: number
  alt: string
}

export interface ImageRow extends EveryRow {
  kind: 'image'
  master: string
  master_width: number
  master_height: number
  crop: { x: number; y: number; width: number; height: number } | null
  animated: boolean
  width: number
  height: number
  thumbhash: string | null
  color: string | null
  text_card: string | null
  variants: StoredImage[]
}

/** `thumbhash` and `color` are those of the poster, whose files lie among the others. */
export interface VideoRow extends EveryRow {
  kind: 'video'
  master: string | null
  width: number
  height: number
  duration_ms: number
  thumbhash: string | null
  color: string | null
  variants: (StoredVideo | StoredImage)[]
}

export interface AudioRow extends EveryRow {
  kind: 'audio'
  master: string | null
  duration_ms: number
  variants: StoredAudio[]
}

/** One row of `media`; the constraint `media_facts` keeps what each kind has. */
export type MediaRow = ImageRow | VideoRow | AudioRow
