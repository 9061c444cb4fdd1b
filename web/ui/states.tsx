import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ApiProblem } from '#web/lib/api.ts'
import { isStrange, useRenewed } from '#web/lib/renewed.ts'
import { Button, ButtonLink } from './button.tsx'
import css from './states.module.css'

/** Nothing here yet: what it will hold, and one thing to do. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode; picture?: ReactNode }) {
  return (
    <div className={css.state}>
      {props.picture ?? <EmptySheet />}
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  )
}

/** A sheet of letter paper waiting for its first line. */
const EmptySheet = () => (
  <svg viewBox="0 0 96 96" width="96" height="96" aria-hidden="true" className={css.sheet}>
    <rect x="22" y="14" width="52" height="68" rx="6" />
    <path d="M33 24v48M41.5 24v48M50 24v48M58.5 24v48" />
    <rect x="58" y="62" width="14" height="14" rx="3" className={css.mark} />
  </svg>
)

/** What happened, what was kept, what to do. */
export function ErrorState(props: {
  error: unknown
  onRetry?: () => void
  title?: ReactNode
  /** It stands for the whole page: its words are the page's heading, and there is a way on. */
  whole?: boolean
}) {
  const { error, onRetry, title, whole } = props
  const { t } = useLingui()
  const renewed = useRenewed()
  const problem = error instanceof ApiProblem ? error : null
  // What a tab of an older build does not understand is nobody's fault, and trying again would not help.
  if (renewed && error instanceof Error && (!problem || isStrange(problem.status, problem.code)))
    return <RenewedState whole={whole ?? false} />
  const offline = problem?.code === 'offline'
  const heading = offline ? t`No connection` : problem?.title || t`Something went wrong on our side`
  return (
    <div className={css.state} role="alert">
      {whole ? <h1>{title ?? heading}</h1> : <h2>{title ?? heading}</h2>}
      <p>
        {offline ? (
          <Trans>We could not reach the site. What you wrote is kept on this device.</Trans>
        ) : (
          (problem?.detail ?? <Trans>Nothing you wrote is lost. Trying again usually helps.</Trans>)
        )}
      </p>
      {onRetry && (
        <Button onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {whole && (
        <ButtonLink href="/" look="plain">
          <Trans>Go to Explore</Trans>
        </ButtonLink>
      )}
    </div>
  )
}

const RenewedState = ({ whole }: { whole: boolean }) => (
  <div className={css.state} role="alert" data-renewed>
    {whole ? (
      <h1>
        <Trans>The site has been updated</Trans>
      </h1>
    ) : (
      <h2>
        <Trans>The site has been updated</Trans>
      </h2>
    )}
    <p>
      <Trans>This page was opened before the update. Your drafts and comments are kept.</Trans>
    </p>
    <Button look="primary" onClick={() => location.reload()}>
      <Trans>Reload</Trans>
    </Button>
  </div>
)

/** A grey shape where something is about to be. It appears after 300 ms, so that quick answers do not flicker. */
export const Skeleton = (props: { width?: string | number; height?: string | number; round?: boolean }) => (
  <span
    className={css.skeleton}
    style={{ width: props.width ?? '100%', height: props.height ?? '1em', ...(props.round ? { borderRadius: 999 } : {}) }}
    aria-hidden="true"
  />
)
