import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'

/** Stays when a session ends: it says that somebody signed in here before, and opens nothing. */
const COOKIE = 'vermilion_device'
/** Browsers keep a cookie for 400 days at most; each sign-in renews it. */
const SECONDS = 400 * 86_400
/** Accounts that one browser is known for; the longest unused one goes. */
const MOST = 5
const SHAPE = /^([\w-]{22})((?:\.[\w-]{16}){1,5})$/

const purpose = (accountId: string) => `device of ${accountId}`

/** What a browser showed of itself, taken apart: its own random name, and a mark for each account that has signed in there. */
function read(value: string | undefined): { name: string; marks: string[] } | null {
  const [, name, marks] = SHAPE.exec(value ?? '') ?? []
  return name && marks ? { name, marks: marks.slice(1).split('.') } : null
}

/** The cookie as it came. */
export const deviceCookie = (req: FastifyRequest): string | undefined => req.cookies[COOKIE]

/** The device's name, if this account has signed in there before; null for every other device and every made-up cookie. */
export function knownDevice(ctx: Context, cookie: string | undefined, accountId: string): string | null {
  const had = read(cookie)
  return had?.marks.some((mark) => ctx.seal.open(purpose(accountId), had.name + mark) === had.name) ? had.name : null
}

/** Makes the browser one where this account has signed in. The cookie says so in a way that shows nobody which accounts they are. */
export function giveDevice(ctx: Context, reply: FastifyReply, accountId: string): void {
  const had = read(deviceCookie(reply.request))
  const name = had?.name ?? randomBytes(16).toString('base64url')
  const mark = ctx.seal.close(purpose(accountId), name).slice(name.length)
  const marks = [mark, ...(had?.marks ?? []).filter((one) => one !== mark)].slice(0, MOST)
  const secure = ctx.config.origin.startsWith('https:')
  reply.setCookie(COOKIE, [name, ...marks].join('.'), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SECONDS })
}
