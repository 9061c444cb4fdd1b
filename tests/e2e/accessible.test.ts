import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { routes } from '#web/routes.ts'
import { axe, canBrowse, open, openSite, type Site, type Visit } from './site.ts'
import { idOf, noteOf, seedTown, town } from './town.ts'

/** Each language in both themes; every pair is looked at on one kind of screen, so that both kinds are seen in both languages and themes. */
const looks: (Visit & { name: string })[] = [
  { name: 'English, light, desk', locale: 'en' },
  { name: 'English, dark, phone', locale: 'en', dark: true, phone: true },
  { name: 'Chinese, light, phone', locale: 'zh-Hans', phone: true },
  { name: 'Chinese, dark, desk', locale: 'zh-Hans', dark: true },
]
/** The narrowest phone of the design, and a page at four times its size on a desk. */
const narrow = [360, 320]

const told = town.notes.find(
  (note) => note.author === 'tess' && note.comments.length > 0 && note.visibility === 'public' && note.media.length > 1,
)

/** What is wrong with the page that is open, in lines. */
async function complaints(page: Page, look: Visit): Promise<string[]> {
  const found = await axe(page)
  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].length,
  }))
  if (lang !== look.locale) found.push(`the language of the page is ${lang}`)
  if (!title.trim()) found.push('no title')
  if (headings !== 1) found.push(`${headings} headings of the first level`)
  // Colours change no widths: once a language is enough.
  if (!look.dark) {
    const size = page.viewportSize() ?? { width: 390, height: 844 }
    for (const width of narrow) {
      await page.setViewportSize({ width, height: 640 })
      const over = await page.evaluate(() => {
        const { scrollWidth } = document.documentElement
        if (scrollWidth <= innerWidth) return ''
        const wide = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        return `${scrollWidth} wide: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))}`
      })
      if (over) found.push(`scrolls sideways at ${width}: ${over}`)
    }
    await page.setViewportSize(size)
  }
  return found
}

describe.skipIf(!canBrowse)('every page', () => {
  let site: Site
  let addresses: Record<string, string>
  beforeAll(async () => {
    site = await openSite(seedTown)
    const board = await site.ctx.db.one<{ id: string }>(
      sql`select b.id from board as b join board_note as x on x.board_id = b.id where not b.is_private limit 1`,
    )
    addresses = {
      '/notes/:id': `/notes/${await noteOf(site.ctx, told?.title ?? '')}`,
      '/@:handle': '/@tess',
      '/@:handle/boards': '/@xiaoman/boards',
      '/@:handle/followers': '/@tess/followers',
      '/@:handle/following': '/@tess/following',
      '/boards/:id': `/boards/${board?.id}`,
      '/topics/:name': `/topics/${encodeURIComponent(told?.topics[0] ?? '')}`,
      '/settings/:section': '/settings/profile',
    }
  })

  /** Addresses of a route: one of each kind where its parts or its words make different pages. */
  const addressesOf = (path: string): string[] => {
    if (path === '/search') return ['/search', '/search?q=cat', '/search?q=tess&type=accounts', '/search?q=nothing%20like%20this']
    if (path === '/settings/:section') return ['profile', 'display', 'privacy', 'security', 'account'].map((name) => `/settings/${name}`)
    const address = addresses[path] ?? path
    if (address.includes(':')) throw new Error(`no example of ${path}`)
    return [address]
  }
  /** Looks at several addresses, two at a time. */
  const lookAt = async (browsing: BrowserContext, look: Visit, list: string[]): Promise<string[]> => {
    const wrong: string[] = []
    const left = [...list]
    const walk = async () => {
      const page = await browsing.newPage()
      const said: string[] = []
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
      page.on('pageerror', (error) => said.push(String(error)))
      for (let path = left.shift(); path; path = left.shift()) {
        await open(page, path)
        await page.locator('h1').first().waitFor({ state: 'attached' })
        for (const line of [...(await complaints(page, look)), ...said.splice(0)]) wrong.push(`${path}: ${line}`)
      }
      await page.close()
    }
    await Promise.all([walk(), walk()])
    return wrong
  }

  test.each(looks)('is right for visitors: $name', async (look) => {
    const { browsing } = await site.newPage(look)
    const list = routes.filter((route) => route.access === 'public').flatMap((route) => addressesOf(route.path))
    expect(await lookAt(browsing, look, list)).toEqual([])
    await browsing.close()
  })

  test.each(looks)('is right for those who live here: $name', async (look) => {
    // Who looks after the site may open every page; the language is the browser's choice.
    const ada = await idOf(site.ctx, 'ada')
    await site.ctx.db.run(sql`update account set locale = ${look.locale ?? 'en'} where id = ${ada}`)
    const { browsing } = await site.newPage({ ...look, as: ada })
    const own = ['/', addresses['/notes/:id'] ?? '', '/@ada?tab=collected']
    const list = routes.filter((route) => route.access !== 'public').flatMap((route) => addressesOf(route.path))
    expect(await lookAt(browsing, look, [...own, ...list])).toEqual([])
    await browsing.close()
  })

  test.each(looks)('dialogs too: $name', async (look) => {
    const ada = await idOf(site.ctx, 'ada')
    await site.ctx.db.run(sql`update account set locale = ${look.locale ?? 'en'} where id = ${ada}`)
    const { page, browsing, errors } = await site.newPage({ ...look, as: ada })
    const wrong: string[] = []
    const check = async (name: string) => {
      await page.locator('dialog[open]').waitFor()
      for (const line of await axe(page)) wrong.push(`${name}: ${line}`)
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    const more = page.locator('[data-note] header [aria-haspopup=menu]')
    const item = page.locator('[popover]:popover-open [role=menuitem]')
    await open(page, addresses['/notes/:id'] ?? '')
    await more.click()
    for (const line of await axe(page)) wrong.push(`menu: ${line}`)
    await item.first().click()
    await check('boards')
    await more.click()
    await item.last().click()
    await check('report')
    await page.locator('[data-note] header > button:not([aria-haspopup])').last().click()
    await check('share')
    await page.keyboard.press('?')
    await check('keys')
    await open(page, '/admin')
    await page.locator('main li button').first().click()
    await check('manage')
    expect(wrong.concat(errors)).toEqual([])
    await browsing.close()
  })

  test('what is not there says so, in order', async () => {
    const { page, browsing } = await site.newPage()
    for (const path of ['/nowhere', '/notes/1', '/@nobody.at.all', '/boards/1']) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      await page.waitForSelector('html[data-ready]')
      expect(await complaints(page, { locale: 'en' }), path).toEqual([])
    }
    await browsing.close()
  })
})

describe.skipIf(!canBrowse)('a site on its first day', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  test.each(looks)('is right where there is nothing yet: $name', async (look) => {
    const { page, browsing, errors } = await site.newPage(look)
    const wrong: string[] = []
    for (const path of ['/setup', '/', '/topics', '/search']) {
      await open(page, path)
      for (const line of await complaints(page, look)) wrong.push(`${path}: ${line}`)
    }
    expect(wrong.concat(errors)).toEqual([])
    await browsing.close()
  })
})
