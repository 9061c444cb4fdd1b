import { useState } from 'react'
import { ApiProblem, isProblem, offlineProblem } from '#web/lib/api.ts'
import { own } from '#web/lib/own.ts'
import { askProof } from './proof.ts'

/** Does what was wanted; where the site asks that it is really the owner, asks the person, and does it again. False: they turned away. */
async function withProof(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!isProblem(error, 'proof-needed')) throw error
    return (await askProof(error)) && withProof(work)
  }
}

/** Sending a form: busy while it is on its way, and what the site answered, per field and as a whole. What was typed stays. */
export function useForm() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  return {
    busy,
    problem,
    field: (name: string): string | undefined => (problem ? own(problem.fields, name) : undefined),
    clear: () => setProblem(null),
    /** True when it went through. */
    async send(work: () => Promise<unknown>): Promise<boolean> {
      setBusy(true)
      setProblem(null)
      try {
        return await withProof(work)
      } catch (error) {
        setProblem(error instanceof ApiProblem ? error : offlineProblem())
        return false
      } finally {
        setBusy(false)
      }
    },
    is: (code: string) => isProblem(problem, code),
  }
}
