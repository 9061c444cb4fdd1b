import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { MakeReport } from '#server/rooms/trust/schema.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Choices, TextArea } from '#web/ui/field.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './report-dialog.module.css'
import { reasonWords } from './words.ts'

/** Tells the moderators about something: a reason, and in any language what they should know. */
export function ReportDialog({ subject, onClose }: { subject: MakeReport['subject']; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const [reason, setReason] = useState<MakeReport['reason'] | ''>('')
  const [detail, setDetail] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!reason) return
    setBusy(true)
    try {
      await api.post('/v1/reports', { subject, reason, detail }, { idempotencyKey: crypto.randomUUID() })
      say(<Trans>Thank you. A moderator will look at it.</Trans>)
      onClose()
    } catch (problem) {
      say(problemWords(problem), { tone: 'trouble' })
      setBusy(false)
    }
  }
  const options = Object.entries(reasonWords).map(([value, words]) => ({ value, label: i18n._(words) }))
  return (
    <Dialog
      title={<Trans>What is wrong with it?</Trans>}
      onClose={onClose}
      actions={
        <Button type="submit" form="report" look="primary" busy={busy} disabled={!reason}>
          <Trans>Send report</Trans>
        </Button>
      }
    >
      <form id="report" className={css.form} onSubmit={send}>
        <Choices
          legend={<Trans>Reason</Trans>}
          name="reason"
          value={reason}
          options={options}
          onChange={(value) => setReason(value as MakeReport['reason'])}
        />
        <TextArea
          label={t`What should the moderators know?`}
          hint={t`In any language. The person you report does not learn who you are.`}
          value={detail}
          maxLength={2000}
          onChange={(event) => setDetail(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
