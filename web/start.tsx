import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { documentLocale, loadI18n } from './lib/i18n.ts'
import { loadPage } from './lib/loaded-pages.ts'
import { createQueryClient } from './lib/query-client.ts'
import { askRenewed } from './lib/renewed.ts'
import { findRoute } from './routes.ts'

// A file of this build that cannot be had: there may be another build.
addEventListener('vite:preloadError', () => void askRenewed())

// Brings the page to life. The last of the pieces that entry-client.tsx loads.
const locale = documentLocale()
const { url: drawn, state, problem } = JSON.parse(document.getElementById('state')?.textContent || '{}')
// Offline, the service worker answers any address with one page.
const path = drawn === '/offline' ? drawn : location.pathname
const [i18n] = await Promise.all([loadI18n(locale), loadPage(findRoute(path).route, locale)])

// A breath: what was loaded just now has had its tenth of a second.
await new Promise((done) => setTimeout(done))
hydrateRoot(
  document.getElementById('root') as HTMLElement,
  <App url={`${path}${location.search}`} i18n={i18n} client={createQueryClient(false)} state={state} problem={problem} />,
)
// Tests wait for this: from now on taps are answered.
document.documentElement.dataset.ready = 'true'

// After everything the reader waits for.
async function settle() {
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ lang: locale })
}
const later = () => void settle().catch(() => {})
// Plain http away from this machine has no workers.
if ('serviceWorker' in navigator) {
  if (document.readyState === 'complete') later()
  else addEventListener('load', later)
}
