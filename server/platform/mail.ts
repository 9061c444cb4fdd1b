import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}
export interface Mail {
  /** Whether this site can send letters at all (`SMTP_URL`). */
  readonly on: boolean
  /** Sends one letter; throws when the server refuses it, so call it from a job, which tries again. */
  send(letter: Letter): Promise<void>
}

export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom'>, log: Log): Mail {
  if (!config.smtpUrl) {
    return { on: false, send: async () => log.warn('a letter was not sent: SMTP_URL is not set') }
  }
  // Letters are text that the server wrote: nothing in one is to be fetched or read from this disk.
  const transport = createTransport(config.smtpUrl, { from: config.mailFrom, disableUrlAccess: true, disableFileAccess: true })
  return { on: true, send: async (letter) => void (await transport.sendMail(letter)) }
}
