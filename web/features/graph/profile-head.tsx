import { Select, Trans, useLingui } from '@lingui/react/macro'
import type { Account } from '#server/rooms/accounts/schema.ts'
import { readable } from '#web/features/accounts/languages.tsx'
import { useViewer } from '#web/features/accounts/queries.ts'
import { isolated } from '#web/lib/direction.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { compact } from '#web/ui/count.tsx'
import { formOf } from '#web/ui/form-of.ts'
import { LanguageIcon } from '#web/ui/icons.tsx'
import { LockIcon, SettingsIcon, ShieldIcon } from '#web/ui/icons-more.tsx'
import { RichText } from '#web/ui/rich-text.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { FollowButton } from './follow-button.tsx'
import css from './profile.module.css'
import { ProfileMenu } from './profile-menu.tsx'

/** Who someone is: the head of all pages of a person. */
export function ProfileHead({ account, tab }: { account: Account; tab: 'notes' | 'boards' | 'collected' | 'liked' }) {
  const { t, i18n } = useLingui()
  const me = useViewer()
  const own = me?.id === account.id
  const path = pathTo.account(account.handle)
  const { relationship, counts } = account
  const languages = account.languages.map((tag) => readable.find((l) => l.tag === tag)?.name ?? tag).join(' · ')
  // Of what a closed account shares, others are not told how much there is: a nought would be a lie.
  const untold = account.private && !own && !relationship?.following
  const number = (value: number) => compact(i18n.locale, value)
  return (
    <>
      <div className={css.banner}>{account.banner && <img src={account.banner} alt="" />}</div>
      <header className={css.head}>
        <div className={css.top}>
          <span className={css.face}>
            <Avatar account={account} size={84} />
          </span>
          <div className={css.acts}>
            {own ? (
              <>
                <ButtonLink href="/settings/profile" small>
                  <Trans>Edit</Trans>
                </ButtonLink>
                <ButtonLink href="/settings" small icon={<SettingsIcon size={18} />}>
                  <Trans>Settings</Trans>
                </ButtonLink>
              </>
            ) : (
              <FollowButton
                handle={account.handle}
                name={account.displayName}
                following={relationship?.following ?? false}
                requested={relationship?.requested ?? false}
                followsMe={relationship?.followsMe ?? false}
                isPrivate={account.private}
              />
            )}
            <ProfileMenu account={account} />
          </div>
        </div>
        <div className={css.name}>
          <h1 dir="auto">{account.displayName}</h1>
          <span>@{account.handle}</span>
        </div>
        {account.bio && (
          <div className={css.bio}>
            <RichText text={account.bio} spans={account.bioSpans} />
          </div>
        )}
        <ul className={css.facts}>
          {account.role !== 'person' && (
            <li>
              <ShieldIcon size={16} />
              {account.role === 'admin' ? <Trans>Administrator</Trans> : <Trans>Moderator</Trans>}
            </li>
          )}
          {account.private && (
            <li>
              <LockIcon size={16} />
              <Trans>Private account</Trans>
            </li>
          )}
          {account.pronouns && <li dir="auto">{account.pronouns}</li>}
          {account.place && (
            <li>
              <Trans>{isolated(account.place)}, they say</Trans>
            </li>
          )}
          {languages && (
            <li>
              <LanguageIcon size={16} />
              <span className="aloud">
                <Trans>reads</Trans>
              </span>
              {languages}
            </li>
          )}
          {relationship?.followsMe && (
            <li>
              <Trans>follows you</Trans>
            </li>
          )}
        </ul>
        <ul className={css.counts}>
          {(!untold || counts.notes > 0) && (
            <li>
              <b>{number(counts.notes)}</b>
              <small>
                <Select value={formOf(i18n.locale, counts.notes)} _one="note" other="notes" />
              </small>
            </li>
          )}
          <li>
            <Link href={`${path}/followers`}>
              <b>{number(counts.followers)}</b>
              <small>
                <Select value={formOf(i18n.locale, counts.followers)} _one="follower" other="followers" />
              </small>
            </Link>
          </li>
          <li>
            <Link href={`${path}/following`}>
              <b>{number(counts.following)}</b>
              <small>
                <Trans>following</Trans>
              </small>
            </Link>
          </li>
          {(!untold || counts.likes > 0) && (
            <li>
              <b>{number(counts.likes)}</b>
              <small>
                <Select value={formOf(i18n.locale, counts.likes)} _one="like received" other="likes received" />
              </small>
            </li>
          )}
        </ul>
      </header>
      <div className={css.tabs}>
        <Tabs
          label={t`Of this person`}
          current={tab === 'notes' ? path : tab === 'boards' ? `${path}/boards` : `${path}?tab=${tab}`}
          items={[
            { href: path, label: <Trans>Notes</Trans> },
            { href: `${path}/boards`, label: <Trans>Boards</Trans> },
            ...(own
              ? [
                  { href: `${path}?tab=collected`, label: <Trans>Collected</Trans> },
                  { href: `${path}?tab=liked`, label: <Trans>Liked</Trans> },
                ]
              : []),
          ]}
        />
      </div>
    </>
  )
}
