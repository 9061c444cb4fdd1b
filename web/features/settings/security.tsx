import type { Me } from '#server/rooms/accounts/schema.ts'
import { Passkeys } from './passkeys.tsx'
import { PasswordSettings } from './password.tsx'
import { Sessions } from './sessions.tsx'
import { TwoSteps } from './two-steps.tsx'

/** Every way into this account. */
export const SecuritySettings = ({ me }: { me: Me }) => (
  <>
    <Passkeys />
    <PasswordSettings has={me.hasPassword} />
    <TwoSteps on={me.totp} hasPassword={me.hasPassword} />
    <Sessions />
  </>
)
