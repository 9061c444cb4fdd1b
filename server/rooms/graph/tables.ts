/** Tables only this room writes. */
export const tables = ['follow', 'follow_request', 'block', 'mute', 'filter', 'account_counter'] as const

export interface FilterRow {
  id: string
  kind: 'word' | 'topic'
  value: string
  until: Date | null
}
