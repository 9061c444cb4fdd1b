import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Case } from '#server/rooms/trust/schema.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { DecideForm } from './decide-form.tsx'
import css from './trust.module.css'
import { actionWords, reasonWords } from './words.ts'

/** All reports about one thing, what it said, and what was decided. */
export function CaseCard({ of }: { of: Case }) {
  const { i18n } = useLingui()
  const [deciding, setDeciding] = useState(false)
  return (
    <article className={css.case}>
      <header>
        {of.author && <Avatar account={of.author} size={40} />}
        <span>
          {of.author ? (
            <Link href={pathTo.account(of.author.handle)} dir="auto">
              {of.author.displayName}
            </Link>
          ) : (
            <Trans>Unknown author</Trans>
          )}
          <small>
            <Plural value={of.reports.length} one="# report" other="# reports" /> · <TimeAgo at={of.createdAt} />
          </small>
        </span>
        <ButtonLink small href={of.link}>
          <Trans>Look at it</Trans>
        </ButtonLink>
      </header>
      <p className={css.excerpt} dir="auto">
        {of.excerpt}
      </p>
      <ul className={css.reports}>
        {of.reports.map((report) => (
          <li key={`${report.at}${report.by?.id}`}>
            <b>{i18n._(reasonWords[report.reason])}</b>
            {report.detail && (
              <>
                {' · '}
                <bdi>{report.detail}</bdi>
              </>
            )}
            <small>
              {' · '}
              {report.by ? `@${report.by.handle}` : <Trans>someone who left</Trans>} · <TimeAgo at={report.at} />
            </small>
          </li>
        ))}
      </ul>
      {of.decision ? (
        <p>
          <b>{i18n._(actionWords[of.decision.action])}</b> · {i18n._(reasonWords[of.decision.reason])}
          {of.decision.words && (
            <>
              {' · '}
              <bdi>{of.decision.words}</bdi>
            </>
          )}
          <small>
            {of.decision.by && ` · @${of.decision.by.handle}`} · <TimeAgo at={of.decision.at} />
          </small>
        </p>
      ) : deciding ? (
        <DecideForm of={of} />
      ) : (
        <div>
          <Button onClick={() => setDeciding(true)}>
            <Trans>Decide</Trans>
          </Button>
        </div>
      )}
    </article>
  )
}
