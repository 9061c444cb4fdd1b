import { pino } from 'pino'
import type { Config } from './config.ts'

export type Log = ReturnType<typeof openLog>

/** Structured lines on standard output. What could sign someone in, or name their network, is cut out. */
export function openLog(config: Pick<Config, 'logLevel'>) {
  return pino({
    level: config.logLevel,
    base: null,
    redact: { paths: ['*.password', '*.token', '*.authorization', '*.cookie', '*.code', '*.email', '*.ip'], censor: '…' },
  })
}
