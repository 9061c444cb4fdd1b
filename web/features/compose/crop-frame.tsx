import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Crop } from '#server/rooms/media/schema.ts'
import { own } from '#web/lib/own.ts'
import { type Frame, largest, moved, sized } from './crop.ts'
import css from './crop-frame.module.css'

const STEP = 0.02
const SIZE_STEP = 0.05

/** A picture with the part that will be shown. The frame is moved by hand, finger or arrow keys; + and − change its size. */
export function CropFrame(props: {
  address: string
  alt: string
  frame: Frame
  onSize: (size: { width: number; height: number }) => void
  onUndrawn: () => void
  onChange: (crop: Crop) => void
}) {
  const { t } = useLingui()
  const { address, alt, frame, onSize, onUndrawn, onChange } = props
  const box = useRef<HTMLDivElement>(null)
  const grip = useRef<{ x: number; y: number; crop: Crop } | null>(null)
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null)
  const full = natural && largest(frame.ratio, natural.width, natural.height)
  const crop = frame.crop
  const share = crop && full ? crop.width / full.width : 1

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (!crop) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, y: event.clientY, crop }
  }
  const move = (event: PointerEvent) => {
    const held = grip.current
    const size = box.current?.getBoundingClientRect()
    if (!held || !size) return
    onChange(moved(held.crop, (event.clientX - held.x) / size.width, (event.clientY - held.y) / size.height))
  }
  const release = () => {
    grip.current = null
  }
  const keys = (event: KeyboardEvent) => {
    if (!crop || !full) return
    const by = own({ ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }, event.key)
    const larger = own({ '+': SIZE_STEP, '=': SIZE_STEP, '-': -SIZE_STEP }, event.key)
    if (by) onChange(moved(crop, by[0] ?? 0, by[1] ?? 0))
    else if (larger) onChange(sized(crop, share + larger, full))
    else return
    event.preventDefault()
  }
  const percent = (value: number) => `${value * 100}%`
  return (
    <div className={css.whole}>
      <div ref={box} className={css.box}>
        <img
          src={address}
          alt={alt || t`Not described yet`}
          draggable={false}
          onError={onUndrawn}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
            setNatural({ width, height })
            onSize({ width, height })
          }}
        />
        {crop && (
          <div
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys.
            tabIndex={0}
            aria-label={t`What will be shown. Arrow keys move it, plus and minus change its size.`}
            className={css.frame}
            style={{ left: percent(crop.x), top: percent(crop.y), width: percent(crop.width), height: percent(crop.height) }}
            onPointerDown={down}
            onPointerMove={move}
            onPointerUp={release}
            onPointerCancel={release}
            onKeyDown={keys}
          />
        )}
      </div>
      {crop && full && (
        <input
          type="range"
          className={css.size}
          aria-label={t`Size of the frame`}
          min={20}
          max={100}
          value={Math.round(share * 100)}
          onChange={(event) => onChange(sized(crop, Number(event.target.value) / 100, full))}
        />
      )}
    </div>
  )
}
