import { streamSafe } from '#server/platform/text.ts'
import { toSimplified } from './chinese.ts'

/**
 * What makes two spellings one: compatibility forms, case and traditional characters are levelled. For keys and search only, never shown.
 * Folding a folded text changes nothing.
 */
export function foldText(text: string): string {
  // Han that only exists as a compatibility form folds to a traditional character first, so NFKC goes before; and again after,
  // because lower case can take a letter apart.
  return toSimplified(streamSafe(text).normalize('NFKC').toLowerCase().normalize('NFKC'))
}

/** What makes two topics one: `#PetTax`, `pettax` and `＃PETTAX`; `話題` and `话题`; نرم‌افزار with its joiner and without. */
export const topicKey = (name: string): string => foldText(name.replace(/^[#＃]/, '').replace(/[\u200c\u200d]/g, ''))
