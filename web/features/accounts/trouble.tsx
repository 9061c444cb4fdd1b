import { Trans } from '@lingui/react/macro'
import type { ApiProblem } from '#web/lib/api.ts'
import css from './door.module.css'

/** The answer of the site to a form as a whole; read aloud when it comes. */
export function Trouble({ problem }: { problem: ApiProblem | null }) {
  const hasFields = problem && Object.keys(problem.fields).length > 0
  return (
    <div role="alert" className={css.slot}>
      {problem && (
        <p className={css.trouble}>
          {problem.code === 'offline' ? (
            <Trans>No connection. What you typed is still here; please try again.</Trans>
          ) : (
            <>
              {problem.title}
              {problem.detail && !hasFields && (
                <>
                  <br />
                  {problem.detail}
                </>
              )}
            </>
          )}
        </p>
      )}
    </div>
  )
}
