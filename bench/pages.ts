// What a phone downloads and how Lighthouse judges it, for the feed, a note and a profile of a running demo:
//   node bench/pages.ts http://localhost:3000
// Lighthouse is not a dependency: it is fetched from the registry for the measurement, at the version below.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium, launchChromium } from '#tests/setup/chromium.ts'

const LIGHTHOUSE = 'lighthouse@13.0.0'
const RUNS = 3
const base = process.argv[2] ?? 'http://localhost:3000'

interface Card {
  id: string
  author: { handle: string }
  pictures: number
}
const feed = (await (await fetch(`${base}/v1/feed`)).json()) as { items: Card[] }
const card = feed.items.find((c) => c.pictures > 1) ?? feed.items[0]
if (!card) throw new Error(`${base} has no notes: start it with npm run demo`)
const pages = { feed: '/', note: `/notes/${card.id}`, profile: `/@${card.author.handle}` }

/** Bytes on the wire (as compressed) by kind, of a first visit with an empty cache, until the page answers taps. */
async function weigh(url: string): Promise<Record<string, number>> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, serviceWorkers: 'block' })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.enable')
    const kinds = new Map<string, string>()
    const bytes: Record<string, number> = {}
    cdp.on('Network.responseReceived', (e) => kinds.set(e.requestId, e.type))
    cdp.on('Network.loadingFinished', (e) => {
      const kind = kinds.get(e.requestId) ?? 'Other'
      bytes[kind] = (bytes[kind] ?? 0) + e.encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForSelector('html[data-ready]')
    return bytes
  } finally {
    await browser.close()
  }
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Record<(typeof categories)[number], number>

function lighthouse(url: string, folder: string): Scores {
  const report = path.join(folder, 'report.json')
  const flags =
    '--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'
  const ran = spawnSync(
    'npx',
    ['--yes', LIGHTHOUSE, url, '--quiet', `--chrome-flags=${flags}`, '--output=json', `--output-path=${report}`],
    {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: findChromium() ?? '' },
    },
  )
  if (ran.status !== 0) throw new Error(`Lighthouse failed:\n${ran.stderr}`)
  const { categories: found } = JSON.parse(readFileSync(report, 'utf8')) as { categories: Record<string, { score: number }> }
  return Object.fromEntries(categories.map((c) => [c, Math.round((found[c]?.score ?? 0) * 100)])) as Scores
}

const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
const kilo = (bytes = 0) => `${(bytes / 1000).toFixed(1)} KB`

const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
try {
  console.log('page      script     page     styles   | performance accessibility best-practices seo (median of 3)')
  for (const [name, at] of Object.entries(pages)) {
    const bytes = await weigh(base + at)
    const scores = Array.from({ length: RUNS }, () => lighthouse(base + at, folder))
    const medians = categories.map((c) => String(middle(scores.map((s) => s[c]))).padStart(c.length))
    console.log(
      [
        name.padEnd(9),
        kilo(bytes.Script).padEnd(10),
        kilo(bytes.Document).padEnd(8),
        kilo(bytes.Stylesheet).padEnd(8),
        '|',
        ...medians,
      ].join(' '),
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
