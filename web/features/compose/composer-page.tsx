import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useViewer } from '#web/features/accounts/queries.ts'
import { useRouter } from '#web/lib/router.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import css from './desk.module.css'
import { Desk } from './desk.tsx'
import { openWriting, rememberTab } from './open.ts'
import { createPictures, type Pictures } from './pictures.ts'
import { createSaver, type Saver } from './saving.ts'
import type { Writing } from './writing.ts'

/** A writing with what keeps it and what sends its pictures. */
export interface Tools {
  writing: Writing
  saver: Saver
  pictures: Pictures
}

/** The composer. Each entry of the history is a note of its own. */
export function ComposerPage({ search }: { search: URLSearchParams }) {
  const { place } = useRouter()
  const viewer = useViewer()
  return viewer ? <Opening key={place.key} account={viewer.id} search={search} /> : null
}

function Opening({ account, search }: { account: string; search: URLSearchParams }) {
  const { go } = useRouter()
  const client = useQueryClient()
  const [tools, setTools] = useState<Tools | null>(null)
  const [error, setError] = useState<unknown>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once; the address changes when the draft gets its own.
  useEffect(() => {
    let made: Tools | null = null
    let left = false
    const wish = { draft: search.get('draft'), edit: search.get('edit'), topic: search.get('topic'), fresh: search.has('new') }
    openWriting(account, wish).then((writing) => {
      if (left) return
      rememberTab(writing)
      const saver = createSaver(writing, (id) => {
        if (!left && location.pathname === '/compose') void go(`/compose?draft=${id}`, { replace: true, stay: true })
      })
      made = { writing, saver, pictures: createPictures(writing, saver.changed) }
      // What was left behind travels at once: nobody is typing it any more, and the tab may be closed again.
      if (writing.mark.ahead && !writing.store.get().conflict) {
        saver.changed()
        void saver.flush()
      }
      setTools(made)
    }, setError)
    return () => {
      left = true
      made?.pictures.stop()
      made?.saver.stop()
      void client.invalidateQueries({ queryKey: ['drafts'] })
    }
  }, [])
  if (error) return <ErrorState whole error={error} onRetry={() => location.reload()} />
  if (!tools) return <Waiting />
  return <Desk key={tools.writing.id} tools={tools} />
}

const Waiting = () => (
  <div className={css.desk}>
    <noscript>
      <Trans>Writing needs JavaScript: without it, nothing you type could be kept.</Trans>
    </noscript>
    <Skeleton height={220} />
    <div className={css.words}>
      <Skeleton height={56} />
      <Skeleton height={240} />
    </div>
  </div>
)
