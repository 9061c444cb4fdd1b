import './ui/base.css'
// The libraries come to life with this file, what is ours after a breath.
import 'react-dom/client'

/** Lets the browser answer taps and draw before the next piece of work. */
const breath = () => new Promise((done) => setTimeout(done))

// In pieces: a phone needs a tenth of a second for each, and waits for nobody meanwhile. All of them are on their way already (see the page's head).
await breath()
const { prepare } = await import('./start.tsx')
await breath()
const start = await prepare()
await breath()
start()
