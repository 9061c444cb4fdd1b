import type { Viewer } from '#server/platform/http.ts'
import type { Case, Decide, Subject } from './schema.ts'

/** The life of a case: state → what may happen → state. Appeals will come as further lines. */
export const life = { open: { decide: 'decided' }, decided: {} } as const satisfies Record<Case['state'], Record<string, Case['state']>>

/** What can be done with a subject of each kind. */
export const fitting: Record<Subject['type'], readonly Decide['action'][]> = {
  note: ['none', 'remove', 'content-notice', 'suspend'],
  comment: ['none', 'remove', 'suspend'],
  media: ['none', 'remove', 'suspend'],
  account: ['none', 'suspend'],
}

/** Nobody judges in their own case. */
export const mayDecide = (viewer: Pick<Viewer, 'accountId'>, authorId: string | null): boolean => authorId !== viewer.accountId

export const mayModerate = (viewer: Pick<Viewer, 'role'>): boolean => viewer.role !== 'person'
