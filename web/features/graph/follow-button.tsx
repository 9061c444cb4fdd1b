import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '#web/features/accounts/queries.ts'
import { isolated } from '#web/lib/direction.ts'
import { pathTo } from '#web/lib/path.ts'
import { useRouter } from '#web/lib/router.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { follow } from './follow.ts'

interface FollowButtonProps {
  handle: string
  name: string
  following: boolean
  requested?: boolean
  followsMe?: boolean
  /** A private account is asked first. */
  isPrivate?: boolean
}

/** Follow, ask to follow, or stop; a visitor is led to sign-in. Nobody follows themselves: nothing is drawn then. */
export function FollowButton({ handle, following, requested = false, followsMe = false, isPrivate = false, ...of }: FollowButtonProps) {
  const name = isolated(of.name)
  const { t } = useLingui()
  const client = useQueryClient()
  const viewer = useViewer()
  const { place } = useRouter()
  const [busy, setBusy] = useState(false)
  if (viewer?.handle === handle) return null
  if (!viewer) {
    return (
      <ButtonLink href={pathTo.signIn(place.path)} look="outline" small>
        <Trans>Follow</Trans>
      </ButtonLink>
    )
  }
  const on = following || requested
  const label = following
    ? t({ message: `Following ${name}`, context: 'state' })
    : requested
      ? t`Requested, ${name}`
      : followsMe
        ? t`Follow back, ${name}`
        : t`Follow ${name}`
  const press = async () => {
    setBusy(true)
    await follow(client, handle, !on, isPrivate)
    setBusy(false)
  }
  return (
    <Button
      {...byForm(on ? 'unfollow' : 'follow', handle, () => !busy && press())}
      look={on ? 'quiet' : 'outline'}
      small
      aria-pressed={on}
      aria-label={label}
    >
      {following ? (
        <Trans context="state">Following</Trans>
      ) : requested ? (
        <Trans>Requested</Trans>
      ) : followsMe ? (
        <Trans>Follow back</Trans>
      ) : (
        <Trans>Follow</Trans>
      )}
    </Button>
  )
}
