import type { Me } from '#server/rooms/accounts/schema.ts'
import { SecurityChanges } from './changes.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordSettings } from './password.tsx'
import { Sessions } from './sessions.tsx'
import { TwoSteps } from './two-steps.tsx'

/** Every way into this account, and what changed about them. */
export const SecuritySettings = ({ me }: { me: Me }) => (
  <>
    <Passkeys />
    <PasswordSettings me={me} />
    <TwoSteps on={me.totp} />
    <Sessions />
    <SecurityChanges />
  </>
)
