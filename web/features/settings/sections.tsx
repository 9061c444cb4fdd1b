import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { LanguageIcon, PersonIcon } from '#web/ui/icons.tsx'
import { LockIcon, SettingsIcon, ShieldIcon } from '#web/ui/icons-more.tsx'

export interface Section {
  name: string
  icon: ReactNode
  label: ReactNode
  about: ReactNode
}

/** The settings' table of contents, in the order people need them. `email`: there is an address to speak of. */
export const sections = (email: boolean): readonly Section[] => [
  { name: 'profile', icon: <PersonIcon />, label: <Trans>Profile</Trans>, about: <Trans>Name, picture, bio, languages I read</Trans> },
  {
    name: 'display',
    icon: <LanguageIcon />,
    label: <Trans>Language and look</Trans>,
    about: <Trans>Interface language, light or dark</Trans>,
  },
  { name: 'privacy', icon: <LockIcon />, label: <Trans>Privacy</Trans>, about: <Trans>Who sees my notes; blocked and muted</Trans> },
  {
    name: 'security',
    icon: <ShieldIcon />,
    label: <Trans>Signing in</Trans>,
    about: <Trans>Password, passkeys, two steps, devices</Trans>,
  },
  {
    name: 'account',
    icon: <SettingsIcon />,
    label: <Trans>Account</Trans>,
    about: email ? <Trans>E-mail, where my data is, leaving</Trans> : <Trans>Where my data is, leaving</Trans>,
  },
]
