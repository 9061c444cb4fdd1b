import { say } from '#server/platform/i18n.ts'
import type { TextCardTemplate } from './schema.ts'
import { textCardTemplates } from './text-cards/draw-card.ts'

/** The templates in the reader's language, in the order they are offered. */
export const listTemplates = (locale: string): TextCardTemplate[] =>
  textCardTemplates.map((name) => ({
    name,
    label: say(locale, `text-card.${name}`),
    preview: `/v1/text-card-templates/${name}/sample?lang=${encodeURIComponent(locale)}`,
  }))
