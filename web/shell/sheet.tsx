import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRouter } from '#web/lib/router.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { CloseIcon } from '#web/ui/icons.tsx'
import { Toasts } from '#web/ui/toast.tsx'
import css from './sheet.module.css'

/** A page above another one. Its address is its own; Escape, the cross and the browser's back return to what lies beneath, untouched. */
export function Sheet({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  const router = useRouter()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement as HTMLElement | null
    if (dialog && !dialog.open) dialog.showModal()
    // The page beneath stays where it is, also by the width of a scrollbar.
    const { style, clientWidth } = document.documentElement
    style.paddingInlineEnd = `${innerWidth - clientWidth}px`
    style.overflow = 'hidden'
    return () => {
      style.paddingInlineEnd = ''
      style.overflow = ''
      before?.focus?.({ preventScroll: true })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same by itself.
    <dialog
      ref={ref}
      className={css.sheet}
      aria-label={t`Note`}
      onCancel={(event) => {
        // Escape in a dialog above this one has been answered there.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        router.back()
      }}
      onClick={(event) => event.target === event.currentTarget && router.back()}
    >
      <div className={css.inside}>
        <div className={css.close}>
          <IconButton label={t`Close`} onClick={() => router.back()} onPicture>
            <CloseIcon />
          </IconButton>
        </div>
        {children}
      </div>
      <Toasts />
    </dialog>
  )
}
