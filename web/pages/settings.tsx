import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { FormEvent } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { ProofGate } from '#web/features/accounts/proof-gate.tsx'
import { useSite, useViewer } from '#web/features/accounts/queries.ts'
import { AccountSettings } from '#web/features/settings/account.tsx'
import { DisplaySettings } from '#web/features/settings/display.tsx'
import { PrivacySettings } from '#web/features/settings/privacy.tsx'
import { ProfileSettings } from '#web/features/settings/profile.tsx'
import { sections } from '#web/features/settings/sections.tsx'
import { SecuritySettings } from '#web/features/settings/security.tsx'
import css from '#web/features/settings/settings.module.css'
import { api } from '#web/lib/api.ts'
import type { Page } from '#web/lib/page.ts'
import { Link, Redirect } from '#web/lib/router.tsx'
import { ChevronIcon, PersonIcon } from '#web/ui/icons.tsx'
import { LeaveIcon, ShieldIcon } from '#web/ui/icons-more.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

const signOut = async (event: FormEvent) => {
  event.preventDefault()
  await api.post('/v1/sign-out').catch(() => {})
  location.assign('/')
}

const Contents = ({ chosen, role, email }: { chosen: string | undefined; role: Me['role'] | undefined; email: boolean }) => (
  <ul className={css.menu}>
    {sections(email).map((section) => (
      <li key={section.name}>
        <Link href={`/settings/${section.name}`} aria-current={section.name === chosen ? 'page' : undefined}>
          {section.icon}
          <span>
            {section.label}
            <small>{section.about}</small>
          </span>
          <ChevronIcon size={20} />
        </Link>
      </li>
    ))}
    {(role === 'moderator' || role === 'admin') && (
      <li>
        <Link href="/moderation">
          <ShieldIcon />
          <span>
            <Trans>Moderation</Trans>
          </span>
          <ChevronIcon size={20} />
        </Link>
      </li>
    )}
    {role === 'admin' && (
      <li>
        <Link href="/admin">
          <PersonIcon />
          <span>
            <Trans>Looking after the site</Trans>
          </span>
          <ChevronIcon size={20} />
        </Link>
      </li>
    )}
    <li>
      <form method="post" action="/sign-out" onSubmit={signOut}>
        <button type="submit">
          <LeaveIcon />
          <span>
            <Trans>Sign out</Trans>
          </span>
        </button>
      </form>
    </li>
  </ul>
)

function Chosen({ name, me }: { name: string; me: Me }) {
  switch (name) {
    case 'profile':
      return <ProfileSettings me={me} />
    case 'display':
      return <DisplaySettings />
    case 'privacy':
      return <PrivacySettings me={me} />
    case 'security':
      return <SecuritySettings me={me} />
    case 'account':
      return <AccountSettings me={me} />
    default:
      return <Redirect to="/settings" />
  }
}

function Body({ params }: { params: Readonly<Record<string, string>> }) {
  const { t } = useLingui()
  const me = useViewer()
  const site = useSite()
  // Where the site sends no letters, there is nothing to say about addresses for them.
  const email = Boolean(site?.email || me?.email)
  const section = sections(email).find((s) => s.name === params.section)
  return (
    <>
      <TopBar title={section?.label ?? <Trans>Settings</Trans>} fallback={section ? '/settings' : '/me'} />
      <div className={css.desk}>
        <nav className={`${css.aside} ${params.section ? css.onDesk : ''}`} aria-label={t`Settings`}>
          <Contents chosen={params.section} role={me?.role} email={email} />
        </nav>
        {/* A desk has room for both: beside the bare list stands its first section. */}
        {me && (
          <div className={`${css.page} ${params.section ? '' : css.onDesk}`}>
            <Chosen name={params.section ?? 'profile'} me={me} />
            <ProofGate />
          </div>
        )}
      </div>
    </>
  )
}

export const page: Page = {
  Body,
  head: ({ i18n }) => ({ title: `${i18n._(msg`Settings`)} · Vermilion`, hidden: true }),
}
