import './ui/base.css'

/** Lets the browser answer taps and draw before the next piece of work. */
const breath = () => new Promise((done) => setTimeout(done))

// The page names its modules here instead of asking for them in its head: what the reader came for, the pictures, has the line to itself first.
const pieces = document.querySelector<HTMLScriptElement>('script[data-pieces]')?.dataset.pieces?.split(' ') ?? []
for (const href of pieces) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))

// A phone needs a tenth of a second for each, and waits for nobody meanwhile. The last one is start.tsx.
for (const href of pieces) {
  await import(/* @vite-ignore */ href)
  await breath()
}
