import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

const running = new Set<ChildProcess>()
let watching = false

/** When this process is told to stop, or its starter is gone, its children stop too. */
function watch(): void {
  if (watching) return
  watching = true
  const end = () => {
    for (const child of running) child.kill('SIGTERM')
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  if (!process.channel) return
  process.once('disconnect', end)
  // Listening for it must not by itself keep this process alive when its work is done: the starter waits for its end.
  process.channel.unref()
}

/** Runs Node with these arguments; answers the exit code (null: it was killed or never ran) and what it printed, where that is piped. */
export function runNode(args: string[], options: SpawnOptions): Promise<{ code: number | null; printed: string }> {
  return run(process.execPath, args, options)
}

export function run(program: string, args: string[], options: SpawnOptions): Promise<{ code: number | null; printed: string }> {
  watch()
  const child = spawn(program, args, options)
  running.add(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => {
      printed += bytes
    })
  return new Promise((done) => {
    const end = (code: number | null) => {
      running.delete(child)
      done({ code, printed })
    }
    child.once('error', (error) => {
      printed += error.message
      end(null)
    })
    child.once('close', end)
  })
}
