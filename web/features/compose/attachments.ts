import type { Media } from '#server/rooms/media/schema.ts'
import { type Content, MAX_PICTURES } from './content.ts'
import type { Frame } from './crop.ts'
import { type Attachment, holding, type Local } from './writing.ts'

/** What a note being written shows, and what is kept of it in the draft. */
export interface Attached {
  attachments: readonly Attachment[]
  content: Content
}

/** Everything that can happen to what is attached. What lies on the network or the device happens elsewhere and is told here. */
export type Action =
  | { do: 'add'; attachments: readonly Attachment[] }
  | { do: 'remove'; key: string }
  /** To another place, counted from 0; beyond the ends means the ends. */
  | { do: 'move'; key: string; to: number }
  | { do: 'cover'; key: string }
  | { do: 'send'; key: string }
  /** How much has gone up, 0 to 1. */
  | { do: 'progress'; key: string; share: number }
  | { do: 'arrive'; key: string; media: Media }
  | { do: 'fail'; key: string; trouble: NonNullable<Local['trouble']> }
  | { do: 'again'; key: string }
  /** Its words are on the server, or (of a picture) its frame. */
  | { do: 'improve'; key: string; media: Media; frame?: Frame | undefined }

/** Whether the draft is another one afterwards. */
const kept: Record<Action['do'], boolean> = {
  add: true,
  remove: true,
  move: true,
  cover: true,
  send: false,
  progress: false,
  arrive: true,
  fail: false,
  again: false,
  improve: true,
}
export const changesDraft = (action: Action): boolean => kept[action.do] && (action.do !== 'improve' || action.frame !== undefined)

/** What is attached after something happened. An action for what is no longer there, or that comes too late, changes nothing. */
export function attach(state: Attached, action: Action): Attached {
  const { attachments } = state
  if (action.do === 'add') return arranged(state, [...attachments, ...action.attachments].slice(0, MAX_PICTURES))
  const one = attachments.find(({ key }) => key === action.key)
  if (!one) return state
  const put = (other: Attachment): Attached => ({ ...state, attachments: attachments.map((had) => (had === one ? other : had)) })
  const edited = (change: Partial<Local>): Attached => put({ ...one, ...change })
  switch (action.do) {
    case 'remove':
      return arranged(
        state,
        attachments.filter((other) => other !== one),
      )
    case 'move':
      return moved(state, one, action.to)
    case 'cover':
      return moved(state, one, 0)
    case 'send':
      return edited({ state: 'sending', share: 0, trouble: null })
    case 'progress':
      if (one.state !== 'sending' && one.state !== 'reading') return state
      return edited({ share: action.share, state: action.share < 1 ? 'sending' : 'reading' })
    case 'arrive': {
      const there = put(holding({ ...one, state: 'ready', share: 1 }, action.media))
      return arranged(there, there.attachments)
    }
    case 'fail':
      return one.state === 'ready' ? state : edited({ state: 'failed', trouble: action.trouble })
    case 'again':
      return one.state === 'failed' ? edited({ state: 'waiting', trouble: null }) : state
    case 'improve': {
      const better = put(holding(one, action.media))
      if (!action.frame || action.media.kind !== 'image') return better
      const frames = { ...state.content.frames, [action.media.id]: action.frame }
      return { ...better, content: { ...state.content, frames } }
    }
    default:
      return action satisfies never
  }
}

/** The draft names what has arrived, in its order. */
const arranged = (state: Attached, attachments: readonly Attachment[]): Attached => ({
  attachments,
  content: { ...state.content, media: attachments.flatMap((one) => one.media?.id ?? []) },
})

const moved = (state: Attached, one: Attachment, to: number): Attached => {
  const { attachments } = state
  const place = Math.max(0, Math.min(attachments.length - 1, to))
  if (attachments.indexOf(one) === place) return state
  const rest = attachments.filter((other) => other !== one)
  return arranged(state, [...rest.slice(0, place), one, ...rest.slice(place)])
}
