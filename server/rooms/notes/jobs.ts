import type { JobTable } from '#server/platform/jobs.ts'
import { dropTopics } from './topics/drop.ts'
import { eraseAccount } from './trust/erase.ts'
import { publishDue } from './write/schedule.ts'

export const notesJobs: JobTable = { 'notes.publish-due': publishDue, 'notes.erase': eraseAccount, 'notes.drop-topics': dropTopics }
