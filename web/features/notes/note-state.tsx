import { Trans, useLingui } from '@lingui/react/macro'
import type { Note } from '#server/rooms/notes/schema.ts'
import { reasonWords } from '#web/features/trust/words.ts'
import { WarnIcon } from '#web/ui/icons.tsx'
import { ClockIcon } from '#web/ui/icons-more.tsx'
import css from './note-state.module.css'

/** What only the author sees: that the note waits for its hour, or why it was taken down. */
export function NoteState({ note }: { note: Note }) {
  const { i18n } = useLingui()
  if (note.state === 'scheduled' && note.publishAt) {
    const when = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(note.publishAt))
    return (
      <p className={css.waiting} suppressHydrationWarning>
        <ClockIcon size={20} />
        <Trans>Only you see this. It will be published on {when}.</Trans>
      </p>
    )
  }
  if (note.state === 'removed' && note.removal) {
    const reason = Object.hasOwn(reasonWords, note.removal.reason)
      ? i18n._(reasonWords[note.removal.reason as keyof typeof reasonWords])
      : note.removal.reason
    return (
      <div className={css.removed} role="note">
        <WarnIcon size={20} />
        <div>
          <p>
            <strong>
              <Trans>The moderators took this note down: {reason}</Trans>
            </strong>
          </p>
          {note.removal.words && <p dir="auto">{note.removal.words}</p>}
          <p>
            <Trans>Only you still see it.</Trans>
          </p>
        </div>
      </div>
    )
  }
  return null
}
