import { lazy, Suspense, useEffect } from 'react'
import { useAskedProof } from './proof.ts'

const ProofDialog = lazy(() => import('./proof-dialog.tsx').then((m) => ({ default: m.ProofDialog })))

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
