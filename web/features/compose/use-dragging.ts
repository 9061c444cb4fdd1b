import { type RefObject, useEffect, useRef, useState } from 'react'

const HOLD_MS = 240
/** A mouse that moved this far is dragging; a finger that did so before the time is scrolling. */
const SLACK = 6
/** So near to an end of the strip, it moves along. */
const EDGE = 48

/**
 * Arranging by hand: a mouse drags at once, a finger after it has rested on the picture. The order changes while one drags.
 * Answers the key of the picture in hand.
 */
export function useDragging(list: RefObject<HTMLUListElement | null>, move: (key: string, to: number) => void): string | null {
  const [dragged, setDragged] = useState<string | null>(null)
  const latest = useRef(move)
  latest.current = move
  useEffect(() => {
    let key: string | null = null
    let active = false
    let from = { x: 0, y: 0 }
    let at = from
    let hold: ReturnType<typeof setTimeout> | undefined
    let frame = 0

    const tiles = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-picture]') ?? [])]
    const begin = () => {
      active = true
      setDragged(key)
      frame = requestAnimationFrame(along)
    }
    const end = () => {
      clearTimeout(hold)
      cancelAnimationFrame(frame)
      // The click that follows a drag opens nothing.
      if (active) addEventListener('click', swallow, { capture: true, once: true })
      if (active) setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50)
      key = null
      active = false
      setDragged(null)
    }
    const along = () => {
      const strip = list.current
      if (strip && strip.scrollWidth > strip.clientWidth) {
        const box = strip.getBoundingClientRect()
        if (at.x < box.left + EDGE) strip.scrollLeft -= 8
        if (at.x > box.right - EDGE) strip.scrollLeft += 8
      }
      settle()
      frame = requestAnimationFrame(along)
    }
    /** Gives the picture in hand the place it is held over. */
    const settle = () => {
      if (!key) return
      const to = tiles().findIndex((tile) => {
        const box = tile.getBoundingClientRect()
        return at.x >= box.left && at.x < box.right && at.y >= box.top - 20 && at.y < box.bottom + 20
      })
      if (to >= 0 && tiles()[to]?.dataset.picture !== key) latest.current(key, to)
    }
    const down = (event: PointerEvent) => {
      const target = event.target as HTMLElement
      const tile = target.closest<HTMLElement>('[data-picture]')
      if (!tile || event.button !== 0 || !list.current?.contains(tile) || target.closest('[class*=remove], [role=alert]')) return
      key = tile.dataset.picture ?? null
      from = { x: event.clientX, y: event.clientY }
      at = from
      if (event.pointerType !== 'mouse') hold = setTimeout(begin, HOLD_MS)
    }
    const go = (event: PointerEvent) => {
      if (!key) return
      at = { x: event.clientX, y: event.clientY }
      const far = Math.hypot(at.x - from.x, at.y - from.y) > SLACK
      if (active || !far) return
      if (event.pointerType === 'mouse') begin()
      else end()
    }
    const still = (event: TouchEvent) => active && event.preventDefault()
    const noMenu = (event: Event) => key && event.preventDefault()
    const swallow = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('pointerdown', down)
    addEventListener('pointermove', go)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    addEventListener('touchmove', still, { passive: false })
    addEventListener('contextmenu', noMenu)
    return () => {
      end()
      removeEventListener('pointerdown', down)
      removeEventListener('pointermove', go)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      removeEventListener('touchmove', still)
      removeEventListener('contextmenu', noMenu)
    }
  }, [list])
  return dragged
}
