import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { addCatalogue, documentLocale, i18nOf } from './lib/i18n.ts'
import { createQueryClient } from './lib/query-client.ts'
import { askRenewed } from './lib/renewed.ts'
import { sow } from './lib/seed.ts'
import { keepPage } from './loaded-pages.ts'
import { findRoute } from './routes.ts'

// A file of this build that cannot be had: there may be another build.
addEventListener('vite:preloadError', () => void askRenewed())

// Brings the page to life. The last of the pieces that entry-client.tsx loads.
const locale = documentLocale()
const { url: drawn, seed = [], problem } = JSON.parse(document.getElementById('state')?.textContent || '{}')
// Offline, the service worker answers any address with one page.
const path = drawn === '/offline' ? drawn : location.pathname
// The document names the page and its words, and entry-client.tsx has loaded them: no table of all pages is needed yet.
const { page = '', words = '' } = document.querySelector<HTMLScriptElement>('script[data-pieces]')?.dataset ?? {}
keepPage(findRoute(path).route, (await import(/* @vite-ignore */ page)).page)
for (const [, group, file] of words.matchAll(/(\S+) (\S+)/g))
  addCatalogue(locale, group as string, (await import(/* @vite-ignore */ file as string)).messages)

// A breath: what was loaded just now has had its tenth of a second.
await new Promise((done) => setTimeout(done))
const client = createQueryClient(false)
sow(client, seed)
hydrateRoot(
  document.getElementById('root') as HTMLElement,
  <App url={`${path}${location.search}`} i18n={i18nOf(locale)} client={client} problem={problem} />,
)
// Tests wait for this: from now on taps are answered. In ms since the visit began: what is loaded after it belongs to no first screen.
document.documentElement.dataset.ready = String(Math.round(performance.now()))

// After everything the reader waits for.
async function settle() {
  // Safari has no idle callback.
  const idle = globalThis.requestIdleCallback ?? setTimeout
  idle(() => void import('./ahead.ts').then(({ prepare }) => prepare(locale)).catch(() => {}))
  // Plain http away from this machine has no workers.
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ lang: locale })
}
const later = () => void settle().catch(() => {})
if (document.readyState === 'complete') later()
else addEventListener('load', later)
