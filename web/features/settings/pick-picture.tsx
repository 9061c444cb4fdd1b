import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import type { ImageMedia } from '#server/rooms/media/schema.ts'
import { api } from '#web/lib/api.ts'
import { Button } from '#web/ui/button.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'

/** The largest square in the middle, in fractions of the picture. */
const middleSquare = ({ width, height }: ImageMedia) => {
  const side = Math.min(width, height)
  return { x: (1 - side / width) / 2, y: (1 - side / height) / 2, width: side / width, height: side / height }
}

/** A button that takes one picture, uploads it and hands its id on. */
export function PickPicture(props: { label: ReactNode; onPicked: (id: string) => void; square?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    setBusy(true)
    try {
      const form = new FormData()
      form.set('file', file)
      const media = await api.post<ImageMedia>('/v1/media', form)
      if (props.square && media.width !== media.height) await api.patch<ImageMedia>(`/v1/media/${media.id}`, { crop: middleSquare(media) })
      props.onPicked(media.id)
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button small busy={busy} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input ref={input} type="file" accept="image/*,.heic,.heif" hidden onChange={take} />
    </>
  )
}
