import type { Page } from 'playwright-core'
import type { App } from '#server/platform/http.ts'

// What was asked and is not answered yet, in the browser and in the server: printed when a test fails, since a page that hangs says nothing.

const asked = new Map<object, { what: string; at: number }>()
const pages = new Set<Page>()

const since = (at: number) => `${((performance.now() - at) / 1000).toFixed(1)} s`
const begin = (key: object, what: string) => void asked.set(key, { what, at: performance.now() })
const end = (key: object) => void asked.delete(key)

export function watchPage(page: Page): void {
  pages.add(page)
  page.on('request', (r) => begin(r, `browser: ${r.method()} ${r.url()} (${r.resourceType()})`))
  page.on('requestfinished', end)
  page.on('requestfailed', end)
}

export function watchServer(app: App): void {
  app.addHook('onRequest', async (req, reply) => {
    begin(req, `server: ${req.method} ${req.url}`)
    reply.raw.once('close', () => end(req))
  })
}

/** Prints what waits now; nothing where no browser test ran. */
export function tellWaiting(test: string): void {
  if (pages.size === 0) return
  const at = [...pages].filter((page) => !page.isClosed()).map((page) => `  open at ${page.url()}`)
  const open = [...asked.values()].map(({ what, at }) => `  ${what}, for ${since(at)}`)
  console.log([`"${test}" failed. Not answered at that moment: ${open.length || 'nothing'}`, ...open, ...at].join('\n'))
}

export function forgetWaiting(): void {
  asked.clear()
  pages.clear()
}
