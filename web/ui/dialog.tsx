import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'
import css from './dialog.module.css'
import { CloseIcon } from './icons.tsx'
import { Toasts } from './toast.tsx'

interface DialogProps {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  /** Buttons, at the foot; the last one is the main one. */
  actions?: ReactNode
  /** `sheet` rises from the bottom on a phone; `dialog` stands in the middle everywhere. */
  kind?: 'sheet' | 'dialog'
  wide?: boolean
}

/**
 * A native modal dialog: the browser keeps the focus inside, Escape and the space around close it, focus returns to where it was.
 * Render it while it is open; `onClose` takes it away.
 */
export function Dialog({ title, onClose, children, actions, kind = 'sheet', wide }: DialogProps) {
  const { t } = useLingui()
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement as HTMLElement | null
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      before?.focus?.({ preventScroll: true })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same by itself.
    <dialog
      ref={ref}
      className={[css.dialog, css[kind], wide && css.wide].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={css.inside}>
        <header className={css.head}>
          <h2 id={id}>{title}</h2>
          <IconButton label={t`Close`} onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </header>
        <div className={css.body}>{children}</div>
        {actions && <footer className={css.actions}>{actions}</footer>}
      </div>
      <Toasts />
    </dialog>
  )
}
