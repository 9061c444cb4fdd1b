import { useState } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { NeedsScripts } from '#web/ui/needs-scripts.tsx'
import { SecurityChanges } from './changes.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordSettings } from './password.tsx'
import { Sessions } from './sessions.tsx'
import { TwoSteps } from './two-steps.tsx'

/** Every way into this account, and what changed about them. */
export function SecuritySettings({ me }: { me: Me }) {
  // The codes that count, shown at one place: new ones end those shown before.
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <NeedsScripts>
      <Passkeys />
      <PasswordSettings me={me} onCodes={setCodes} />
      <TwoSteps on={me.totp} codes={codes} onCodes={setCodes} />
      <Sessions />
      <SecurityChanges />
    </NeedsScripts>
  )
}
