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
