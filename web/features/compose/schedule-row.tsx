import { Trans, useLingui } from '@lingui/react/macro'
import { ClockIcon } from '#web/ui/icons-more.tsx'
import type { Content } from './content.ts'
import type { Change } from './desk.tsx'
import { Row } from './option-row.tsx'
import css from './options-pane.module.css'
import { inWords, toField } from './time-words.ts'

const HOUR = 3_600_000

/** The next full hour that leaves time to change one's mind. */
const usual = () => new Date(Math.ceil((Date.now() + HOUR) / HOUR) * HOUR).toISOString()

/** At once, or at an hour of one's own: chosen in the local zone, said in words. */
export function ScheduleRow(props: { content: Content; change: Change; wrong: string | undefined; must: boolean }) {
  const { t, i18n } = useLingui()
  const { publishAt } = props.content
  const { change, wrong, must } = props
  const words = publishAt ? inWords(publishAt, i18n.locale) : null
  return (
    <Row
      icon={<ClockIcon size={20} />}
      label={t`When`}
      value={publishAt ? 'later' : 'now'}
      onChange={(value) => change({ publishAt: value === 'later' ? usual() : null })}
      options={[...(must ? [] : [['now', t`At once`] as const]), ['later', t`At a time I choose`]]}
    >
      {publishAt && words && (
        <div className={css.later}>
          <input
            type="datetime-local"
            data-field="publishAt"
            aria-label={t`Publish on`}
            aria-invalid={wrong ? true : undefined}
            aria-describedby="publish-when"
            min={toField(new Date().toISOString())}
            value={toField(publishAt)}
            onChange={(event) => {
              const at = new Date(event.target.value)
              if (!Number.isNaN(at.getTime())) change({ publishAt: at.toISOString() })
            }}
          />
          <p id="publish-when" className={css.when}>
            {words.ahead ? (
              <Trans>
                {words.date} ({words.zone}), {words.distance}
              </Trans>
            ) : (
              words.date
            )}
          </p>
          <p role="alert" className={css.wrong}>
            {wrong}
          </p>
        </div>
      )}
    </Row>
  )
}
