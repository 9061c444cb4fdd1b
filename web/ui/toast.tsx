import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
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

const nothing: readonly Toast[] = []

/** Where they appear. It is there from the beginning, so that screen readers listen to it. */
export function Toasts() {
  const { t } = useLingui()
  const list = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => shown,
    () => nothing,
  )
  return (
    <section aria-label={t`Messages from the site`} aria-live="polite" className={css.toasts}>
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
