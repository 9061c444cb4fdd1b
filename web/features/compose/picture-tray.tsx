import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useRef, useState } from 'react'
import { own } from '#web/lib/own.ts'
import { PlusIcon } from '#web/ui/icons.tsx'
import { CameraIcon, PictureIcon } from '#web/ui/icons-more.tsx'
import { later } from '#web/ui/later.tsx'
import type { Tools } from './composer-page.tsx'
import { MAX_PICTURES } from './content.ts'
import { PictureTile } from './picture-tile.tsx'
import css from './picture-tray.module.css'
import { useStore } from './store.ts'
import { useDragging } from './use-dragging.ts'

const PictureDialog = later(
  () => import('./picture-dialog.tsx').then((m) => m.PictureDialog),
  ({ onClose }) => onClose(),
)

/** What a chooser offers: whatever the device calls a picture, and HEIC, which some do not. */
const ACCEPT = 'image/*,.heic,.heif'

/** The pictures in their order, and the ways to add some. */
export function PictureTray({ tools, add, dropping }: { tools: Tools; add: (files: readonly File[]) => void; dropping: boolean }) {
  const { t } = useLingui()
  const { attachments, content } = useStore(tools.writing.store)
  const { move } = tools.pictures
  const file = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [heard, setHeard] = useState('')
  const dragged = useDragging(list, move)
  const count = attachments.length
  const moveAloud = (key: string, to: number) => {
    if (to < 0 || to >= count) return
    move(key, to)
    setHeard(t`Now picture ${to + 1} of ${count}`)
  }
  const chooser = (ref: typeof file, more: object) => (
    <input
      ref={ref}
      type="file"
      accept={ACCEPT}
      hidden
      {...more}
      onChange={(event) => {
        add([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
  const lacking = attachments.filter((one) => one.media && !one.media.alt).length
  return (
    <div className={css.tray}>
      {count > 0 && (
        <ul ref={list} className={css.list} aria-label={t`Your pictures, the first is the cover`}>
          {attachments.map((picture, index) => (
            <PictureTile
              key={picture.key}
              picture={picture}
              index={index}
              count={count}
              dragged={dragged === picture.key}
              cropped={Boolean(picture.media && own(content.frames, picture.media.id)?.crop)}
              onOpen={() => setOpen(picture.key)}
              onMove={(to) => moveAloud(picture.key, to)}
              onAgain={() => tools.pictures.again(picture.key)}
              onRemove={() => tools.pictures.remove(picture.key)}
            />
          ))}
          {count < MAX_PICTURES && (
            <li className={css.slot}>
              <button type="button" className={css.more} onClick={() => file.current?.click()}>
                <PlusIcon />
                <span>
                  <Trans>Add pictures</Trans>
                </span>
              </button>
            </li>
          )}
        </ul>
      )}
      {count === 0 && (
        <div className={`${css.empty} ${dropping ? css.dropping : ''}`}>
          <button type="button" className={css.choose} onClick={() => file.current?.click()}>
            <PictureIcon size={32} />
            <strong>
              <Trans>Add pictures</Trans>
            </strong>
            <small>
              <span className={css.onTouch}>
                <Trans>Up to {MAX_PICTURES}, straight from your phone</Trans>
              </span>
              <span className={css.onDesk}>
                <Trans>Up to {MAX_PICTURES}. Choose them, drop them here or paste.</Trans>
              </span>
            </small>
          </button>
          <button type="button" className={css.camera} onClick={() => camera.current?.click()}>
            <CameraIcon />
            <span>
              <Trans>Camera</Trans>
            </span>
          </button>
        </div>
      )}
      {count > 0 && (
        <p className={css.hint}>
          {lacking > 0 ? (
            <Trans>Tap a picture to crop it or to say in words what it shows, for those who cannot see it.</Trans>
          ) : (
            <Trans>The first picture is the cover. Drag to arrange them.</Trans>
          )}
          <span className={css.count}>
            {count}/{MAX_PICTURES}
          </span>
        </p>
      )}
      {count > 0 && dropping && (
        <div className={css.over}>
          <Trans>Drop them here</Trans>
        </div>
      )}
      {chooser(file, { multiple: true, 'data-field': 'media' })}
      {chooser(camera, { capture: 'environment' })}
      <p className="aloud" role="status">
        {heard}
      </p>
      <p className="aloud" id="picture-keys">
        <Trans>Enter opens it. Shift with the left or right arrow moves it.</Trans>
      </p>
      {open && (
        <Suspense>
          <PictureDialog tools={tools} open={open} onOpen={setOpen} onMove={moveAloud} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  )
}
