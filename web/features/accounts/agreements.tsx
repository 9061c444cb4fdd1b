import { Trans, useLingui } from '@lingui/react/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type MouseEvent, useState } from 'react'
import { apiOf } from '#web/lib/api.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { useComplaint } from '#web/ui/form.tsx'
import css from './door.module.css'
import { Plain } from './plain.tsx'

interface Paper {
  title: string
  /** What it says in a few plain sentences. */
  summary: string[]
  text: string
}
/** The community rules and the terms, in the reader's language. */
export interface Agreements {
  version: string
  rules: Paper
  terms: Paper
}

export const agreementsQuery = (locale: string) =>
  queryOptions({
    queryKey: ['agreements', locale],
    queryFn: ({ client, signal }) => apiOf(client).get<Agreements>('/v1/agreements', { signal, query: { lang: locale } }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Nobody agrees to what they cannot read: the essence first, the whole text one tap away. */
export function Agree({ checked, onChange }: { checked: boolean; onChange: (on: boolean) => void }) {
  const { i18n } = useLingui()
  const { data } = useQuery(agreementsQuery(i18n.locale))
  const [reading, read] = useState<'rules' | 'terms' | null>(null)
  const complaint = useComplaint('agreed')
  const open = (which: 'rules' | 'terms') => (event: MouseEvent) => {
    // Read above the form, so that nothing typed is left; a tap with a key, or without scripts, goes to the page.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    read(which)
  }
  return (
    <div className={css.form}>
      {data && (
        <section className={css.summary}>
          <h2>
            <Trans>How we live here, in short</Trans>
          </h2>
          <ul>
            {data.rules.summary.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <details className={css.folded}>
            <summary>
              <Trans>And what the terms say</Trans>
            </summary>
            <ul>
              {data.terms.summary.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </section>
      )}
      <label className={css.agree}>
        <input
          type="checkbox"
          name="agreed"
          value={data?.version ?? ''}
          required
          aria-invalid={complaint ? true : undefined}
          aria-describedby={complaint ? 'agreed-error' : undefined}
          checked={checked}
          onChange={(e) => onChange(e.target.checked)}
        />
        <span>
          <Trans>
            I agree to the{' '}
            <a href="/rules" onClick={open('rules')}>
              rules
            </a>{' '}
            and the{' '}
            <a href="/terms" onClick={open('terms')}>
              terms
            </a>
          </Trans>
        </span>
      </label>
      <p id="agreed-error" className={css.wrong} role="alert">
        {complaint}
      </p>
      {reading && (
        <Dialog wide title={reading === 'rules' ? <Trans>Community rules</Trans> : <Trans>Terms</Trans>} onClose={() => read(null)}>
          <PaperText which={reading} />
        </Dialog>
      )}
    </div>
  )
}

/** One of the two papers as a page. */
export function PaperText({ which }: { which: 'rules' | 'terms' }) {
  const { i18n } = useLingui()
  const { data } = useQuery(agreementsQuery(i18n.locale))
  if (!data) return null
  const paper = data[which]
  return (
    <article className={css.text}>
      <section className={css.summary}>
        <h2>
          <Trans>In short</Trans>
        </h2>
        <ul>
          {paper.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Plain text={paper.text} />
      <p className={css.version}>
        <Trans>Version {data.version}</Trans>
      </p>
    </article>
  )
}
