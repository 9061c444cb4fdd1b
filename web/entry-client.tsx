import './ui/base.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { documentLocale, loadI18n } from './lib/i18n.ts'
import { loadPage } from './lib/loaded-pages.ts'
import { createQueryClient } from './lib/query-client.ts'
import { findRoute } from './routes.ts'

const locale = documentLocale()
const [i18n] = await Promise.all([loadI18n(locale), loadPage(findRoute(location.pathname).route, locale)])
const { state, problem } = JSON.parse(document.getElementById('state')?.textContent || '{}')

hydrateRoot(
  document.getElementById('root') as HTMLElement,
  <App url={`${location.pathname}${location.search}`} i18n={i18n} client={createQueryClient(false)} state={state} problem={problem} />,
)
// Tests wait for this: from now on taps are answered.
document.documentElement.dataset.ready = 'true'

if ('serviceWorker' in navigator) addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
