import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { meQuery } from '#web/features/accounts/queries.ts'
import { api } from '#web/lib/api.ts'
import { Switch } from '#web/ui/field.tsx'
import { NeedsScripts } from '#web/ui/needs-scripts.tsx'
import { optimistic } from '#web/ui/optimistic.tsx'
import { Filters } from './filters.tsx'
import { KeptAway } from './kept-away.tsx'
import css from './settings.module.css'

/** Who sees me, and whom and what I would rather not see. */
export function PrivacySettings({ me }: { me: Me }) {
  const client = useQueryClient()
  const key = meQuery().queryKey
  const setPrivate = (on: boolean) =>
    optimistic(client, {
      keys: [key],
      change: () => client.setQueryData(key, (had) => had && { ...had, private: on }),
      send: () => api.patch<Me>('/v1/me', { private: on }),
    })
  return (
    <>
      <section className={css.block}>
        <NeedsScripts>
          <Switch
            label={<Trans>Private account</Trans>}
            hint={<Trans>Only people you let in see your notes. Those who follow you already stay.</Trans>}
            checked={me.private}
            onChange={(on) => void setPrivate(on)}
          />
        </NeedsScripts>
      </section>
      <Filters />
      <KeptAway what="mutes" />
      <KeptAway what="blocks" />
    </>
  )
}
