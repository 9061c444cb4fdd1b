import './ui/base.css'

/** Lets the browser answer taps and draw before the next piece of work. */
const breath = () => new Promise((done) => setTimeout(done))

// In pieces: a phone needs a tenth of a second for each, and waits for nobody meanwhile. All of them are on their way already (see the page's head).
await import('react-dom/client')
await breath()
const { prepare } = await import('./start.tsx')
await breath()
const start = await prepare()
await breath()
start()
