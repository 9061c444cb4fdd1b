import { Suspense, useEffect } from 'react'
import { later } from '#web/ui/later.tsx'
import { useAskedProof } from './proof.ts'

const ProofDialog = later(
  () => import('./proof-dialog.tsx').then((m) => m.ProofDialog),
  ({ asked }) => asked.done(false),
)

/** Stands on every page where something can ask for a proof. */
export function ProofGate() {
  const asked = useAskedProof()
  // Whoever leaves the page has turned away.
  useEffect(() => () => asked?.done(false), [asked])
  if (!asked) return null
  return (
    <Suspense>
      <ProofDialog asked={asked} />
    </Suspense>
  )
}
