/** Tables only this room writes. */
export const tables = [
  'note',
  'note_counter',
  'note_media',
  'note_like',
  'note_revision',
  'note_collect',
  'draft',
  'board',
  'board_note',
  'topic',
  'topic_counter',
  'note_topic',
] as const

export type NoteState = 'scheduled' | 'published' | 'removed' | 'deleted'

/** A note or a comment, as it lies in the table. */
export interface NoteRow {
  id: string
  author_id: string
  root_id: string | null
  thread_id: string | null
  reply_to_id: string | null
  state: NoteState
  title: string
  text: string
  spans: unknown
  language: string
  layer: unknown
  visibility: 'public' | 'followers' | 'private'
  comments: 'open' | 'followers' | 'off'
  notice: string | null
  ai_made: boolean
  pinned: boolean
  removal: { reason: string; words: string } | null
  publish_at: Date | null
  published_at: Date | null
  edited_at: Date | null
  /** When something that others could read was last changed. */
  edited_open_at: Date | null
  /** Who could read this wording since it stands, the widest; and until when followers could. */
  reach: 'none' | 'followers' | 'public'
  reach_until: Date | null
  created_at: Date
}

export interface BoardRow {
  id: string
  owner_id: string
  title: string
  is_default: boolean
  is_private: boolean
  cover_note_id: string | null
  created_at: Date
}

export interface DraftRow {
  id: string
  content: Record<string, unknown>
  version: number
  updated_at: Date
}
