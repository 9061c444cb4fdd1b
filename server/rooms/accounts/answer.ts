import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { networkOf } from '#server/platform/network.ts'
import { fail, ok, type Result, signInFirst } from '#server/platform/result.ts'
import type { Me } from './schema.ts'
import { fromOf, giveCookie } from './sessions/cookie.ts'
import { giveDevice } from './sessions/known-device.ts'
import { viewerOf } from './sessions/viewer.ts'
import type { Caller } from './sign-in.ts'

/** Oneself as the screens show it. It needs counts and relations, which an upper room knows: whoever opens the doors hands it in. */
export type MeOf = (ctx: Context, viewer: Viewer) => Promise<Me>

export const callerOf = (req: FastifyRequest): Caller => ({ network: networkOf(req.ip), ip: req.ip, from: fromOf(req) })

/** A refusal that says how long to wait says it in the header, too. */
export function withRetryAfter<T>(reply: FastifyReply, result: Result<T>): Result<T> {
  if (!result.ok && result.params?.seconds !== undefined) reply.header('retry-after', result.params.seconds)
  return result
}

/** The answer to everything that signs someone in: the cookie for browsers, the token for programs. */
export async function signed(
  ctx: Context,
  me: MeOf,
  reply: FastifyReply,
  result: Result<{ token: string }>,
): Promise<Result<{ account: Me; token: string }>> {
  if (!result.ok) return withRetryAfter(reply, result)
  const { token } = result.value
  const viewer = await viewerOf(ctx, token)
  // Gone again within a millisecond: another session has ended all others.
  if (!viewer) return fail(signInFirst)
  giveCookie(ctx, reply, token)
  giveDevice(ctx, reply, viewer.accountId)
  reply.header('cache-control', 'no-store')
  return ok({ account: await me(ctx, viewer), token })
}
