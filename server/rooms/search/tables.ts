/** Tables only this room writes. */
export const tables = ['search_note', 'search_account', 'search_topic', 'search_suggestion'] as const

export interface SuggestionRow {
  kind: 'topic' | 'account' | 'words'
  /** Topic or account id; `0` for words. */
  ref: string
  key: string
  weight: number
}
