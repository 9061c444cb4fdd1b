import type { Draft, Note } from '#server/rooms/notes/schema.ts'
import { api, isProblem } from '#web/lib/api.ts'
import { blankContent, fromNote, isBlank, newKey, readContent, sameContent } from './content.ts'
import { findLocal, type LocalCopy, localCopies } from './local-copies.ts'
import { bringBack } from './pictures.ts'
import { createWriting, type Writing } from './writing.ts'

export interface Wish {
  draft: string | null
  edit: string | null
  topic: string | null
  /** A new one, whatever lies about. */
  fresh: boolean
}

const isEdit = (kept: LocalCopy) => kept.id.startsWith('edit-')
/** Younger than this, it is probably being written in another tab. */
const RESTING_MS = 10_000

/** Lays a note on the desk: a new one, a draft, one that a closed tab left behind, or a published one to change. */
export function openWriting(account: string, wish: Wish): Promise<Writing> {
  if (wish.edit) return openNote(account, wish.edit)
  if (wish.draft) return openDraft(account, wish.draft)
  const left =
    wish.topic || wish.fresh
      ? undefined
      : localCopies(account).find(
          (kept) => kept.ahead && !isEdit(kept) && !nothingIn(kept) && (isOfThisTab(kept) || Date.now() - kept.at > RESTING_MS),
        )
  if (left) return fromLocal(account, left, true)
  const content = { ...blankContent(), topics: wish.topic ? [wish.topic.replace(/^[#＃]/, '')] : [] }
  return Promise.resolve(
    createWriting({ account, id: newKey(), edits: null, resumed: false, content, attachments: [], mark: freshMark(), conflict: null }),
  )
}

const TAB = 'writing'
/** After a reload the tab knows what it was about, however young. */
export const rememberTab = (writing: Writing) => sessionStorage.setItem(TAB, writing.id)
const isOfThisTab = (kept: LocalCopy) => sessionStorage.getItem(TAB) === kept.id

const nothingIn = (kept: LocalCopy) => isBlank(kept.content) && kept.order.length === 0
const freshMark = () => ({ draft: null as string | null, version: 0, tried: [], ahead: false, birth: newKey() })

async function openNote(account: string, noteId: string): Promise<Writing> {
  const note = await api.get<Note>(`/v1/notes/${noteId}`)
  const id = `edit-${noteId}`
  const kept = findLocal(account, id)
  const content = kept ? readContent({ ...kept.content }) : fromNote(note)
  const attachments = await bringBack(kept?.order ?? content.media, note.media)
  const mark = { ...freshMark(), ahead: kept !== undefined }
  return createWriting({ account, id, edits: note, resumed: kept !== undefined, content, attachments, mark, conflict: null })
}

async function openDraft(account: string, id: string): Promise<Writing> {
  const kept = findLocal(account, id)
  if (kept) return fromLocal(account, kept, false)
  const draft = await api.get<Draft>(`/v1/drafts/${id}`)
  // It arrived as the tab closed, without this device hearing of it: here there may be more of it.
  const twin = localCopies(account).find((one) => !one.draft && one.content.key === draft.content.key)
  if (twin) return fromLocal(account, { ...twin, draft: draft.id }, false)
  return fromServer(account, draft, newKey())
}

async function fromServer(account: string, draft: Draft, id: string): Promise<Writing> {
  const content = readContent(draft.content)
  const attachments = await bringBack(content.media, draft.media)
  const mark = { ...freshMark(), draft: draft.id, version: draft.version }
  return createWriting({ account, id, edits: null, resumed: false, content, attachments, mark, conflict: null })
}

/** What this device kept, set against what the server has. */
async function fromLocal(account: string, kept: LocalCopy, resumed: boolean): Promise<Writing> {
  const content = readContent({ ...kept.content })
  const mark = {
    ...freshMark(),
    draft: kept.draft,
    version: kept.version,
    tried: kept.tried ?? [],
    ahead: true,
    birth: kept.birth || newKey(),
  }
  const draft = kept.draft ? await serverDraft(kept.draft) : null
  if (draft && draft !== 'unreachable' && !kept.ahead) return fromServer(account, draft, kept.id)
  const attachments = await bringBack(kept.order, draft && draft !== 'unreachable' ? draft.media : [])
  let conflict: Draft | null = null
  if (draft === null) Object.assign(mark, { draft: null, version: 0 })
  else if (draft !== 'unreachable' && draft.version !== kept.version) {
    const theirs = readContent(draft.content)
    const ours = [...mark.tried, content].some((one) => sameContent(readContent({ ...one }), theirs))
    if (ours) mark.version = draft.version
    else conflict = draft
  }
  return createWriting({ account, id: kept.id, edits: null, resumed, content, attachments, mark, conflict })
}

/** null: it is gone (published or thrown away elsewhere). */
async function serverDraft(id: string): Promise<Draft | null | 'unreachable'> {
  try {
    return await api.get<Draft>(`/v1/drafts/${id}`)
  } catch (error) {
    return isProblem(error) && error.status === 404 ? null : 'unreachable'
  }
}
