import { Trans, useLingui } from '@lingui/react/macro'
import type { Note } from '#server/rooms/notes/schema.ts'
import { Field, Switch } from '#web/ui/field.tsx'
import { LanguageIcon } from '#web/ui/icons.tsx'
import { CommentIcon, EyeIcon } from '#web/ui/icons-more.tsx'
import { languageName } from '#web/ui/language-name.ts'
import { type Content, MAX_NOTICE } from './content.ts'
import type { Change, Fields } from './desk.tsx'
import { languagesWith } from './languages.ts'
import { Row } from './option-row.tsx'
import css from './options-pane.module.css'
import { ScheduleRow } from './schedule-row.tsx'

/** Who sees it, who answers, when: with the usual answer already given. */
export function OptionsPane(props: { content: Content; change: Change; fields: Fields; edits: Note | null }) {
  const { t, i18n } = useLingui()
  const { content, change, fields, edits } = props
  const notice = content.notice !== null
  return (
    <section className={css.options} aria-label={t`Settings of this note`}>
      <Row
        icon={<EyeIcon size={20} />}
        label={t`Who sees it`}
        value={content.visibility}
        onChange={(visibility) => change({ visibility: visibility as Content['visibility'] })}
        options={[
          ['public', t`Everyone`],
          ['followers', t`My followers`],
          ['private', t`Only me`],
        ]}
      />
      <Row
        icon={<CommentIcon size={20} />}
        label={t`Who may comment`}
        value={content.comments}
        onChange={(comments) => change({ comments: comments as Content['comments'] })}
        options={[
          ['open', t`Everyone`],
          ['followers', t`My followers`],
          ['off', t`Nobody`],
        ]}
      />
      {(!edits || edits.state === 'scheduled') && (
        <ScheduleRow content={content} change={change} wrong={fields.publishAt} must={edits !== null} />
      )}
      <Row
        icon={<LanguageIcon size={20} />}
        label={t`Language`}
        value={content.language ?? ''}
        onChange={(language) => change({ language: language || null })}
        options={[
          ['', t`Automatic`],
          ...languagesWith(content.language)
            .filter((tag) => tag !== content.layer?.language)
            .map((tag): [string, string] => [tag, languageName(i18n.locale, tag)]),
        ]}
      />
      <div className={css.switchRow}>
        <Switch
          label={<Trans>Content notice</Trans>}
          hint={<Trans>The pictures stay covered until someone wants to see them.</Trans>}
          checked={notice}
          onChange={(on) => change({ notice: on ? '' : null })}
        />
        {notice && (
          <Field
            label={<Trans>What to expect</Trans>}
            data-field="notice"
            value={content.notice ?? ''}
            maxLength={MAX_NOTICE}
            dir="auto"
            error={fields.notice}
            placeholder={t`For example: the end of the film, a wound, needles`}
            onChange={(event) => change({ notice: event.target.value })}
          />
        )}
      </div>
      <div className={css.switchRow}>
        <Switch
          label={<Trans>Made with AI</Trans>}
          hint={<Trans>The note says so. Leave it off for photos you took yourself.</Trans>}
          checked={content.aiMade}
          onChange={(aiMade) => change({ aiMade })}
        />
      </div>
    </section>
  )
}
