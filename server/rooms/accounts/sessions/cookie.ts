import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import { networkOf } from '#server/platform/network.ts'
import { deviceOf } from './device.ts'
import { deviceCookie } from './known-device.ts'
import type { SessionFrom } from './open.ts'

const COOKIE = 'vermilion'
/** Browsers keep a cookie for 400 days at most; the session itself ends earlier when it is not used. */
const SECONDS = 400 * 86_400

const options = (ctx: Context) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: ctx.config.origin.startsWith('https:') }) as const

export const giveCookie = (ctx: Context, reply: FastifyReply, token: string) =>
  reply.setCookie(COOKIE, token, { ...options(ctx), maxAge: SECONDS })

export const takeCookie = (ctx: Context, reply: FastifyReply) => reply.clearCookie(COOKIE, options(ctx))

/** Whether this very request carries the session by cookie: a bearer token goes before it. */
export const cameByCookie = (req: FastifyRequest): boolean => req.headers.authorization === undefined && req.cookies[COOKIE] !== undefined

/** What a session is opened from: browsers tell by headers that a program does not send. */
export const fromOf = (req: FastifyRequest): SessionFrom => ({
  kind: req.headers['x-vermilion'] !== undefined || req.headers['sec-fetch-site'] !== undefined ? 'cookie' : 'bearer',
  device: deviceOf(req.headers['user-agent']),
  network: networkOf(req.ip),
  cookie: deviceCookie(req),
})
