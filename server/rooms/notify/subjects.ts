import type { Subject, SubjectType } from './subject.ts'
import { comment } from './subjects/comment.ts'
import { note } from './subjects/note.ts'

/** Every type of subject. Of an account or a picture nothing is shown: whose it is knows it. */
export const subjects: Readonly<Record<SubjectType, Subject>> = { note, comment, media: {}, account: {} }
