import { useLingui } from '@lingui/react'
import { useViewer } from '#web/features/accounts/queries.ts'

const lists = new Map<string, readonly string[]>()
/** A list of one, always the same one: what is reckoned from it is kept as long as it stays. */
const alone = (locale: string): readonly string[] => {
  const list = lists.get(locale) ?? [locale]
  lists.set(locale, list)
  return list
}

/** Languages the reader reads: as they said, else that of the interface. */
export function useReads(): readonly string[] {
  const viewer = useViewer()
  const { i18n } = useLingui()
  return viewer && viewer.languages.length > 0 ? viewer.languages : alone(i18n.locale)
}

/** Whether someone who reads these languages reads this one: scripts of one language count as one another's. */
const readsOne = (reads: readonly string[], language: string) => {
  const base = language.split('-')[0]
  return language === 'und' || reads.some((own) => own.split('-')[0] === base)
}

/** The author's own second language, where the reader reads that one and not the first. */
export const prefersLayer = (reads: readonly string[], written: { language: string; layer: { language: string } | null }): boolean =>
  written.layer !== null && !readsOne(reads, written.language) && readsOne(reads, written.layer.language)
