import { Trans } from '@lingui/react/macro'
import type { Notification } from '#server/rooms/notify/schema.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { kinds } from './kinds.ts'
import css from './notify.module.css'
import { Who } from './who.tsx'

/** One thing that happened; a tap leads there. What the site says is shown whole: a statement of reasons is nowhere else to be read. */
export function NotificationItem({ item }: { item: Notification }) {
  const { mark, warm, sentence, href } = kinds[item.kind]
  const [first] = item.actors
  const to = href(item)
  const about = item.comment?.text || item.note?.title
  const shape = `${css.item} ${item.read ? '' : css.new}`
  const inside = (
    <>
      <span className={css.faces}>
        {first ? <Avatar account={first} size={44} /> : <span className={css.site}>{mark}</span>}
        {first && <span className={`${css.mark} ${warm ? css.liked : ''}`}>{mark}</span>}
      </span>
      <span className={css.words}>
        {!item.read && (
          <span className="aloud">
            <Trans>New:</Trans>{' '}
          </span>
        )}
        {sentence(item, <Who actors={item.actors} count={item.count} />)}{' '}
        <span className={css.when}>
          <TimeAgo at={item.at} />
        </span>
        {item.words && (
          <span className={css.said} dir="auto">
            {item.words}
          </span>
        )}
        {about && (
          <span className={css.quote} dir="auto">
            {about}
          </span>
        )}
      </span>
      {item.note?.cover ? <img className={css.cover} src={item.note.cover} alt="" loading="lazy" /> : <span />}
    </>
  )
  return to ? (
    <Link href={to} className={shape}>
      {inside}
    </Link>
  ) : (
    <div className={shape}>{inside}</div>
  )
}
