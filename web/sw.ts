/// <reference lib="webworker" />
// The service worker: keeps the shell of the app and the pictures seen last, so that an opened app says something kind when the
// line is gone. It never keeps an answer of /v1: what is private stays where it is.

declare const __PRECACHE__: string[]
declare const __VERSION__: string

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const shell = `shell-${__VERSION__}`
const assets = 'assets'
const pictures = 'pictures-asked'
const maxPictures = 240
/** Without a line for longer than this, a kept picture may have been withdrawn meanwhile: it is not shown any more. */
const pictureHours = 24
const maxAssets = 160
const offlinePage = '/offline'

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shell)
      await cache.addAll([...__PRECACHE__, '/icon-192.png'])
      // In the browser's own language until a page says another.
      await keepOfflinePage('')
      await worker.skipWaiting()
    })(),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // `pictures` kept what it once had for ever.
      const old = (await caches.keys()).filter((name) => name === 'pictures' || (name.startsWith('shell-') && name !== shell))
      await Promise.all(old.map((name) => caches.delete(name)))
      await worker.clients.claim()
    })(),
  )
})

// Each page tells its language. It does not stand in the worker's own address: another address would be another worker, and one that is
// put in place of another while somebody taps can leave the next page waiting for ever.
worker.addEventListener('message', (event) => {
  const lang: unknown = event.data?.lang
  if (typeof lang === 'string') event.waitUntil(keepOfflinePage(lang))
})

/** The page for offline in one language. Without credentials: it is nobody's in particular. */
async function keepOfflinePage(lang: string) {
  const cache = await caches.open(shell)
  const address = new URL(lang ? `${offlinePage}?lang=${encodeURIComponent(lang)}` : offlinePage, location.origin).href
  const had = await cache.match(offlinePage)
  if (had?.url === address) return
  const answer = await fetch(address, { credentials: 'omit' })
  if (answer.ok) await cache.put(offlinePage, answer)
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(assets, request, maxAssets))
  else if (url.pathname.startsWith('/media/') && request.destination === 'image') event.respondWith(picture(request))
})

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error()
  }
}

/** Files whose name changes with their content: once kept, always right. */
async function kept(name: string, request: Request, max: number): Promise<Response> {
  const had = await caches.match(request)
  if (had) return had
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic') await keep(name, request, answer.clone(), max)
  return answer
}

/**
 * A picture may be withdrawn, so the server is asked each time (the browser's own cache makes that a question without an answer's bytes), and
 * what is kept here serves only without a line, for a day. What is not everybody's is not kept at all, and what is gone leaves.
 */
async function picture(request: Request): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch {
    const had = await caches.match(request, { cacheName: pictures })
    const age = Date.now() - Date.parse(had?.headers.get('date') ?? '')
    return had && age < pictureHours * 3_600_000 ? had : Response.error()
  }
  const open = answer.headers.get('cache-control')?.includes('public') ?? false
  if (answer.ok && answer.type === 'basic' && open) await keep(pictures, request, answer.clone(), maxPictures)
  else if (!answer.ok || !open) await (await caches.open(pictures)).delete(request)
  return answer
}

/** The oldest leave when there are too many. */
async function keep(name: string, request: Request, answer: Response, max: number) {
  const cache = await caches.open(name)
  await cache.put(request, answer)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - max)).map((key) => cache.delete(key)))
}
