import type { List } from '#server/platform/schema.ts'
import type { Draft } from '#server/rooms/notes/schema.ts'
import { type ApiProblem, createApi, isProblem } from '#web/lib/api.ts'
import { isBlank, newKey, readContent, sameContent } from './content.ts'
import { dropLocal } from './local-copies.ts'
import { keepHere, type Writing } from './writing.ts'

const QUIET_MS = 1000
/** Whoever types without a pause is saved as often as this. */
const LONGEST_MS = 5000
const AGAIN_MS = 10_000
/** A browser lets no more than 64 KB outlive the page. */
const OUTLIVES = 60_000

/** Saves are allowed to outlive the page: the last one is often on its way when the tab closes. */
const api = createApi((path, init) => fetch(path, { ...init, keepalive: typeof init.body !== 'string' || init.body.length * 3 < OUTLIVES }))

export interface Saver {
  /** Something was typed or chosen. */
  changed: () => void
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>
  stop: () => void
}

/** Keeps a writing on this device at every change, and on the server as soon as one pauses. */
export function createSaver(writing: Writing, onDraft: (id: string) => void): Saver {
  const { store, mark, account, id } = writing
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  let busy: Promise<void> | null = null

  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const changed = () => {
    if (mark.over) return
    mark.ahead = true
    keepHere(writing)
    if (writing.edits) return
    const { saved } = store.get()
    if (saved !== 'offline' && saved !== 'signed-out') store.set({ saved: 'unsaved' })
    if (!since) since = Date.now()
    plan(Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - Date.now())))
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    if (busy) {
      await busy
      if (store.get().saved !== 'unsaved') return
    }
    if (!mark.ahead || mark.over || writing.edits || store.get().conflict) return
    busy = once().finally(() => {
      busy = null
    })
    await busy
  }

  const once = async () => {
    const { content } = store.get()
    since = 0
    if (!mark.draft && isBlank(content)) {
      mark.ahead = false
      dropLocal(account, id)
      store.set({ saved: 'new' })
      return
    }
    mark.ahead = false
    mark.tried.push(content)
    // A notice stays until it is settled: whoever reaches for its button must not see it go.
    if (store.get().saved === 'unsaved' || store.get().saved === 'new') store.set({ saved: 'saving' })
    try {
      const draft = mark.draft
        ? await api.put<Draft>(`/v1/drafts/${mark.draft}`, { content, version: mark.version })
        : await api.post<Draft>('/v1/drafts', { content, version: 0 }, { idempotencyKey: mark.birth })
      adopt(draft)
      store.set({ saved: mark.ahead ? 'unsaved' : 'saved', refusal: '' })
      if (mark.ahead) plan(QUIET_MS)
    } catch (error) {
      mark.ahead = true
      keepHere(writing)
      await refused(error)
    }
  }

  const adopt = (draft: Draft) => {
    const isNew = mark.draft !== draft.id
    mark.draft = draft.id
    mark.version = draft.version
    mark.tried = []
    keepHere(writing)
    if (isNew && !mark.over) onDraft(draft.id)
  }

  const refused = async (error: unknown) => {
    const status = isProblem(error) ? error.status : 0
    if (isProblem(error, 'draft-newer')) return newer(error)
    if (isProblem(error, 'idempotency-key-reused')) return findOwn()
    if (status === 401) return store.set({ saved: 'signed-out' })
    if ((status === 404 && mark.draft) || isProblem(error, 'idempotency-key-gone')) {
      // Thrown away elsewhere, while it was being written here: what is here wins.
      Object.assign(mark, { draft: null, version: 0, tried: [], birth: newKey() })
      return plan(0)
    }
    if (status >= 400 && status < 500 && status !== 429 && isProblem(error)) return store.set({ saved: 'refused', refusal: error.title })
    store.set({ saved: status === 429 ? 'unsaved' : 'offline' })
    plan(AGAIN_MS)
  }

  /** Newer, or our own save whose answer was lost. */
  const newer = (error: ApiProblem) => {
    const draft = error.document.draft as Draft
    const theirs = readContent(draft.content)
    if (mark.tried.some((one) => sameContent(one, theirs))) {
      adopt(draft)
      return plan(0)
    }
    store.set({ conflict: draft, saved: 'unsaved' })
  }

  /** The draft was made, its answer lost and the words changed since: it is among mine, with the same key inside. */
  const findOwn = async () => {
    const { items } = await api.get<List<Draft>>('/v1/drafts')
    const own = items.find((draft) => draft.content.key === store.get().content.key)
    if (own) adopt(own)
    else mark.birth = newKey()
    mark.ahead = true
    plan(0)
  }

  const wake = () => {
    if (mark.ahead) plan(0)
  }
  const hide = () => {
    if (document.visibilityState === 'hidden') void flush()
  }
  const leave = () => void flush()
  addEventListener('online', wake)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hide)
  return {
    changed,
    flush,
    stop() {
      removeEventListener('online', wake)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      if (mark.over) return
      void flush().then(() => {
        clearTimeout(timer)
        // The server has it all: this device need not.
        if (!mark.ahead && !writing.edits && store.get().attachments.every((picture) => picture.media)) dropLocal(account, id)
      })
    },
  }
}
