/** Views of notes, told together and late: when enough have come, when a while has passed, or when the page is left. */
interface View {
  note: string
  ms: number
}

const waiting: View[] = []
let timer: ReturnType<typeof setTimeout> | undefined

function tell() {
  clearTimeout(timer)
  timer = undefined
  if (waiting.length === 0) return
  const items = waiting.splice(0, 100)
  const body = new Blob([JSON.stringify({ items })], { type: 'application/json' })
  if (!navigator.sendBeacon('/v1/views', body)) waiting.unshift(...items)
}

/** Counts one look at a note from now on; call what it returns when the look ends. A page that is hidden ends it too. */
export function beginView(note: string): () => void {
  const since = performance.now()
  let told = false
  const end = (now: boolean) => {
    if (told) return
    told = true
    waiting.push({ note, ms: Math.round(performance.now() - since) })
    if (now || waiting.length >= 20) tell()
    else timer ??= setTimeout(tell, 5000)
  }
  const onHidden = () => document.visibilityState === 'hidden' && end(true)
  const onLeave = () => end(true)
  document.addEventListener('visibilitychange', onHidden)
  addEventListener('pagehide', onLeave)
  return () => {
    document.removeEventListener('visibilitychange', onHidden)
    removeEventListener('pagehide', onLeave)
    end(false)
  }
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell())
}
