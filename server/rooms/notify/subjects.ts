import { subjectTypes } from './schema.ts'
import type { Subject, SubjectType } from './subject.ts'

const load = async (type: string) => [type, ((await import(`./subjects/${type}.ts`)) as { subject: Subject }).subject] as const

/** Every type of subject that schema.ts names; the server does not start without the file of one. */
export const subjects = Object.fromEntries(await Promise.all(subjectTypes.map(load))) as Readonly<Record<SubjectType, Subject>>
