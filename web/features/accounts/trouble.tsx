import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { ApiProblem } from '#web/lib/api.ts'
import css from './door.module.css'

/** The first field that is wrong gets the focus; a form without one shows its answer: on a phone either may be a screen away from the button. */
function showTrouble(slot: HTMLElement | null) {
  const wrong = slot?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')
  if (wrong) wrong.focus()
  else slot?.scrollIntoView({ block: 'nearest' })
}

/** The answer of the site to a form as a whole; read aloud when it comes. */
export function Trouble({ problem }: { problem: ApiProblem | null }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) showTrouble(here.current)
  }, [problem])
  const hasFields = problem && Object.keys(problem.fields).length > 0
  return (
    <div ref={here} role="alert" className={css.slot}>
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
