import { Trans } from '@lingui/react/macro'
import css from '#web/features/settings/settings.module.css'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button } from '#web/ui/button.tsx'
import type { Person } from './people.tsx'

/** One line of the list: who, in which role and state. */
export function PersonRow({ person, onChoose }: { person: Person; onChoose: () => void }) {
  return (
    <div className={css.row}>
      <Avatar account={person} size={40} />
      <span>
        <Link href={pathTo.account(person.handle)} dir="auto">
          {person.displayName}
        </Link>
        <small>
          @{person.handle}
          {person.role === 'moderator' && (
            <>
              {' · '}
              <Trans>Moderator</Trans>
            </>
          )}
          {person.role === 'admin' && (
            <>
              {' · '}
              <Trans>Administrator</Trans>
            </>
          )}
          {person.state === 'suspended' && (
            <>
              {' · '}
              <Trans>suspended</Trans>
            </>
          )}
          {person.state === 'deleting' && (
            <>
              {' · '}
              <Trans>leaving</Trans>
            </>
          )}
        </small>
      </span>
      <Button small onClick={onChoose}>
        <Trans>Manage</Trans>
      </Button>
    </div>
  )
}
