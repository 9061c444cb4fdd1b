import type { Media } from '#server/rooms/media/schema.ts'
import { type Content, MAX_PICTURES } from './content.ts'
import type { Frame } from './crop.ts'
import type { Picture } from './writing.ts'

/** What a note being written shows, and what is kept of it in the draft. */
export interface Attached {
  pictures: readonly Picture[]
  content: Content
}

/** Everything that can happen to what is attached. What lies on the network or the device happens elsewhere and is told here. */
export type Action =
  | { do: 'add'; pictures: readonly Picture[] }
  | { do: 'remove'; key: string }
  /** To another place, counted from 0; beyond the ends means the ends. */
  | { do: 'move'; key: string; to: number }
  | { do: 'cover'; key: string }
  | { do: 'send'; key: string }
  /** How much has gone up, 0 to 1. */
  | { do: 'progress'; key: string; share: number }
  | { do: 'arrive'; key: string; media: Media }
  | { do: 'fail'; key: string; trouble: NonNullable<Picture['trouble']> }
  | { do: 'again'; key: string }
  /** Its words or its frame are on the server. */
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
  const { pictures } = state
  if (action.do === 'add') return arranged(state, [...pictures, ...action.pictures].slice(0, MAX_PICTURES))
  const one = pictures.find((picture) => picture.key === action.key)
  if (!one) return state
  const edited = (change: Partial<Picture>): Attached => ({
    ...state,
    pictures: pictures.map((picture) => (picture === one ? { ...picture, ...change } : picture)),
  })
  switch (action.do) {
    case 'remove':
      return arranged(
        state,
        pictures.filter((picture) => picture !== one),
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
      const there = edited({ media: action.media, state: 'ready', share: 1 })
      return arranged(there, there.pictures)
    }
    case 'fail':
      return one.state === 'ready' ? state : edited({ state: 'failed', trouble: action.trouble })
    case 'again':
      return one.state === 'failed' ? edited({ state: 'waiting', trouble: null }) : state
    case 'improve': {
      const better = edited({ media: action.media })
      if (!action.frame) return better
      const frames = { ...state.content.frames, [action.media.id]: action.frame }
      return { ...better, content: { ...state.content, frames } }
    }
    default:
      return action satisfies never
  }
}

/** The draft names what has arrived, in its order. */
const arranged = (state: Attached, pictures: readonly Picture[]): Attached => ({
  pictures,
  content: { ...state.content, media: pictures.flatMap((one) => one.media?.id ?? []) },
})

const moved = (state: Attached, one: Picture, to: number): Attached => {
  const { pictures } = state
  const place = Math.max(0, Math.min(pictures.length - 1, to))
  if (pictures.indexOf(one) === place) return state
  const rest = pictures.filter((other) => other !== one)
  return arranged(state, [...rest.slice(0, place), one, ...rest.slice(place)])
}
