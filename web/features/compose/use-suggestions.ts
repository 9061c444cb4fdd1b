import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { Suggestion } from '#server/rooms/search/schema.ts'
import { suggestionsQuery } from '#web/features/search/queries.ts'
import { trendingQuery } from '#web/features/topics/queries.ts'
import type { Token } from './token.ts'

const MOST = 6

/** What a sign and a few letters may become; after a bare `#`, what people write about now. */
export function useSuggestions(token: Token | null): readonly Suggestion[] {
  const asked = useDeferredValue(token && token.word !== '' ? `${token.sign}${token.word}` : '')
  const isBare = token?.sign === '#' && token.word === ''
  const found = useQuery({ ...suggestionsQuery(asked), enabled: asked !== '', placeholderData: (had) => had })
  const trending = useQuery({ ...trendingQuery(), enabled: isBare })
  if (isBare)
    return (trending.data?.items ?? []).slice(0, MOST).map((topic) => ({ kind: 'topic', text: topic.name, notes: topic.counts.notes }))
  if (!token || asked === '') return []
  const kind = token.sign === '#' ? 'topic' : 'account'
  return (found.data?.items ?? []).filter((one) => one.kind === kind).slice(0, MOST)
}
