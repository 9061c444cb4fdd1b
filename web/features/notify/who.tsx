import { Plural, Trans } from '@lingui/react/macro'
import type { Notification } from '#server/rooms/notify/schema.ts'

/** "Tess", "Tess and 小满", "Tess and 4 others". */
export function Who({ actors, count }: Pick<Notification, 'actors' | 'count'>) {
  const [first, second] = actors
  const name = <b dir="auto">{first?.displayName}</b>
  const others = count - 1
  if (count <= 1 || !first) return name
  if (count === 2 && second)
    return (
      <Trans>
        {name} and <b dir="auto">{second.displayName}</b>
      </Trans>
    )
  return (
    <>
      {name} <Plural value={others} one="and # other" other="and # others" />
    </>
  )
}
