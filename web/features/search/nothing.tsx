import { Trans } from '@lingui/react/macro'
import { isolated } from '#web/lib/direction.ts'
import { EmptyState } from '#web/ui/states.tsx'

export function Nothing(props: { q: string }) {
  const q = isolated(props.q)
  return (
    <EmptyState title={<Trans>Nothing found for “{q}”</Trans>}>
      <Trans>Try fewer or other words, or the same thing in another language.</Trans>
    </EmptyState>
  )
}
