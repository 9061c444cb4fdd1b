import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useRenewed } from '#web/lib/renewed.ts'
import css from './toast.module.css'

interface Toast {
  id: number
  words: ReactNode
  tone: 'plain' | 'trouble'
  action?: { label: ReactNode; run: () => void }
}

let shown: readonly Toast[] = []
let next = 1
const watchers = new Set<() => void>()
const change = (list: readonly Toast[]) => {
  shown = list
  for (const watcher of watchers) watcher()
}
const dismiss = (id: number) => change(shown.filter((toast) => toast.id !== id))

/** Says one short thing at the foot of the screen, for five seconds; with an action (undo, retry) for ten. */
export const say = (words: ReactNode, more: { tone?: Toast['tone']; action?: Toast['action'] } = {}) => {
  const toast: Toast = { id: next++, words, tone: more.tone ?? 'plain', ...(more.action ? { action: more.action } : {}) }
  change([...shown.slice(-1), toast])
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
const nothing: readonly Toast[] = []
/** Places where they can appear, the topmost last: what lies beneath a modal dialog can be neither seen nor pressed. */
let places: readonly object[] = []

/** Where they appear: in the page from its beginning, so that screen readers listen to it, and in every dialog. */
export function Toasts() {
  const { t } = useLingui()
  const [place] = useState(() => ({}))
  const topmost = useSyncExternalStore(
    watch,
    () => places.at(-1) === place,
    () => false,
  )
  const all = useSyncExternalStore(
    watch,
    () => shown,
    () => nothing,
  )
  const list = topmost ? all : nothing
  // Stays until it is pressed: a tab of an older build goes on as well as it can.
  const renewed = useRenewed()
  useEffect(() => {
    places = [...places, place]
    change(shown)
    return () => {
      places = places.filter((other) => other !== place)
      change(shown)
    }
  }, [place])
  return (
    <section aria-label={t`Messages from the site`} aria-live="polite" className={css.toasts}>
      {renewed && topmost && (
        <div className={`${css.toast} ${css.renewed}`}>
          <span>
            <Trans>The site has been updated.</Trans>
          </span>
          <button type="button" className={css.action} onClick={() => location.reload()}>
            <Trans>Reload</Trans>
          </button>
        </div>
      )}
      {list.map((toast) => (
        <Shown key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function Shown({ toast }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), toast.action ? 10_000 : 5_000)
    return () => clearTimeout(timer)
  }, [toast])
  const { action } = toast
  return (
    <div className={`${css.toast} ${toast.tone === 'trouble' ? css.trouble : ''}`}>
      <span>{toast.words}</span>
      {action && (
        <button
          type="button"
          className={css.action}
          onClick={() => {
            dismiss(toast.id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
