import { Select, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { MediaCover } from '#web/features/media/media-cover.tsx'
import { isolated } from '#web/lib/direction.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { anchorOf, pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { Count, compact } from '#web/ui/count.tsx'
import { formOf } from '#web/ui/form-of.ts'
import { HeartFullIcon, HeartIcon } from '#web/ui/icons.tsx'
import { FlagIcon, PinIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { RichText } from '#web/ui/rich-text.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { deleteComment, likeComment, pinComment } from './comment-actions.ts'
import css from './comments.module.css'
import { repliesQuery } from './queries.ts'

interface ItemProps {
  note: Note
  comment: Comment
  /** The one that the reader has just sent. */
  sent: string | null
  onReply: (comment: Comment) => void
  onReport: (comment: Comment) => void
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** A first-level comment with its replies below. */
export function Thread(props: ItemProps) {
  const { i18n } = useLingui()
  const { note, comment } = props
  const [all, showAll] = useState(false)
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({ ...repliesQuery(comment.id), enabled: all })
  const loaded = itemsOf(data)
  const replies = loaded.length > 0 ? loaded : comment.replies
  const left = comment.counts.replies - replies.length
  return (
    <li>
      <Item {...props} />
      {replies.length > 0 && (
        <ul className={css.replies}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <Item {...props} note={note} comment={reply} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (!all || hasNextPage) && (
        <button type="button" className={css.more} disabled={isFetching} onClick={() => (all ? void fetchNextPage() : showAll(true))}>
          <Select value={formOf(i18n.locale, left)} _one={`Show ${left} more reply`} other={`Show ${left} more replies`} />
        </button>
      )}
    </li>
  )
}

function Item({ note, comment, sent, onReply, onReport }: ItemProps) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const viewer = useViewer()
  const { author } = comment
  const here = useRef<HTMLElement>(null)
  const isSent = sent === comment.id
  // Whoever wrote it looks for it, and on a phone it stands a screen or two below the pictures.
  useEffect(() => {
    if (isSent) here.current?.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' })
  }, [isSent])
  if (comment.gone || author === null) {
    return (
      <p className={css.gone}>
        <Trans>This comment was deleted</Trans>
      </p>
    )
  }
  const mine = viewer?.id === author.id
  const myNote = viewer?.id === note.author.id
  const isThread = comment.thread === null
  return (
    <article
      ref={here}
      className={`${css.comment} ${isSent ? css.sent : ''}`}
      id={anchorOf(comment.id)}
      aria-label={t`Comment by ${isolated(author.displayName)}`}
    >
      <Link href={pathTo.account(author.handle)} className={css.face} tabIndex={-1} aria-hidden="true">
        <Avatar account={author} size={isThread ? 36 : 28} />
      </Link>
      <div className={css.said}>
        <p className={css.who}>
          <Link href={pathTo.account(author.handle)} dir="auto">
            {author.displayName}
          </Link>
          {comment.byAuthor && (
            <span className={css.author}>
              <Trans>Author</Trans>
            </span>
          )}
          {comment.pinned && (
            <span className={css.pinned}>
              <PinIcon size={14} />
              <Trans>Pinned</Trans>
            </span>
          )}
        </p>
        {comment.replyTo && (
          <span className={css.to}>
            <Trans>
              to{' '}
              <Link href={pathTo.account(comment.replyTo.handle)} dir="auto">
                {comment.replyTo.displayName}
              </Link>
            </Trans>
          </span>
        )}
        {comment.text && <RichText text={comment.text} spans={comment.spans} language={comment.language} />}
        {comment.media.length > 0 && (
          <ul className={css.pictures}>
            {comment.media.map((media) => (
              <li key={media.id}>
                <a href={media.url} target="_blank" rel="noopener noreferrer">
                  <MediaCover media={media} sizes="160px" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <div className={css.foot}>
          <TimeAgo at={comment.createdAt} />
          {note.canComment && (
            <button type="button" onClick={() => onReply(comment)} aria-label={t`Reply to ${isolated(author.displayName)}`}>
              <Trans>Reply</Trans>
            </button>
          )}
          {viewer && (
            <Menu
              label={t`More about this comment`}
              items={[
                myNote &&
                  isThread && {
                    label: comment.pinned ? t`Unpin` : t`Pin on top`,
                    icon: <PinIcon size={20} />,
                    onPick: () => void pinComment(client, comment, !comment.pinned),
                  },
                !mine && { label: t`Report`, icon: <FlagIcon size={20} />, onPick: () => onReport(comment) },
                (mine || myNote) && {
                  label: t`Delete`,
                  icon: <TrashIcon size={20} />,
                  danger: true,
                  onPick: () => void deleteComment(client, comment),
                },
              ]}
            />
          )}
        </div>
      </div>
      <div className={css.side}>
        <button
          {...byForm(comment.mine.liked ? 'unlike-comment' : 'like-comment', comment.id, () =>
            likeComment(client, comment, !comment.mine.liked),
          )}
          type="submit"
          className={`${css.like} ${comment.mine.liked ? css.liked : ''}`}
          aria-pressed={comment.mine.liked}
          aria-label={t`Like the comment, ${compact(i18n.locale, comment.counts.likes)}`}
          disabled={!viewer}
        >
          {comment.mine.liked ? <HeartFullIcon size={18} /> : <HeartIcon size={18} />}
          {comment.counts.likes > 0 && <Count value={comment.counts.likes} />}
        </button>
      </div>
    </article>
  )
}
