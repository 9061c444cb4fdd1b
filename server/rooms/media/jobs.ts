import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { dropMedia } from './erase-media.ts'
import { avif } from './jobs/avif.ts'
import { redraw } from './jobs/redraw.ts'
import { remove } from './jobs/remove.ts'
import { sweep } from './jobs/sweep.ts'

/** `media.avif {id}`, `media.drop {ids}`, `media.redraw {}` (hourly, until no old card is left), `media.remove {id, keys}`, `media.sweep {}` (hourly by the clock). */
export const mediaJobs = {
  'media.avif': avif,
  'media.drop': dropMedia,
  'media.redraw': redraw,
  'media.remove': remove,
  'media.sweep': sweep,
} satisfies JobTable

export const mediaClock: readonly ByTheClock[] = [
  { task: 'media.sweep', match: '23 * * * *' },
  { task: 'media.redraw', match: '53 * * * *' },
]
