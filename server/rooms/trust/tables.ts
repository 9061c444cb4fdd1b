/** Tables only this room writes. */
export const tables = ['moderation_case', 'report', 'decision'] as const

export interface CaseRow {
  id: string
  subject_type: 'note' | 'comment' | 'account' | 'media'
  subject_id: string
  state: 'open' | 'decided'
  author_id: string | null
  excerpt: string
  link: string
  created_at: Date
}
