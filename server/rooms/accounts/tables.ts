/** Tables this room owns: nobody else writes them. */
export const tables = [
  'account',
  'account_secret',
  'session',
  'passkey',
  'passkey_challenge',
  'recovery_code',
  'account_token',
  'setup_code',
  'demo_person',
  'security_event',
  'guess',
] as const

export type AccountState = 'active' | 'suspended' | 'deleting' | 'deleted'
export type Role = 'person' | 'moderator' | 'admin'

/** The public part of a person, as upper rooms may read it. */
export interface AccountRow {
  id: string
  handle: string
  origin: string | null
  display_name: string
  bio: string
  pronouns: string
  place: string
  avatar_id: string | null
  avatar_url: string | null
  banner_id: string | null
  banner_url: string | null
  languages: string[]
  locale: string
  is_private: boolean
  role: Role
  state: AccountState
  suspended_words: string | null
  deletes_at: Date | null
  created_at: Date
}
