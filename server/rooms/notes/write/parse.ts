import { cleanLine, cleanText } from '#server/platform/text.ts'
import { detectLanguage, findSpans, topicKey } from '#server/rooms/language/index.ts'
import type { Span } from '#server/rooms/language/schema.ts'
import type { Layer } from '../schema.ts'

/** More than this are decoration, not topics. */
const MAX_TOPICS = 30

export interface Written {
  title: string
  text: string
  spans: Span[]
  language: string
  layer: Layer | null
  /** Key → as it was written. */
  topics: Map<string, string>
  /** Handles named, lower case. */
  mentions: string[]
}

export interface Writing {
  title: string
  text: string
  /** Where the writer said which; found out otherwise. */
  language?: string | undefined
  layer?: { language: string; title: string; text: string } | null | undefined
  /** Besides those in the text. */
  topics?: readonly string[] | undefined
}

/** Parses what somebody wrote: spans, topics of text and layer and those added by hand, mentions, language. */
export async function parseWritten(raw: Writing): Promise<Written> {
  const title = cleanLine(raw.title)
  const text = cleanText(raw.text)
  const spans = findSpans(text)
  const layer = raw.layer ? readLayer(raw.layer) : null
  const topics = new Map<string, string>()
  const named = [...topicsIn(spans), ...(raw.topics ?? []), ...(layer ? topicsIn(layer.spans) : [])]
  for (const name of named) {
    const key = topicKey(name)
    if (key && !topics.has(key) && topics.size < MAX_TOPICS) topics.set(key, name)
  }
  const mentions = mentionsIn([...spans, ...(layer?.spans ?? [])])
  const language = raw.language ?? (await detectLanguage(`${title}\n${text}`))
  return { title, text, spans, language, layer, topics, mentions }
}

function readLayer(layer: { language: string; title: string; text: string }): Layer | null {
  const title = cleanLine(layer.title)
  const text = cleanText(layer.text)
  return title || text ? { language: layer.language, title, text, spans: findSpans(text) } : null
}

/** A content notice as it is kept; null where it says nothing. */
export const noticeOf = (notice: string | null | undefined): string | null => cleanLine(notice ?? '') || null

export const topicsIn = (spans: readonly Span[]): string[] => spans.flatMap((s) => (s.type === 'topic' ? [s.topic] : []))
export const mentionsIn = (spans: readonly Span[]): string[] => [...new Set(spans.flatMap((s) => (s.type === 'mention' ? [s.handle] : [])))]
