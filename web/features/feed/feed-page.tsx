import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LanguagePicker } from '#web/features/accounts/language-picker.tsx'
import { useViewer } from '#web/features/accounts/queries.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import edge from '#web/ui/edge.module.css'
import { SearchIcon } from '#web/ui/icons.tsx'
import { Seal } from '#web/ui/seal.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import css from './feed-page.module.css'

/** What Explore and Following share: the tabs on top, the search, and for visitors a word of welcome with the languages first. */
export function FeedPage(props: { current: '/' | '/following'; children: ReactNode }) {
  const { t } = useLingui()
  const viewer = useViewer()
  const client = useQueryClient()
  const anew = () => void client.resetQueries({ queryKey: ['cards', props.current === '/' ? 'explore' : 'following'] })
  const tabs = [
    { href: '/following', label: t`Following` },
    { href: '/', label: t`Explore` },
  ]
  return (
    <>
      {!viewer && <Welcome />}
      <div className={css.head}>
        <Link href="/" className={css.seal} aria-label={t`Vermilion, home`}>
          <Seal size={30} />
        </Link>
        <search>
          <form action="/search" method="get" className={css.search}>
            <SearchIcon size={20} />
            <label className="aloud" htmlFor="feed-search">
              <Trans>Search</Trans>
            </label>
            <input
              id="feed-search"
              name="q"
              type="search"
              dir="auto"
              placeholder={t`Search notes, people and topics in any language`}
              autoComplete="off"
            />
          </form>
        </search>
        <div className={css.tabs}>
          <Tabs label={t`Feeds`} items={tabs} current={props.current} onAgain={anew} />
        </div>
        <Link href="/search" className={css.glass} aria-label={t`Search`}>
          <SearchIcon size={22} />
        </Link>
      </div>
      <h1 className="aloud">{props.current === '/' ? t`Explore` : t`Following`}</h1>
      <div className={edge.cards}>{props.children}</div>
    </>
  )
}

/** The first thing a visitor meets: languages, each in its own script, then what this is. */
function Welcome() {
  return (
    <section className={css.welcome}>
      <div className={css.first}>
        <LanguagePicker />
        <ButtonLink href="/sign-in" look="plain" small>
          <Trans>Sign in</Trans>
        </ButtonLink>
      </div>
      <div className={css.pitch}>
        <span className={css.mark}>
          <span lang="en">Vermilion</span> <span lang="zh-Hans">朱笺</span>
        </span>
        <p>
          <Trans>One room for people who share no language: show your cat, ask about dinner, read each other.</Trans>
        </p>
        <ButtonLink href={pathTo.signUp} look="primary">
          <Trans>Join</Trans>
        </ButtonLink>
      </div>
    </section>
  )
}
