/// <reference lib="webworker" />
// The service worker: keeps the shell of the app and the pictures seen last, so that an opened app says something kind when the
// line is gone. It never keeps an answer of /v1: what is private stays where it is.

declare const __PRECACHE__: string[]
declare const __VERSION__: string

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const shell = `shell-${__VERSION__}`
const assets = 'assets'
const pictures = 'pictures'
const maxPictures = 240
const maxAssets = 160
const offlinePage = '/offline'

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shell)
      await cache.addAll([...__PRECACHE__, '/icon-192.png'])
      await keepOfflinePage(cache)
      await worker.skipWaiting()
    })(),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== shell)
      await Promise.all(old.map((name) => caches.delete(name)))
      await worker.clients.claim()
    })(),
  )
})

/** The page for offline in the language this worker was registered with. Without credentials: it is nobody's in particular. */
async function keepOfflinePage(cache: Cache) {
  const lang = new URL(location.href).searchParams.get('lang') ?? ''
  const answer = await fetch(`${offlinePage}?lang=${lang}`, { credentials: 'omit' })
  if (answer.ok) await cache.put(offlinePage, answer)
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(assets, request, maxAssets))
  else if (url.pathname.startsWith('/media/') && request.destination === 'image') event.respondWith(kept(pictures, request, maxPictures))
})

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error()
  }
}

/** Files whose name changes with their content: once kept, always right. The oldest leave when there are too many. */
async function kept(name: string, request: Request, max: number): Promise<Response> {
  const had = await caches.match(request)
  if (had) return had
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic') {
    const copy = answer.clone()
    const cache = await caches.open(name)
    await cache.put(request, copy)
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - max)).map((key) => cache.delete(key)))
  }
  return answer
}
