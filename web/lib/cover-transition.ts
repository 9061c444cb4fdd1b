import { matchPath } from './path.ts'

// The cover of a card becomes the first picture of its note, and back. Only one element of a page may carry the name at a time.
const NAME = 'note-cover'

const noteOf = (path: string) => matchPath('/notes/:id', path)?.id
const covers = () => document.querySelectorAll<HTMLElement>('[data-cover]')
const name = (id: string | undefined) => {
  for (const cover of covers()) cover.style.viewTransitionName = id && cover.dataset.cover === id ? NAME : ''
}

/** Before the old page is photographed. */
export const beforeChange = (to: string): void => name(noteOf(to))
/** Before the new page is photographed: its note carries the name, or the card the reader returns to. */
export const afterChange = (from: string, to: string): void => name(noteOf(to) ? undefined : noteOf(from))
export const afterAll = (): void => name(undefined)
