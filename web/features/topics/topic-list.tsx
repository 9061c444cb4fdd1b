import { Plural, useLingui } from '@lingui/react/macro'
import type { CSSProperties } from 'react'
import type { Topic } from '#server/rooms/notes/schema.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { compact } from '#web/ui/count.tsx'
import css from './topics.module.css'

/** Topics with their place in the list and their counters. */
export function TopicList({ topics, ranked = true }: { topics: readonly Topic[]; ranked?: boolean }) {
  const { i18n } = useLingui()
  return (
    <ol className={css.list} style={{ '--rows': Math.ceil(topics.length / 2) } as CSSProperties}>
      {topics.map((topic, at) => (
        <li key={topic.name}>
          <Link href={pathTo.topic(topic.name)} className={css.topic}>
            <span className={css.rank}>{ranked ? at + 1 : '#'}</span>
            <span className={css.name} dir="auto">
              #{topic.name}
            </span>
            <span className={css.facts}>
              <Plural value={topic.counts.notes} one="# note" other="# notes" />
              {' · '}
              <Plural value={topic.counts.views} one="# view" other={`${compact(i18n.locale, topic.counts.views)} views`} />
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
