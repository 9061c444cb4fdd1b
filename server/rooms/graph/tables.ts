/** Tables only this room writes. */
export const tables = ['follow', 'follow_request', 'block', 'mute', 'filter', 'account_counter'] as const

export interface FilterRow {
  id: string
  kind: 'word' | 'topic'
  /** As typed. */
  value: string
  /** What it is compared by. */
  key: string
  until: Date | null
}
