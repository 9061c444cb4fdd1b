import type { MouseEvent } from 'react'

/**
 * What lets a button do its one thing before the page is alive, and without scripts: it sends the page's own form (server/doors/site/document.ts) to
 * where the server knows the same deed (server/doors/site/deeds.ts), and the page comes anew. Once alive, a tap calls `run` instead.
 */
export const byForm = (deed: string, of: string, run: () => unknown) => ({
  type: 'submit' as const,
  form: 'act',
  formAction: `/act/${deed}/${of}`,
  onClick: (event: MouseEvent) => {
    event.preventDefault()
    run()
  },
})
