import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { Note } from '#server/rooms/notes/schema.ts'
import { isProblem } from '#web/lib/api.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link, useRouter } from '#web/lib/router.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'
import { Banners } from './banners.tsx'
import type { Tools } from './composer-page.tsx'
import { type Content, MAX_PICTURES, MAX_TEXT, MAX_TITLE } from './content.ts'
import css from './desk.module.css'
import { OptionsPane } from './options-pane.tsx'
import { PictureTray } from './picture-tray.tsx'
import { picturesSettled, publish } from './publish.ts'
import { PublishBar } from './publish-bar.tsx'
import { StampLanding } from './stamp-landing.tsx'
import { useStore } from './store.ts'
import { TextCard } from './text-card.tsx'
import { WordsPane } from './words-pane.tsx'

export type Fields = Readonly<Record<string, string>>
export type Change = (change: Partial<Content>) => void

/** The desk: pictures on one side, words on the other, the seal at the end. */
export function Desk({ tools }: { tools: Tools }) {
  const { t, i18n } = useLingui()
  const { writing, saver, pictures } = tools
  const state = useStore(writing.store)
  const client = useQueryClient()
  const router = useRouter()
  const [step, setStep] = useState<'writing' | 'pictures' | 'publishing'>('writing')
  const [fields, setFields] = useState<Fields>({})
  const [done, setDone] = useState<Note | null>(null)
  const [dropping, setDropping] = useState(false)
  const running = useRef(false)
  const bar = useRef<HTMLDivElement>(null)
  const focused = useRef<HTMLElement>(null)
  // What is typed once the note is on its way would be in nothing: the desk is closed until the answer is here.
  const closed = step === 'publishing' || done !== null

  // A desk that opens again gives the focus back.
  useEffect(() => {
    if (!closed && document.activeElement === bar.current) focused.current?.focus({ preventScroll: true })
  }, [closed])

  const change: Change = (part) => {
    writing.store.set(({ content }) => ({ content: { ...content, ...part } }))
    setFields((had) => without(had, Object.keys(part)))
    saver.changed()
  }
  const add = (files: readonly File[]) => {
    if (files.length === 0 || closed) return
    const left = pictures.add(files)
    if (left > 0)
      say(
        <Trans>
          A note holds {MAX_PICTURES} pictures; {left} more found no room.
        </Trans>,
        { tone: 'trouble' },
      )
  }
  usePaste(add)

  const send = async () => {
    // Two taps in one breath are one.
    if (running.current) return
    const wrong = check(writing.store.get().content, i18n)
    setFields(wrong)
    if (Object.keys(wrong).length > 0) return show(wrong)
    running.current = true
    try {
      setStep('pictures')
      await picturesSettled(writing)
      const lost = writing.store.get().attachments.filter((one) => one.state === 'failed').length
      if (lost > 0) {
        say(<Trans>Some pictures did not arrive. Try them again or take them out.</Trans>, { tone: 'trouble' })
        return
      }
      setStep('publishing')
      if (document.activeElement instanceof HTMLElement) focused.current = document.activeElement
      bar.current?.focus({ preventScroll: true })
      const note = await publish(writing, saver)
      client.setQueryData(['note', note.id], note)
      for (const key of ['cards', 'feed', 'drafts', 'scheduled', 'account']) void client.invalidateQueries({ queryKey: [key] })
      setDone(note)
    } catch (error) {
      if (isProblem(error, 'idempotency-key-reused'))
        setFields({ note: t`This note is out already: an earlier tap had arrived. You find it on your profile.` })
      else if (isProblem(error, 'offline'))
        setFields({ note: t`No connection: not published yet. Everything is kept; try again when you are connected.` })
      else if (isProblem(error) && Object.keys(error.fields).length > 0) {
        setFields({ ...error.fields, note: error.detail ?? error.title })
        show(error.fields)
      } else if (isProblem(error)) setFields({ note: [error.title, error.detail].filter(Boolean).join(' · ') })
      else say(problemWords(error), { tone: 'trouble' })
    } finally {
      running.current = false
      setStep('writing')
    }
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDropping(event.type === 'dragover')
    if (event.type === 'drop') add([...event.dataTransfer.files])
  }
  const isCard = state.attachments.length === 0
  return (
    <form
      className={css.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        // Nor does it mean the keys of the page.
        if (closed && event.key.length === 1) event.preventDefault()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) void send()
      }}
      onBlur={() => void saver.flush()}
      onDragOver={drop}
      onDrop={drop}
      onDragLeave={(event) => event.currentTarget === event.target && setDropping(false)}
    >
      <TopBar
        title={writing.edits ? <Trans>Edit note</Trans> : <Trans>New note</Trans>}
        actions={
          !writing.edits && (
            <Link href="/drafts" className={css.drafts}>
              <Trans>Drafts</Trans>
            </Link>
          )
        }
      />
      <Banners tools={tools} />
      <div className={css.desk} inert={closed}>
        <section className={css.pictures} aria-label={t`Pictures`}>
          <PictureTray tools={tools} add={add} dropping={dropping} />
          {isCard && <TextCard content={state.content} change={change} />}
        </section>
        <div className={css.words}>
          <WordsPane content={state.content} change={change} fields={fields} />
          <OptionsPane content={state.content} change={change} fields={fields} edits={writing.edits} />
        </div>
      </div>
      <PublishBar ref={bar} writing={writing} step={step} trouble={fields.note ?? ''} />
      {done && (
        <StampLanding
          note={done}
          onLanded={() => void router.go(pathTo.note(done.id), { replace: true })}
          scheduled={done.state === 'scheduled'}
          edited={writing.edits !== null}
        />
      )}
    </form>
  )
}

/** What was wrong with a field is no longer said once the field was touched. */
const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== 'note' && !names.some((one) => name === one || name.startsWith(`${one}.`))),
  )

function check(content: Content, i18n: I18n): Fields {
  const wrong: Record<string, string> = {}
  const title = content.title.trim().length - MAX_TITLE
  const text = content.text.length - MAX_TEXT
  if (title > 0) wrong.title = i18n._(msg`The title is ${title} characters too long.`)
  if (text > 0) wrong.text = i18n._(msg`The text is ${text} characters too long.`)
  if (content.publishAt && Date.parse(content.publishAt) <= Date.now())
    wrong.publishAt = i18n._(msg`This time has passed. Choose a later one.`)
  return wrong
}

/** To the first field that something is wrong with. */
function show(fields: Fields) {
  const [name] = Object.keys(fields)
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field="${name?.split('.')[0]}"]`)?.focus())
}

function usePaste(add: (files: readonly File[]) => void) {
  const latest = useRef(add)
  latest.current = add
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [])
}
