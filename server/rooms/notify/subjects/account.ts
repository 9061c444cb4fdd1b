import type { Subject } from '../subject.ts'

/** A person; nothing of them is shown but that they did it. */
export const subject: Subject = {}
