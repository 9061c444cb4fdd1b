// A process of its own that makes the surge's load in an open loop and reads its order as JSON from a file. It asks when a request is due, whatever
// became of those before, and counts how long each took from that moment on. Answers a Report on standard output.
import { readFileSync } from 'node:fs'
import { Pool } from 'undici'
import { dice } from '../fill/words.ts'
import { headersOf } from '../load/requests.ts'
import { Arrivals } from './arrivals.ts'
import { askerOf, type World } from './asks.ts'
import { type Kind, kinds, perSecond, type Rates, reading } from './scenarios.ts'
import { Tally } from './tally.ts'

export interface Order {
  origin: string
  rates: Rates
  /** What comes before, to fill caches: not counted. */
  warmSeconds: number
  seconds: number
  /** Open connections at most; what finds none free waits, and its waiting counts. */
  connections: number
  seed: number
  world: World
}

export interface Report {
  rows: ReturnType<Tally['sum']>[]
  reads: ReturnType<Tally['sum']>
  /** Ids that the server said it had made: notes, comments, accounts. */
  made: { notes: string[]; comments: string[]; accounts: string[] }
  /** Looks that the server took. */
  views: number
  /** Requests answered by 2xx, those of the warming among them: what the CPU time of the whole run is shared by. */
  answers: number
  /** CPU time of this process over the counted seconds, as a share of one core. */
  cpu: number
  /** The longest that a request was sent after it was due for want of time here, ms: above some tens, this process was the bottleneck. */
  late: number
  /** Different things that went wrong, with how often. */
  faults: Record<string, number>
}

/** How long is waited at the end for what is still unanswered, ms. */
const LAST = 15_000

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Order
const roll = dice(order.seed)
const arrivals = new Arrivals<Kind>(perSecond(order.rates), () => roll(0x4000_0000) / 0x4000_0000)
const ask = askerOf(order.world, order.seed + 1)
const pool = new Pool(order.origin, { connections: order.connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 })
const tally = new Tally()
const made: Report['made'] = { notes: [], comments: [], accounts: [] }
const faults = new Map<string, number>()
const keeping = new Map<Kind, (body: string) => void>([
  ['publish', (body) => made.notes.push((JSON.parse(body) as { id: string }).id)],
  ['comment', (body) => made.comments.push((JSON.parse(body) as { id: string }).id)],
  ['sign-up', (body) => made.accounts.push((JSON.parse(body) as { account: { id: string } }).account.id)],
])

let views = 0
let answers = 0
let open = 0
let late = 0
const start = performance.now()
const warm = order.warmSeconds * 1000
const end = warm + order.seconds * 1000

function send(kind: Kind, due: number): void {
  const counts = due >= warm
  if (counts) {
    tally.offered(kind)
    late = Math.max(late, performance.now() - start - due)
  }
  open++
  const one = ask(kind)
  let status = 0
  let mayComeBack = false
  let body = ''
  const keep = keeping.get(kind)
  const ended = (fault?: string) => {
    open--
    if (status === 201 && keep) keep(body)
    if (status >= 200 && status < 300) answers++
    // Looks of the warming are counted by the server as well.
    if (kind === 'views' && status === 202) views += 10
    if (!counts) return
    tally.ended(kind, status, mayComeBack, performance.now() - start - due)
    const wrong = fault ?? (status >= 400 && !(status === 503 && mayComeBack) ? `${status} ${body.slice(0, 80)}` : null)
    if (wrong) faults.set(`${kind}: ${wrong}`, (faults.get(`${kind}: ${wrong}`) ?? 0) + 1)
  }
  // Bodies that are looked into come plain: taking them apart is not the generator's work.
  const headers = headersOf(one)
  if (keep) delete headers['accept-encoding']
  pool.dispatch(
    { method: one.method, path: one.path, headers, body: one.body ?? null },
    {
      onRequestStart() {},
      onResponseStart(_, code, fields) {
        status = code
        mayComeBack = fields['retry-after'] !== undefined
      },
      onResponseData(_, bytes) {
        if (keep || status >= 400) body += bytes
      },
      onResponseEnd: () => ended(),
      onResponseError: (_, error) => {
        status = 0
        ended(error.message)
      },
    },
  )
}

let before: NodeJS.CpuUsage | undefined
let used = 0
await new Promise<void>((done) => {
  const beat = () => {
    const now = performance.now() - start
    if (now >= warm) before ??= process.cpuUsage()
    arrivals.until(Math.min(now, end), send)
    if (now < end) setTimeout(beat, 1)
    else {
      const { user, system } = process.cpuUsage(before)
      used = (user + system) / 1e6 / order.seconds
      done()
    }
  }
  beat()
})
const deadline = performance.now() + LAST
while (open > 0 && performance.now() < deadline) await new Promise((next) => setTimeout(next, 20))
await pool.destroy(new Error('no answer when the run was over'))
await new Promise((next) => setImmediate(next))

const report: Report = {
  rows: kinds.map((kind) => tally.sum([kind], kind)),
  reads: tally.sum([...reading], 'all reads'),
  made,
  views,
  answers,
  cpu: used,
  late,
  faults: Object.fromEntries(faults),
}
process.stdout.write(JSON.stringify(report), () => process.exit(0))
