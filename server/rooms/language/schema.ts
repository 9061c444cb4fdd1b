import { z } from 'zod'

/** Languages the interface itself speaks. Adding one is adding a catalogue (`web/i18n`, `server/i18n`) and a line here. */
export const locales = ['en', 'zh-Hans'] as const
export const Locale = z.enum(locales).meta({ id: 'Locale', description: 'Interface language' })
export type Locale = z.infer<typeof Locale>

/** A language of content: BCP 47, kept short (`en`, `zh-Hans`, `zh-Hant`, `es`). `und` when nobody can tell. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .meta({ id: 'LanguageTag', description: 'BCP 47 tag of content', examples: ['en', 'zh-Hans'] })

/** A marked part of a plain text. `start` and `end` count UTF-16 code units, end exclusive. Spans never overlap and come in order. */
export const Span = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('topic'), start: z.int().min(0), end: z.int(), topic: z.string() }),
    z.object({ type: z.literal('mention'), start: z.int().min(0), end: z.int(), handle: z.string() }),
    z.object({ type: z.literal('link'), start: z.int().min(0), end: z.int(), url: z.string() }),
  ])
  .meta({ id: 'Span' })
export type Span = z.infer<typeof Span>
