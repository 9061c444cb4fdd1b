import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ProofGate } from '#web/features/accounts/proof-gate.tsx'
import { useSite } from '#web/features/accounts/queries.ts'
import { Deliveries } from '#web/features/admin/deliveries.tsx'
import { People } from '#web/features/admin/people.tsx'
import css from '#web/features/settings/settings.module.css'
import type { Page } from '#web/lib/page.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { NeedsScripts } from '#web/ui/needs-scripts.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

function Body() {
  const site = useSite()
  return (
    <>
      <TopBar title={<Trans>Looking after the site</Trans>} fallback="/" />
      <div className={css.page}>
        <section className={css.block}>
          <h2 dir="auto">{site?.name}</h2>
          <p>{site?.origin}</p>
          <div className={css.buttons}>
            <ButtonLink href="/moderation">
              <Trans>Moderation</Trans>
            </ButtonLink>
          </div>
        </section>
        <NeedsScripts>
          <People />
          <ProofGate />
          <Deliveries />
        </NeedsScripts>
      </div>
    </>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Looking after the site`)} · Vermilion`, hidden: true }),
}
