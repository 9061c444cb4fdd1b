import type { Messages } from '@lingui/core'

/** Every catalogue that `scripts/i18n.mjs` makes, to be loaded: `./made/<group of pages>/<locale>.po`. */
export const catalogues = import.meta.glob<{ messages: Messages }>('./made/*/*.po')
