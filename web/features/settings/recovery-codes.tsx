import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import buttons from '#web/ui/button.module.css'
import { Button } from '#web/ui/button.tsx'
import { copyText } from './copy-text.tsx'
import css from './settings.module.css'

/** Shown once: the site keeps only their hashes. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useLingui()
  const here = useRef<HTMLDivElement>(null)
  // What asked for them may be a screen away.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'center' })
    here.current?.focus({ preventScroll: true })
  }, [])
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`
  return (
    <div ref={here} tabIndex={-1} className={css.form} role="status">
      <p className={css.note}>
        <Trans>Keep these recovery codes where you will find them without your phone. Each works once. They are shown only now.</Trans>
      </p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css.buttons}>
        <a href={file} download="vermilion-recovery-codes.txt" className={`${buttons.button} ${buttons.primary}`}>
          {t`Save as a file`}
        </a>
        <Button onClick={() => void copyText(codes.join('\n'))}>
          <Trans>Copy</Trans>
        </Button>
      </div>
    </div>
  )
}
