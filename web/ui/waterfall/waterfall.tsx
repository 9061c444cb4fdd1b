import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Columns, layOut, stepFor, steps, type Tile } from './layout.ts'
import css from './waterfall.module.css'

interface WaterfallProps<T> {
  items: readonly T[]
  idOf: (item: T) => string
  tileOf: (item: T) => Tile
  children: (item: T, index: number) => ReactNode
  /** Called when the end comes near. */
  onEnd?: () => void
  label: string
}

const isServer = typeof window === 'undefined'
const useBeforePaint = isServer ? useEffect : useLayoutEffect
/** Below this many tiles all of them stay in the page. */
const SMALL = 60

/** Custom properties of one tile, one set for each number of columns; the style sheet picks the set that fits the width. */
const placeOf = (layouts: readonly Columns[], index: number): CSSProperties => {
  const style: Record<string, number> = {}
  layouts.forEach((layout, i) => {
    const spot = layout.spots[index]
    const n = steps[i]?.name
    if (!spot || !n) return
    style[`--x${n}`] = spot.x
    style[`--a${n}`] = spot.a
    style[`--b${n}`] = spot.b
  })
  return style as CSSProperties
}

/**
 * Tiles of unequal height in columns, each under the shortest one. Order in the page is the order of the list, for readers and
 * listeners alike. The server lays out for every number of columns at once, so nothing moves when the page comes alive; of a long
 * list only what is near the window stays in the page.
 */
export function Waterfall<T>({ items, idOf, tileOf, children, onEnd, label }: WaterfallProps<T>) {
  const list = useRef<HTMLUListElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<[number, number] | null>(null)
  const layouts = useMemo(() => {
    const tiles = items.map(tileOf)
    return steps.map((step) => layOut(tiles, step))
  }, [items, tileOf])

  useBeforePaint(() => {
    if (items.length <= SMALL) {
      setNear(null)
      return
    }
    let frame = 0
    const look = () => {
      frame = 0
      const box = list.current?.getBoundingClientRect()
      if (!box) return
      // In rem, so that the layout's own numbers can be compared; steps of half a window spare work while scrolling.
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const half = innerHeight / 2
      const top = Math.floor(-box.top / half) * half
      setNear((had) => {
        const now: [number, number] = [(top - 2 * half) / rem, (top + 5 * half) / rem]
        return had && had[0] === now[0] && had[1] === now[1] ? had : now
      })
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    addEventListener('scroll', later, { passive: true })
    addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later)
      removeEventListener('resize', later)
    }
  }, [items.length])

  useEffect(() => {
    if (!end.current || !onEnd) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onEnd(), { rootMargin: '1200px 0px' })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [onEnd])

  const isNear = (index: number): boolean => {
    if (!near || !list.current) return true
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const wide = list.current.clientWidth / rem
    const step = stepFor(wide)
    const width = (wide - (step.count - 1) * step.gap) / step.count
    const layout = layouts[steps.indexOf(step)]
    const spot = layout?.spots[index]
    const item = items[index]
    if (!spot || item === undefined) return true
    const top = spot.a * width + spot.b
    const tile = tileOf(item)
    return top < near[1] && top + tile.ratio * width + tile.extra(step.wide) > near[0]
  }

  const whole: Record<string, number> = {}
  layouts.forEach((layout, i) => {
    const n = steps[i]?.name
    whole[`--a${n}`] = layout.a
    whole[`--b${n}`] = layout.b
  })
  return (
    <div className={css.frame}>
      <ul ref={list} className={css.list} style={whole as CSSProperties} aria-label={label}>
        {items.map(
          (item, index) =>
            isNear(index) && (
              <li key={idOf(item)} className={css.tile} style={placeOf(layouts, index)} data-index={index}>
                {children(item, index)}
              </li>
            ),
        )}
      </ul>
      <div ref={end} aria-hidden="true" />
    </div>
  )
}
