import type { Subject } from '../subject.ts'

/** A picture; nothing of it is shown: whose it is knows it. */
export const subject: Subject = {}
