import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useRouter } from '#web/lib/router.tsx'
import { IconButton } from './button.tsx'
import { BackIcon } from './icons.tsx'
import css from './top-bar.module.css'

/** The head of an inner page: back, its title (the page's h1), its actions. */
export function TopBar(props: { title: ReactNode; fallback?: string; actions?: ReactNode; children?: ReactNode }) {
  const { t } = useLingui()
  const router = useRouter()
  return (
    <header className={css.bar}>
      <IconButton label={t`Back`} onClick={() => router.back(props.fallback)}>
        <BackIcon />
      </IconButton>
      <h1>{props.title}</h1>
      <div className={css.actions}>{props.actions}</div>
      {props.children}
    </header>
  )
}
