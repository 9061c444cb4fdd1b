import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Budget } from '#server/platform/budget.ts'
import { testContext } from '#tests/setup/database.ts'

/** Counted outside the route table: pages are drawn before any route of the API is asked. */
const PAGES = 'pages'

it('docs/operate.md lists every budget as it is', async () => {
  const ctx = await testContext()
  const app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
  const listed = new Map<string, string>()
  for (const [, name = '', person = '', network = ''] of readFileSync('docs/operate.md', 'utf8').matchAll(
    /^\| `([\w. -]+)` \| (\d+ \/ \d+ s) \| (\d+ \/ \d+ s|–) \|/gm,
  ))
    listed.set(name, `${person}, ${network}`)
  const words = ({ burst, seconds }: { burst: number; seconds: number }) => `${burst} / ${seconds} s`
  const there = new Map<string, string>()
  for (const { budget, access, method, url } of app.routeTable) {
    const line = `${words(budget)}, ${access === 'public' || budget.network ? words(budget.network ?? budget) : '–'}`
    const had = there.get(budget.name)
    expect(had ?? line, `${method} ${url}: one name is one budget`).toBe(line)
    there.set(budget.name, line)
  }
  listed.delete(PAGES)
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(there))
})

it('strangers of one network together have more than one person, wherever many are let in', async () => {
  const ctx = await testContext()
  const app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
  const perSecond = ({ burst, seconds }: Pick<Budget, 'burst' | 'seconds'>) => burst / seconds
  for (const { budget, access, url } of app.routeTable)
    if (access === 'public' && budget.name !== 'setup')
      expect(budget.network && perSecond(budget.network) > perSecond(budget), `${url} (${budget.name})`).toBe(true)
})
