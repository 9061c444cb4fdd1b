import type { Request } from './requests.ts'
import type { Answer } from './send.ts'

/** Signs that something of the inside came out. */
const inside =
  /\bat (?:async )?[\w.<>]+ \(|node_modules|node:internal|\/server\/(?:rooms|platform|doors)\/|graphile|ECONNREFUSED|syntax error at or near|violates (?:check|foreign|unique)/

/**
 * What is wrong with an answer, in a few words that are the same for the same fault; null when nothing is. A refusal is right whatever
 * it says no to, as long as it says it as our contract does.
 */
export function complaintAbout(request: Request, answer: Answer): string | null {
  const { status, headers, text } = answer
  if (status === 0) {
    // A body too large to be read is refused while it is still being sent: the answer may be lost with the connection.
    if (/ECONNRESET|EPIPE|socket hang up/.test(text) && (request.body?.length ?? 0) > 200_000) return null
    return text.replace(/:\d+$/, '')
  }
  if (status >= 500) return `status ${status}`
  if (status < 400) return null
  // A page says in words that it is not there.
  if (/text\/html/.test(headers['content-type'] ?? '') && !request.path.startsWith('/v1/'))
    return inside.test(text) ? 'tells of the inside' : null
  // Asked by HEAD, or for a part that the file does not have: no body.
  if (request.method === 'HEAD' || status === 416) return null
  if (!/^application\/problem\+json/.test(headers['content-type'] ?? '')) return `status ${status} as ${headers['content-type']}`
  let problem: { status?: unknown; code?: unknown; title?: unknown }
  try {
    problem = JSON.parse(text)
  } catch {
    return `status ${status}, not JSON`
  }
  if (problem.status !== status) return `status ${status}, which its document calls ${problem.status}`
  if (typeof problem.code !== 'string' || !/^[a-z]+(-[a-z0-9]+)*$/.test(problem.code)) return `status ${status} without a code`
  if (typeof problem.title !== 'string' || problem.title === '' || /^[a-z]+[.-][a-z.-]+$/.test(problem.title))
    return `status ${status} without a title`
  if (request.headers['accept-language'] === 'zh-CN' && request.who === 'nobody' && !/\p{Script=Han}/u.test(problem.title))
    return `status ${status} in another language`
  if (inside.test(text)) return 'tells of the inside'
  return null
}
