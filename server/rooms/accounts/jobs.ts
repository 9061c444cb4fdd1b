import type { JobTable } from '#server/platform/jobs.ts'
import { changedLetter } from './email/changed-letter.ts'
import { confirmLetter } from './email/confirm-letter.ts'
import { resetLetter } from './reset/ask.ts'
import { sweep } from './sweep.ts'

export const accountsJobs: JobTable = {
  'accounts.confirm-letter': confirmLetter,
  'accounts.changed-letter': changedLetter,
  'accounts.reset-letter': resetLetter,
  'accounts.sweep': sweep,
}

/** By the clock, UTC. */
export const accountsClock = [{ task: 'accounts.sweep', match: '17 * * * *' }] as const
