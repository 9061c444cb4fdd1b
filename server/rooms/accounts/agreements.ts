import { readdirSync, readFileSync } from 'node:fs'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { agreementOld } from './errors.ts'
import type { Agreement, Agreements } from './schema.ts'

/** One folder a version, named by its day; in it `rules` and `terms` in each language. Old versions stay: people agreed to them. */
const folder = new URL('../../agreements/', import.meta.url)

/**
 * Reads a text: `# Title`, then a first section whose list is the plain summary, then the text itself.
 * @throws when the file is not built that way.
 */
function parse(markdown: string): Agreement {
  const [, title, summary, text] = /^# (.+)\n+## .+\n+((?:- .+\n)+)\n+([\s\S]+)$/.exec(markdown.replace(/\r/g, '')) ?? []
  if (!title || !summary || !text) throw new Error('an agreement must be a title, a section with a list, and its text')
  return {
    title,
    summary: summary
      .trim()
      .split('\n')
      .map((line) => line.slice(2)),
    text: text.trim(),
  }
}

interface Papers {
  version: string
  /** Locale → what the screens show. */
  said: Map<string, Agreements>
}

function load(): Papers {
  const version = readdirSync(folder, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
    .at(-1)
  if (!version) throw new Error('there are no community rules in server/agreements')
  const read = (name: string, locale: string) => parse(readFileSync(new URL(`${version}/${name}.${locale}.md`, folder), 'utf8'))
  const said = new Map(serverLocales.map((l) => [l, { version, rules: read('rules', l), terms: read('terms', l) }]))
  return { version, said }
}

const papers = (ctx: Context): Papers => ctx.hold('accounts.agreements', load)

/** The version in force. */
export const currentVersion = (ctx: Context): string => papers(ctx).version

/** Community rules and terms in force, in a language. */
export function agreements(ctx: Context, locale: string): Agreements {
  const { said } = papers(ctx)
  const found = said.get(locale) ?? said.get('en')
  if (!found) throw new Error('the community rules are missing in English')
  return found
}

/** Records that someone agreed. Only the version in force can be agreed to. */
export async function accept(ctx: Context, viewer: Viewer, version: string): Promise<Result<undefined>> {
  if (version !== currentVersion(ctx)) return fail(agreementOld)
  await ctx.db.run(sql`
    update account_secret set accepted_version = ${version}, accepted_at = ${ctx.clock.now()}
    where account_id = ${viewer.accountId} and accepted_version is distinct from ${version}`)
  return ok()
}
