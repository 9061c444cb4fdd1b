// How long after a tap on a card its note can be seen, on a running community:
//   node bench/click.ts http://localhost:3000
// Two profiles, as Lighthouse has them: a phone (412 × 823, everything four times slower) and a desk (1350 × 940, as fast as the machine). The line
// is this machine's own: what is measured is our part, and a note's first sight waits for no answer.
import type { Browser } from 'playwright-core'
import { launchChromium } from '#tests/setup/chromium.ts'

const base = process.argv[2] ?? 'http://localhost:3000'
const CARDS = 12
const profiles = [
  { name: 'phone', viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.75, slower: 4 },
  { name: 'desk', viewport: { width: 1350, height: 940 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1, slower: 1 },
] as const

/** In the page: from the event of a tap to the first frame in which the note of that card stands. Milliseconds. */
function watch() {
  addEventListener(
    'click',
    (event) => {
      const card = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset.card
      if (!card) return
      // What the browser took to give us the tap counts as well.
      const since = event.timeStamp
      const look = () => {
        if (!document.querySelector(`article[data-note="${card}"] h1`)) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        // A message sent in a frame is read when the frame has been drawn.
        port1.onmessage = () => document.documentElement.setAttribute('data-seen', String(performance.now() - since))
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    },
    true,
  )
}

async function measure(browser: Browser, profile: (typeof profiles)[number]): Promise<number[]> {
  const { name: _name, slower, ...look } = profile
  const context = await browser.newContext({ ...look, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(watch)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const took: number[] = []
  for (let i = 0; i < CARDS; i++) {
    await page.goto(base, { waitUntil: 'networkidle' })
    await page.waitForSelector('html[data-ready]')
    const links = page.locator('[data-card] [data-open]')
    const link = links.nth(i % (await links.count()))
    await link.scrollIntoViewIfNeeded()
    // A person looks before they tap: what is idle work is done by then.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    await (profile.hasTouch ? link.tap() : link.click())
    await page.waitForSelector('html[data-seen]')
    took.push(Number(await page.evaluate(() => document.documentElement.dataset.seen)))
  }
  await context.close()
  return took.sort((a, b) => a - b)
}

const browser = await launchChromium()
try {
  console.log(`profile   median   fastest   slowest  (ms, ${CARDS} cards; asked for: at most 100 in the middle)`)
  for (const profile of profiles) {
    const took = await measure(browser, profile)
    const [fastest = 0, middle = 0, slowest = 0] = [took[0], took[took.length >> 1], took.at(-1)]
    console.log([profile.name.padEnd(9), ...[middle, fastest, slowest].map((ms) => ms.toFixed(0).padStart(6))].join('   '))
  }
} finally {
  await browser.close()
}
