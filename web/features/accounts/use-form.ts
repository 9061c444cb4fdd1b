import { useState } from 'react'
import { ApiProblem, isProblem, offlineProblem } from '#web/lib/api.ts'
import { own } from '#web/lib/own.ts'

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
        await work()
        return true
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
