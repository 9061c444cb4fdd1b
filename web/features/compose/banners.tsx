import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useEffect, useState } from 'react'
import { pathTo } from '#web/lib/path.ts'
import { useGo } from '#web/lib/router.tsx'
import { Button } from '#web/ui/button.tsx'
import { WarnIcon } from '#web/ui/icons.tsx'
import { OfflineIcon, PencilIcon } from '#web/ui/icons-more.tsx'
import { later } from '#web/ui/later.tsx'
import css from './banners.module.css'
import type { Tools } from './composer-page.tsx'
import { forget } from './publish.ts'
import { useStore } from './store.ts'

const ConflictDialog = later(
  () => import('./conflict-dialog.tsx').then((m) => m.ConflictDialog),
  () => {},
)

/** Whether the device says that it is connected. */
function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** What one has to know while writing: said once, above the desk. */
export function Banners({ tools }: { tools: Tools }) {
  const { t } = useLingui()
  const { writing, saver } = tools
  const { saved, conflict, refusal } = useStore(writing.store)
  const go = useGo()
  const online = useOnline()
  const [seen, setSeen] = useState(false)
  const here = `/compose?draft=${writing.id}`
  const fresh = async () => {
    await saver.flush()
    // The one at hand stays among the drafts, also where only this device has it.
    sessionStorage.removeItem('writing')
    void go('/compose?new=1')
  }
  const discard = () => {
    forget(writing)
    void go(`/compose?edit=${writing.edits?.id}`, { replace: true })
  }
  return (
    <>
      <div role="status" className={css.banners}>
        {(!online || saved === 'offline') && (
          <p className={`${css.banner} ${css.wait}`}>
            <OfflineIcon size={20} />
            <span>
              <Trans>You are offline; your draft is kept on this device.</Trans>
            </span>
          </p>
        )}
        {saved === 'signed-out' && (
          <p className={`${css.banner} ${css.wait}`}>
            <WarnIcon size={20} />
            <span>
              <Trans>You are signed out. Nothing is lost: your draft is kept on this device.</Trans>
            </span>
            {/* A page of its own: this one still believes that somebody is signed in. */}
            <Button small onClick={() => location.assign(pathTo.signIn(here))}>
              <Trans>Sign in</Trans>
            </Button>
          </p>
        )}
        {saved === 'refused' && (
          <p className={`${css.banner} ${css.wait}`}>
            <WarnIcon size={20} />
            <span>
              {refusal} <Trans>It is kept on this device.</Trans>
            </span>
          </p>
        )}
        {writing.resumed && !seen && writing.edits && (
          <p className={css.banner}>
            <PencilIcon size={20} />
            <span>
              <Trans>These are changes that you have not saved yet.</Trans>
            </span>
            <Button small look="plain" onClick={discard}>
              <Trans>Discard them</Trans>
            </Button>
            <Button small look="plain" onClick={() => setSeen(true)}>
              <Trans>Go on</Trans>
            </Button>
          </p>
        )}
        {writing.resumed && !seen && !writing.edits && (
          <p className={css.banner}>
            <PencilIcon size={20} />
            <span>
              <Trans>Here is what you were writing last.</Trans>
            </span>
            <Button small look="plain" onClick={() => void fresh()} aria-label={t`Start a new note`}>
              <Trans>Start anew</Trans>
            </Button>
            <Button small look="plain" onClick={() => setSeen(true)}>
              <Trans>Go on</Trans>
            </Button>
          </p>
        )}
      </div>
      {conflict && (
        <Suspense>
          <ConflictDialog tools={tools} theirs={conflict} />
        </Suspense>
      )}
    </>
  )
}
