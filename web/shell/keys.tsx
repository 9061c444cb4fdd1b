import { Trans } from '@lingui/react/macro'
import type { QueryClient } from '@tanstack/react-query'
import { pathTo } from '#web/lib/path.ts'
import type { Router } from '#web/lib/router.tsx'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Where keys act: in the topmost dialog if one is open, else in the page. */
const scope = (): ParentNode => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document

/** To the next or previous card. The first press begins at the first one that can be seen. */
function step(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-card] [data-open]')]
  const now = document.activeElement?.closest('[data-card]')
  const at = now ? links.findIndex((link) => now.contains(link)) : -1
  const to = at >= 0 ? links[at + by] : links.find((link) => (link.closest('[data-card]')?.getBoundingClientRect().top ?? -1) >= 0)
  to?.focus({ preventScroll: true })
  to?.closest('[data-card]')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

/** Presses the button that a key stands for: on the card that has the focus, else on the note that is open. */
function pressIn(key: string) {
  const card = document.activeElement?.closest('[data-card]')
  const button = (card ?? scope()).querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (card || !document.querySelector('[data-card]') || scope() !== document) button?.click()
}

/** Collects the note of the card that has the focus, or takes it out again. A card has no button for it: nothing else fits on one. */
async function collectCard(card: HTMLElement, client: QueryClient, router: Router, signedIn: boolean) {
  const { card: id = '' } = card.dataset
  if (!signedIn) return router.go(pathTo.signIn(`${router.place.path}${router.place.search}`))
  const [{ collect }, { say }, { noteFromCards }] = await Promise.all([
    import('#web/features/notes/collect.ts'),
    import('#web/ui/toast.tsx'),
    import('#web/features/notes/queries.ts'),
  ])
  const on = !(noteFromCards(client, id)?.mine.collected ?? false)
  if (await collect(client, id, on)) say(on ? <Trans context="state">Collected</Trans> : <Trans>No longer collected</Trans>)
}

export interface Tools {
  router: Router
  client: QueryClient
  signedIn: boolean
  showHelp: () => void
}

/** Answers one key. True when it meant something. */
export function press(event: KeyboardEvent, { router, client, signedIn, showHelp }: Tools): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || isTyping(event.target)) return false
  const above = scope() !== document
  switch (event.key) {
    case 'j':
    case 'k':
      if (above) return false
      step(event.key === 'j' ? 1 : -1)
      return true
    case 's': {
      const card = document.activeElement?.closest<HTMLElement>('[data-card]')
      if (card) void collectCard(card, client, router, signedIn)
      else pressIn('s')
      return true
    }
    case 'l':
      pressIn('l')
      return true
    case '/': {
      if (above) return false
      const field = document.querySelector<HTMLInputElement>('input[type=search]')
      if (field?.offsetParent) field.focus()
      else void router.go('/search')
      return true
    }
    case 'n':
      if (above) return false
      void router.go('/compose')
      return true
    case '?':
      showHelp()
      return true
    default:
      return false
  }
}
