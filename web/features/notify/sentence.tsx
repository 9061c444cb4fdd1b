import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Notification } from '#server/rooms/notify/schema.ts'

/** "Tess", "Tess and 小满", "Tess and 4 others". */
function Who({ actors, count }: Pick<Notification, 'actors' | 'count'>) {
  const [first, second] = actors
  const name = <b>{first?.displayName}</b>
  const others = count - 1
  if (count <= 1 || !first) return name
  if (count === 2 && second)
    return (
      <Trans>
        {name} and <b>{second.displayName}</b>
      </Trans>
    )
  return (
    <>
      {name} <Plural value={others} one="and # other" other="and # others" />
    </>
  )
}

/** What happened, in a sentence. */
export function Sentence({ of }: { of: Notification }): ReactNode {
  const who = <Who actors={of.actors} count={of.count} />
  switch (of.kind) {
    case 'like':
      return of.comment ? <Trans>{who} liked your comment</Trans> : <Trans>{who} liked your note</Trans>
    case 'collect':
      return <Trans>{who} collected your note</Trans>
    case 'comment':
      return <Trans>{who} commented on your note</Trans>
    case 'reply':
      return <Trans>{who} replied to you</Trans>
    case 'mention':
      return <Trans>{who} mentioned you</Trans>
    case 'follow':
      return <Trans>{who} started following you</Trans>
    case 'follow-request':
      return <Trans>{who} would like to follow you</Trans>
    case 'follow-accepted':
      return <Trans>{who} let you follow</Trans>
    case 'security':
      return <Trans>The way you sign in was changed. If it was not you, change your password.</Trans>
    case 'decision':
      return <Trans>The moderators of this site decided about something of yours</Trans>
  }
}
