import type { ReactNode } from 'react'
import type { Notification } from '#server/rooms/notify/schema.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { HeartFullIcon, PersonIcon } from '#web/ui/icons.tsx'
import { CommentIcon, HashIcon, LockIcon, ShieldIcon, StarFullIcon } from '#web/ui/icons-more.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import css from './notify.module.css'
import { Sentence } from './sentence.tsx'

const marks: Record<Notification['kind'], ReactNode> = {
  like: <HeartFullIcon size={12} />,
  collect: <StarFullIcon size={12} />,
  comment: <CommentIcon size={12} />,
  reply: <CommentIcon size={12} />,
  mention: <HashIcon size={12} />,
  follow: <PersonIcon size={12} />,
  'follow-request': <PersonIcon size={12} />,
  'follow-accepted': <PersonIcon size={12} />,
  decision: <ShieldIcon size={12} />,
  security: <LockIcon size={12} />,
}

const target = ({ kind, note, actors, comment }: Notification): string | null => {
  if (note) return comment ? pathTo.comment(note.id, comment.id) : pathTo.note(note.id)
  if (kind === 'decision') return null
  if (kind === 'security') return '/settings/security'
  return actors[0] ? pathTo.account(actors[0].handle) : null
}

/** One thing that happened; a tap leads there. */
export function NotificationItem({ item }: { item: Notification }) {
  const [first] = item.actors
  const href = target(item)
  const shape = `${css.item} ${item.read ? '' : css.new}`
  const inside = (
    <>
      <span className={css.faces}>
        {first ? <Avatar account={first} size={44} /> : <Avatar account={{ handle: 'site', displayName: '朱', avatar: null }} size={44} />}
        <span className={`${css.mark} ${item.kind === 'like' ? css.liked : ''}`}>{marks[item.kind]}</span>
      </span>
      <span className={css.words}>
        <Sentence of={item} />{' '}
        <span className={css.when}>
          <TimeAgo at={item.at} />
        </span>
        {(item.words || item.comment || item.note) && (
          <span className={css.quote}>{item.words || item.comment?.text || item.note?.title}</span>
        )}
      </span>
      {item.note?.cover ? <img className={css.cover} src={item.note.cover} alt="" loading="lazy" /> : <span />}
    </>
  )
  return href ? (
    <Link href={href} className={shape}>
      {inside}
    </Link>
  ) : (
    <div className={shape}>{inside}</div>
  )
}
