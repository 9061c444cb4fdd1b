import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { LanguagePicker } from '#web/features/accounts/language-picker.tsx'
import { useSite, useViewer } from '#web/features/accounts/queries.ts'
import { unreadQuery } from '#web/features/notify/queries.ts'
import { documentLocale, loadCatalogue } from '#web/lib/i18n.ts'
import type { Chrome } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link, useRouter } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { ExploreIcon, FollowingIcon, MessageIcon, PersonIcon, PlusIcon, SearchIcon } from '#web/ui/icons.tsx'
import { later } from '#web/ui/later.tsx'
import { Wordmark } from '#web/ui/seal.tsx'
import { Toasts } from '#web/ui/toast.tsx'
import css from './shell.module.css'
import { ThemePicker } from './theme-picker.tsx'

const AgreeAgain = later(
  () => import('#web/features/accounts/agree-again.tsx').then((m) => m.AgreeAgain),
  () => {},
)
const HelpDialog = later(
  () => import('./help-dialog.tsx').then((m) => m.HelpDialog),
  ({ onClose }) => onClose(),
)

/** Keys: what they do is loaded with the first one that is pressed. */
function useKeys(showHelp: () => void) {
  const tools = { router: useRouter(), client: useQueryClient(), signedIn: useViewer() !== null }
  const now = useRef(tools)
  now.current = tools
  useEffect(() => {
    const onKey = async (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.defaultPrevented) return
      // "/" would open the quick search of some browsers before the answer is loaded.
      const inField = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key === '/' && !inField) event.preventDefault()
      const [{ press }] = await Promise.all([import('./keys.tsx'), loadCatalogue(documentLocale(), 'later')])
      press(event, { ...now.current, showHelp })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [showHelp])
}

/** What stands around every page: the bar at the thumb on a phone, the rail on a desk. */
export function Shell({ chrome, children }: { chrome: Chrome; children: ReactNode }) {
  const { t } = useLingui()
  const { busy } = useRouter()
  const [help, setHelp] = useState(false)
  const showHelp = useCallback(() => setHelp(true), [])
  useKeys(showHelp)
  return (
    <div className={`${css.shell} ${css[chrome]}`}>
      <a className={css.skip} href="#main">
        <Trans>Skip to the page</Trans>
      </a>
      {busy && <div className={css.progress} role="progressbar" aria-label={t`Loading`} />}
      {/* Each part comes to life in a task of its own: a phone answers taps in between. */}
      <Suspense>{chrome === 'door' ? <DoorBar /> : <Rail />}</Suspense>
      <main id="main" tabIndex={-1} className={css.main}>
        {chrome !== 'door' && (
          <Suspense>
            <VisitorBar />
          </Suspense>
        )}
        {chrome === 'full' && <Agreements />}
        {children}
      </main>
      <Suspense>{chrome === 'full' && <BottomBar />}</Suspense>
      <Toasts />
      {help && (
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Asks who has not agreed to the rules in force; drawn in the browser only, so that no page waits for it. */
function Agreements() {
  const viewer = useViewer()
  const site = useSite()
  const [here, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  if (!here || !viewer || !site?.agreements || viewer.accepted === site.agreements) return null
  return (
    <Suspense>
      <AgreeAgain version={site.agreements} before={viewer.accepted} />
    </Suspense>
  )
}

/** For visitors on a phone, on every page but the feed (which has its own welcome): the languages first, then the door. */
function VisitorBar() {
  const viewer = useViewer()
  const { place } = useRouter()
  const { path, search } = place.over ?? place
  if (viewer || path === '/') return null
  return (
    <div className={css.visitor}>
      <LanguagePicker compact />
      <ButtonLink href={pathTo.signIn(`${path}${search}`)} look="plain" small>
        <Trans>Sign in</Trans>
      </ButtonLink>
    </div>
  )
}

/** The top of sign-in and its like: home, and the language before anything else. */
const DoorBar = () => (
  <header className={css.doorBar}>
    <Link href="/" className={css.home}>
      <Wordmark />
    </Link>
    <LanguagePicker />
  </header>
)

const useUnread = () => {
  const viewer = useViewer()
  return useQuery({ ...unreadQuery(), enabled: viewer !== null }).data?.count ?? 0
}

const at = (path: string, href: string) => (path === href ? ('page' as const) : undefined)

function Rail() {
  const { t } = useLingui()
  const viewer = useViewer()
  const site = useSite()
  const unread = useUnread()
  const { path } = useRouter().place
  const items = [
    { href: '/', icon: <ExploreIcon />, label: t`Explore` },
    ...(viewer ? [{ href: '/following', icon: <FollowingIcon />, label: t`Following` }] : []),
    { href: '/search', icon: <SearchIcon />, label: t`Search` },
    { href: '/messages', icon: <MessageIcon />, label: t`Messages`, count: unread },
    viewer
      ? { href: pathTo.account(viewer.handle), icon: <Avatar account={viewer} size={24} />, label: t`Me` }
      : { href: '/sign-in', icon: <PersonIcon />, label: t`Sign in` },
  ]
  return (
    <aside className={css.rail} aria-label={t`Site`}>
      <Link href="/" className={css.home}>
        <Wordmark size={38} />
      </Link>
      <nav aria-label={t`Main`}>
        {items.map((item) => (
          <Link key={item.href} href={item.href} className={css.railItem} aria-current={at(path, item.href)}>
            {item.icon}
            <span>{item.label}</span>
            <Unread count={item.count ?? 0} />
          </Link>
        ))}
      </nav>
      <ButtonLink href="/compose" look="primary" wide icon={<PlusIcon size={20} />}>
        <Trans>New note</Trans>
      </ButtonLink>
      <div className={css.foot}>
        <LanguagePicker compact />
        <ThemePicker />
        <p>{site?.kept || <Trans>Your data is kept on this site.</Trans>}</p>
        <p>
          <Link href="/rules">
            <Trans>Rules</Trans>
          </Link>
          {' · '}
          <Link href="/terms">
            <Trans>Terms</Trans>
          </Link>
        </p>
      </div>
    </aside>
  )
}

const Unread = ({ count }: { count: number }) =>
  count > 0 && (
    <span className={css.unread}>
      <span className="aloud">
        <Trans>unread:</Trans>
      </span>
      {count > 99 ? '99+' : count}
    </span>
  )

function BottomBar() {
  const { t } = useLingui()
  const client = useQueryClient()
  const viewer = useViewer()
  const unread = useUnread()
  const { path } = useRouter().place
  return (
    <nav aria-label={t`Main`} className={css.bottom}>
      <Link
        href="/"
        className={css.bottomItem}
        aria-current={path === '/' || path === '/following' ? 'page' : undefined}
        onClick={() => path === '/' && void client.resetQueries({ queryKey: ['cards', 'explore'] })}
      >
        <ExploreIcon />
        <Trans>Explore</Trans>
      </Link>
      <Link href="/search" className={css.bottomItem} aria-current={at(path, '/search')}>
        <SearchIcon />
        <Trans>Search</Trans>
      </Link>
      <Link href="/compose" className={css.new} aria-label={t`New note`}>
        <span>
          <PlusIcon />
        </span>
      </Link>
      <Link href="/messages" className={css.bottomItem} aria-current={at(path, '/messages')}>
        <MessageIcon />
        <Trans>Messages</Trans>
        <Unread count={unread} />
      </Link>
      <Link
        href={viewer ? pathTo.account(viewer.handle) : '/sign-in'}
        className={css.bottomItem}
        aria-current={viewer ? at(path, pathTo.account(viewer.handle)) : undefined}
      >
        {viewer ? <Avatar account={viewer} size={24} /> : <PersonIcon />}
        <Trans>Me</Trans>
      </Link>
    </nav>
  )
}
