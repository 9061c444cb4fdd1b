import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { pictureTypes, uploadPicture } from '#web/features/media/upload.ts'
import { isolated } from '#web/lib/direction.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CloseIcon } from '#web/ui/icons.tsx'
import { PictureIcon } from '#web/ui/icons-more.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import { sendComment } from './comment-actions.ts'
import css from './composer.module.css'

const MAX_PICTURES = 3
const MAX_COMMENT = 2000

/** What is being written to which note, kept while the tab lives: leaving the page loses nothing. */
const keep = (note: string, text: string) => {
  if (text) sessionStorage.setItem(`comment ${note}`, text)
  else sessionStorage.removeItem(`comment ${note}`)
}

export interface ComposerHandle {
  focus: () => void
}

/** One line that grows into a small letter when it is touched. */
export function Composer(props: {
  note: Note
  replyTo: Comment | null
  onReplyTo: (comment: Comment | null) => void
  open: boolean
  onOpen: (open: boolean) => void
  /** Its id, once it is there. */
  onSent: (comment: string) => void
  ref: Ref<ComposerHandle>
}) {
  const { t } = useLingui()
  const { note, replyTo, onReplyTo, open, onOpen, onSent, ref } = props
  const client = useQueryClient()
  const area = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [pictures, setPictures] = useState<Media[]>([])
  const [busy, setBusy] = useState<'no' | 'uploading' | 'sending'>('no')
  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }), [])

  const write = (value: string) => {
    setText(value)
    keep(note.id, value)
  }
  const add = async (files: FileList | null) => {
    setBusy('uploading')
    for (const one of [...(files ?? [])].slice(0, MAX_PICTURES - pictures.length)) {
      try {
        const media = await uploadPicture(one)
        setPictures((had) => [...had, media])
      } catch (problem) {
        say(problemWords(problem), { tone: 'trouble' })
      }
    }
    setBusy('no')
  }
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (busy !== 'no' || (!text.trim() && pictures.length === 0)) return
    setBusy('sending')
    try {
      const made = await sendComment(client, note.id, { text: text.trim(), media: pictures.map((p) => p.id), replyTo })
      write('')
      setPictures([])
      onReplyTo(null)
      onOpen(false)
      area.current?.blur()
      onSent(made.id)
      say(made.thread ? <Trans>Your reply is there</Trans> : <Trans>Your comment is there</Trans>)
    } catch (problem) {
      // The words stay where they are.
      say(problemWords(problem), { tone: 'trouble' })
    } finally {
      setBusy('no')
    }
  }
  return (
    <form method="post" action={`/notes/${note.id}/comments`} className={`${css.composer} ${open ? css.open : ''}`} onSubmit={send}>
      {open && replyTo && (
        <p className={css.to}>
          <span>
            <Trans>Reply to {isolated(replyTo.author?.displayName ?? '')}</Trans>
          </span>
          <IconButton label={t`Do not reply, comment on the note`} onClick={() => onReplyTo(null)}>
            <CloseIcon size={18} />
          </IconButton>
        </p>
      )}
      <textarea
        ref={area}
        rows={1}
        name="text"
        dir="auto"
        className={css.area}
        value={text}
        maxLength={MAX_COMMENT}
        placeholder={t`Say something …`}
        aria-label={replyTo ? t`Your reply` : t`Your comment`}
        onFocus={() => {
          onOpen(true)
          if (!text) setText(sessionStorage.getItem(`comment ${note.id}`) ?? '')
        }}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) void send()
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onOpen(false)
            area.current?.blur()
          }
        }}
      />
      {open && (
        <>
          {pictures.length > 0 && (
            <ul className={css.pictures}>
              {pictures.map((picture) => (
                <li key={picture.id}>
                  <img src={picture.variants[0]?.url ?? picture.url} alt="" width={64} height={64} />
                  <IconButton
                    label={t`Remove the picture`}
                    onPicture
                    onClick={() => setPictures((had) => had.filter((p) => p !== picture))}
                  >
                    <CloseIcon size={16} />
                  </IconButton>
                </li>
              ))}
            </ul>
          )}
          <div className={css.tools}>
            <IconButton
              label={t`Add a picture`}
              disabled={pictures.length >= MAX_PICTURES || busy !== 'no'}
              onClick={() => file.current?.click()}
            >
              <PictureIcon />
            </IconButton>
            <input
              ref={file}
              type="file"
              accept={pictureTypes}
              multiple
              hidden
              onChange={(event) => {
                void add(event.target.files)
                event.target.value = ''
              }}
            />
            <span className={css.state} role="status">
              {busy === 'uploading' && <Trans>Uploading the picture …</Trans>}
            </span>
            <Button look="plain" small onClick={() => onOpen(false)}>
              <Trans>Later</Trans>
            </Button>
            <Button type="submit" look="primary" small busy={busy === 'sending'} disabled={!text.trim() && pictures.length === 0}>
              <Trans>Send</Trans>
            </Button>
          </div>
        </>
      )}
      <noscript>
        <Button type="submit" small wide>
          <Trans>Send</Trans>
        </Button>
      </noscript>
    </form>
  )
}
