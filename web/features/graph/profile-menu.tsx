import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '#server/rooms/accounts/schema.ts'
import { accountQuery, useViewer } from '#web/features/accounts/queries.ts'
import { ReportDialog } from '#web/features/trust/report-dialog.tsx'
import { api } from '#web/lib/api.ts'
import { isolated } from '#web/lib/direction.ts'
import { pathTo } from '#web/lib/path.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { BlockIcon, FlagIcon, LinkIcon, MuteIcon } from '#web/ui/icons-more.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'

/** What one may do about someone besides following. */
export function ProfileMenu({ account }: { account: Account }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const viewer = useViewer()
  const [open, setOpen] = useState<'block' | 'report' | null>(null)
  const { muting = false, blocking = false } = account.relationship ?? {}
  const name = isolated(account.displayName)
  const change = async (verb: 'mute' | 'block', on: boolean) => {
    const path = `/v1/accounts/${account.handle}/${verb}`
    try {
      await (on ? api.put(path) : api.delete(path))
      setOpen(null)
      say(
        verb === 'mute' ? (
          on ? (
            <Trans>{name} is muted</Trans>
          ) : (
            <Trans>{name} is not muted any more</Trans>
          )
        ) : on ? (
          <Trans>{name} is blocked</Trans>
        ) : (
          <Trans>{name} is not blocked any more</Trans>
        ),
      )
      await client.invalidateQueries({ queryKey: accountQuery(account.handle).queryKey })
      void client.invalidateQueries({ queryKey: ['cards'] })
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(pathTo.account(account.handle), location.href).href)
    say(<Trans>Link copied</Trans>)
  }
  const others = viewer !== null && viewer.id !== account.id
  return (
    <>
      <Menu
        label={t`More about ${name}`}
        items={[
          { label: <Trans>Copy link</Trans>, icon: <LinkIcon size={20} />, onPick: () => void copy() },
          others && {
            label: muting ? <Trans>Unmute</Trans> : <Trans>Mute</Trans>,
            icon: <MuteIcon size={20} />,
            onPick: () => void change('mute', !muting),
          },
          others && {
            label: blocking ? <Trans>Unblock</Trans> : <Trans>Block</Trans>,
            icon: <BlockIcon size={20} />,
            danger: !blocking,
            onPick: () => (blocking ? void change('block', false) : setOpen('block')),
          },
          others && { label: <Trans>Report</Trans>, icon: <FlagIcon size={20} />, danger: true, onPick: () => setOpen('report') },
        ]}
      />
      {open === 'block' && (
        <Dialog
          title={<Trans>Block {name}?</Trans>}
          kind="dialog"
          onClose={() => setOpen(null)}
          actions={
            <>
              <Button look="plain" onClick={() => setOpen(null)}>
                <Trans>Cancel</Trans>
              </Button>
              <Button look="danger" onClick={() => void change('block', true)}>
                <Trans>Block</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Trans>They see nothing of you and you see nothing of them. They are not told.</Trans>
          </p>
        </Dialog>
      )}
      {open === 'report' && <ReportDialog subject={{ type: 'account', id: account.id }} onClose={() => setOpen(null)} />}
    </>
  )
}
