import type { Source } from '../types.ts'
import { following } from './following.ts'
import { fresh } from './fresh.ts'
import { language } from './language.ts'
import { popular } from './popular.ts'

/** Whatever may bring notes into a feed. A new one is a file beside these and its name here; the first that names a note is its source. */
export const sources: readonly Source[] = [following, popular, language, fresh]
