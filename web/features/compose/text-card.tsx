import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cutText } from '#web/lib/cut.ts'
import type { Content } from './content.ts'
import type { Change } from './desk.tsx'
import { templatesQuery } from './queries.ts'
import css from './text-card.module.css'

const PAUSE_MS = 600
/** As much as an address carries in any script; a card shows little more. */
const SHOWN = 500

/** The card as the server will draw it, asked for when the typing pauses. */
function usePreview(content: Content, template: string | undefined): string | null {
  const { title, text } = content
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const words = { title: cutText(title.trim(), 100), text: cutText(text.trim() || title.trim(), SHOWN) }
    if (!words.text || !template) return setAddress(null)
    const own = text.trim() ? words : { text: words.text }
    const timer = setTimeout(() => setAddress(`/v1/text-cards/preview?${new URLSearchParams({ ...own, template })}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [title, text, template])
  return address
}

/** Without pictures, the words become one: which paper they stand on. */
export function TextCard({ content, change }: { content: Content; change: Change }) {
  const { t } = useLingui()
  const { data: templates = [] } = useQuery(templatesQuery())
  const chosen = templates.find((one) => one.name === content.template) ?? templates[0]
  const preview = usePreview(content, chosen?.name)
  const [drawn, setDrawn] = useState<string | null>(null)
  const waiting = preview !== null && drawn !== preview
  if (!chosen) return null
  return (
    <fieldset className={css.card}>
      <legend>
        <Trans>No picture? Your words become one.</Trans>
      </legend>
      <div className={`${css.stage} ${waiting ? css.waiting : ''}`}>
        <img src={drawn && preview ? drawn : chosen.preview} alt={preview ? t`Your words as a card` : t`An example of this card`} />
        {preview && preview !== drawn && (
          <img className={css.ahead} src={preview} alt="" onLoad={() => setDrawn(preview)} onError={() => setDrawn(null)} />
        )}
      </div>
      <div className={css.templates}>
        {templates.map((one) => (
          <label key={one.name} className={css.template}>
            <input type="radio" name="template" checked={one === chosen} onChange={() => change({ template: one.name })} />
            <img src={one.preview} alt="" loading="lazy" width={72} height={96} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
