import { matchPath } from './path.ts'

// The cover of a card becomes the first picture of its note, and back. The next page is put in place at once and only its picture moves there:
// a view transition photographs the old page first, which alone took twice as long as opening the note (decision 216).

const noteOf = (path: string) => matchPath('/notes/:id', path)?.id
const boxOf = (element: Element | null) => {
  const box = element?.getBoundingClientRect()
  return box && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? box : null
}

/** Call it before the page changes, and what it returns once the next one stands where it will stay. */
export function coverMove(from: string, to: string): () => void {
  const opens = noteOf(to)
  const id = opens ?? noteOf(from)
  if (!id || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {}
  const card = `[data-cover="${CSS.escape(id)}"]`
  const picture = `[data-note="${CSS.escape(id)}"] [data-pictures]`
  const start = boxOf(document.querySelector(opens ? card : picture))
  return () => {
    const element = document.querySelector(opens ? picture : card)
    const end = boxOf(element)
    if (!start || !end || !element) return
    const away = `translate(${start.left - end.left}px, ${start.top - end.top}px) scale(${start.width / end.width})`
    element.animate(
      [
        { transformOrigin: '0 0', transform: away },
        { transformOrigin: '0 0', transform: 'none' },
      ],
      { duration: 260, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    )
  }
}
