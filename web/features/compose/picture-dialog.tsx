import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { MediaView } from '#web/features/media/media-view.tsx'
import { ratioOf } from '#web/features/media/shown.ts'
import { stillUrl } from '#web/features/media/still-url.ts'
import { own } from '#web/lib/own.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { BackIcon, ChevronIcon } from '#web/ui/icons.tsx'
import { TrashIcon } from '#web/ui/icons-more.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { say } from '#web/ui/toast.tsx'
import type { Tools } from './composer-page.tsx'
import { MAX_ALT } from './content.ts'
import { type Frame, largest, type Ratio, ratios } from './crop.ts'
import { CropFrame } from './crop-frame.tsx'
import css from './picture-dialog.module.css'
import { useStore } from './store.ts'
import type { Attachment } from './writing.ts'

const whole: Frame = { ratio: 'original', crop: null }
const sameFrame = (a: Frame, b: Frame) => JSON.stringify(a.crop) === JSON.stringify(b.crop)
const biggest = ({ media }: Attachment) => (media ? stillUrl(media, Number.POSITIVE_INFINITY) : null) ?? ''

interface DialogProps {
  tools: Tools
  open: string
  onOpen: (key: string) => void
  onMove: (key: string, to: number) => void
  onClose: () => void
}

/** Everything about one picture, video or sound: its words, its place; of a picture its frame. */
export function PictureDialog({ tools, open, onOpen, onMove, onClose }: DialogProps) {
  const { attachments, content } = useStore(tools.writing.store)
  const index = attachments.findIndex((one) => one.key === open)
  const picture = attachments[index]
  if (!picture?.media) return null
  const kept = own(content.frames, picture.media.id) ?? whole
  // Published before, perhaps on another device: nobody here knows whether it was cropped.
  const unknown = picture.kind === 'image' && tools.writing.edits !== null && !picture.preview && !own(content.frames, picture.media.id)
  return (
    <Inside
      key={picture.key}
      tools={tools}
      picture={picture}
      index={index}
      count={attachments.length}
      kept={kept}
      unknown={unknown}
      onOpen={(to) => {
        const next = attachments[to]
        if (next?.media) onOpen(next.key)
      }}
      onMove={(to) => onMove(picture.key, to)}
      onClose={onClose}
    />
  )
}

function Inside(props: {
  tools: Tools
  picture: Attachment
  index: number
  count: number
  kept: Frame
  unknown: boolean
  onOpen: (index: number) => void
  onMove: (to: number) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const { tools, picture, index, count, kept, unknown, onOpen, onMove, onClose } = props
  const isImage = picture.kind === 'image'
  const [alt, setAlt] = useState(picture.media?.alt ?? '')
  const [frame, setFrame] = useState(kept)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(() => (kept.crop ? picture.preview : (picture.preview ?? biggest(picture))))
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [wanted, setWanted] = useState<Ratio | null>(null)
  const { improve, remove } = tools.pictures

  /** A cropped picture of an earlier sitting: the whole of it comes back to be framed anew. */
  const bringWhole = () =>
    improve(picture.key, { frame: whole }).then(
      () => {
        const now = tools.writing.store.get().attachments.find((one) => one.key === picture.key)
        if (now) setShown(biggest(now))
      },
      (error) => say(problemWords(error), { tone: 'trouble' }),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the picture is opened.
  useEffect(() => {
    if (!shown && isImage) void bringWhole()
  }, [])
  const pick = async (ratio: Ratio) => {
    if (unknown) {
      // Framed as soon as the whole picture is here and has been measured.
      setWanted(ratio)
      setShown(null)
      await bringWhole()
    } else if (size) setFrame({ ratio, crop: largest(ratio, size.width, size.height) })
  }
  const measured = (now: { width: number; height: number }) => {
    setSize(now)
    if (wanted) setFrame({ ratio: wanted, crop: largest(wanted, now.width, now.height) })
    setWanted(null)
  }

  const save = async (): Promise<boolean> => {
    const stored = own(tools.writing.store.get().content.frames, picture.media?.id ?? '') ?? whole
    const change = {
      ...(alt.trim() === (picture.media?.alt ?? '') ? {} : { alt: alt.trim() }),
      ...(sameFrame(frame, stored) ? {} : { frame }),
    }
    if (Object.keys(change).length === 0) return true
    setBusy(true)
    try {
      await improve(picture.key, change)
      return true
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
      return false
    } finally {
      setBusy(false)
    }
  }
  const close = async () => {
    if (await save()) onClose()
  }
  const turn = async (to: number) => {
    if (await save()) onOpen(to)
  }
  const label: Record<Ratio, string> = { original: t`Original`, '3:4': '3:4', '1:1': '1:1', '4:3': '4:3' }
  const place = index + 1
  return (
    <Dialog
      wide
      title={
        picture.kind === 'image' ? (
          <Trans>
            Picture {place} of {count}
          </Trans>
        ) : picture.kind === 'video' ? (
          <Trans>
            Video {place} of {count}
          </Trans>
        ) : (
          <Trans>
            Sound {place} of {count}
          </Trans>
        )
      }
      onClose={() => void close()}
      actions={
        <>
          <Button
            look="plain"
            icon={<TrashIcon size={20} />}
            className={css.remove ?? ''}
            onClick={() => {
              onClose()
              remove(picture.key)
            }}
          >
            <Trans>Remove</Trans>
          </Button>
          <Button look="primary" busy={busy} onClick={() => void close()}>
            <Trans>Done</Trans>
          </Button>
        </>
      }
    >
      <div className={css.inside}>
        <div className={css.stage}>
          {picture.media && picture.media.kind !== 'image' && (
            <div className={css.playing} style={{ aspectRatio: 1 / ratioOf(picture.media) }}>
              <MediaView media={picture.media} sizes="480px" />
            </div>
          )}
          {shown && isImage && (
            <CropFrame
              key={shown}
              address={shown}
              alt={alt}
              frame={frame}
              onSize={measured}
              onUndrawn={() => setShown(biggest(picture))}
              onChange={(crop) => setFrame({ ...frame, crop })}
            />
          )}
          {count > 1 && (
            <>
              <IconButton
                label={t`Previous picture`}
                onPicture
                className={css.previous ?? ''}
                disabled={index === 0}
                onClick={() => void turn(index - 1)}
              >
                <BackIcon />
              </IconButton>
              <IconButton
                label={t`Next picture`}
                onPicture
                className={css.next ?? ''}
                disabled={index === count - 1}
                onClick={() => void turn(index + 1)}
              >
                <ChevronIcon />
              </IconButton>
            </>
          )}
        </div>
        <div className={css.side}>
          {isImage && (
            <fieldset className={css.ratios}>
              <legend>
                <Trans>Crop</Trans>
              </legend>
              {ratios.map((ratio) => (
                <label key={ratio} className={css.ratio}>
                  <input type="radio" name="ratio" checked={!unknown && frame.ratio === ratio} onChange={() => void pick(ratio)} />
                  <span>{label[ratio]}</span>
                </label>
              ))}
            </fieldset>
          )}
          <TextArea
            label={<Trans>What it shows, in words</Trans>}
            hint={<Trans>Read aloud to people who cannot see it. One sentence is plenty.</Trans>}
            value={alt}
            rows={3}
            maxLength={MAX_ALT}
            dir="auto"
            onChange={(event) => setAlt(event.target.value)}
          />
          {count > 1 && (
            <div className={css.places}>
              <Button small disabled={index === 0} onClick={() => onMove(index - 1)}>
                <Trans>Move earlier</Trans>
              </Button>
              <Button small disabled={index === count - 1} onClick={() => onMove(index + 1)}>
                <Trans>Move later</Trans>
              </Button>
              <Button small disabled={index === 0} onClick={() => onMove(0)}>
                {index === 0 ? <Trans>It is the cover</Trans> : <Trans>Make it the cover</Trans>}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Dialog>
  )
}
