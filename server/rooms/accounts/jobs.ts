import type { ByTheClock, JobTable } from '#server/platform/jobs.ts'
import { confirmLetter } from './email/confirm-letter.ts'
import { resetLetter } from './reset/ask.ts'
import { securityLetter } from './security/letter.ts'
import { sweep } from './sweep.ts'

export const accountsJobs: JobTable = {
  'accounts.confirm-letter': confirmLetter,
  'accounts.security-letter': securityLetter,
  'accounts.reset-letter': resetLetter,
  'accounts.sweep': sweep,
}

export const accountsClock: readonly ByTheClock[] = [{ task: 'accounts.sweep', match: '17 * * * *' }]
