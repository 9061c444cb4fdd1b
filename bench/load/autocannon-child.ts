// A process of its own, so that making load does not slow down what measures it. Reads a Load as JSON from a file, answers Figures.
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { type Figures, headersOf, type Load } from './requests.ts'

const load = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Load
let next = 0
const result = await autocannon({
  url: load.origin,
  connections: load.connections,
  duration: load.seconds,
  setupClient: (client: { setRequests(list: unknown[]): void }) => {
    // Each connection takes its share of the list, as far apart from the others as can be.
    const share = load.asks.filter((_, i) => i % load.connections === next % load.connections)
    next++
    client.setRequests(
      (share.length > 0 ? share : load.asks).map((a) => ({ method: a.method, path: a.path, headers: headersOf(a), body: a.body })),
    )
  },
})
const figures: Figures = {
  requests: result.requests.total,
  seconds: result.duration,
  p50: result.latency.p50,
  // It has no 95th; the next one it has is never smaller.
  p95: result.latency.p97_5,
  p99: result.latency.p99,
  errors: result.errors + result.timeouts + result['4xx'] + result['5xx'],
}
process.stdout.write(JSON.stringify(figures))
