import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { routes } from '#web/routes.ts'
import { type Look, looks, shareOut } from './looks.ts'
import { axe, canBrowse, open, openSite, type Site } from './site.ts'
import { idOf, noteOf, openTown, town } from './town.ts'

/** The narrowest phone of the design, and a page at four times its size on a desk. */
const narrow = [360, 320]

const told = town.notes.find(
  (note) => note.author === 'tess' && note.comments.length > 0 && note.visibility === 'public' && note.media.length > 1,
)

/** Where the page, or the dialog that is open above it, is wider than a narrow screen. */
async function sideways(page: Page): Promise<string[]> {
  const found: string[] = []
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  for (const width of narrow) {
    await page.setViewportSize({ width, height: 640 })
    const over = await page.evaluate(() => {
      const dialog = document.querySelector('dialog[open]')
      const { left, right } = dialog?.getBoundingClientRect() ?? { left: 0, right: 0 }
      if (dialog && (left < 0 || right > innerWidth || dialog.scrollWidth > dialog.clientWidth))
        return `the dialog from ${left} to ${right}, ${dialog.scrollWidth} in ${dialog.clientWidth}`
      const { scrollWidth } = document.documentElement
      if (scrollWidth <= innerWidth) return ''
      const wide = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      return `${scrollWidth} wide: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))}`
    })
    if (over) found.push(`scrolls sideways at ${width}: ${over}`)
  }
  await page.setViewportSize(size)
  return found
}

/** What is wrong with the page that is open, in lines. */
async function complaints(page: Page, look: Pick<Look, 'locale'>): Promise<string[]> {
  const found = await axe(page)
  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].length,
  }))
  if (lang !== look.locale) found.push(`the language of the page is ${lang}`)
  if (!title.trim()) found.push('no title')
  if (headings !== 1) found.push(`${headings} headings of the first level`)
  return found.concat(await sideways(page))
}

describe.skipIf(!canBrowse)('every page', () => {
  let site: Site
  let addresses: Record<string, string>
  beforeAll(async () => {
    site = await openTown()
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
  const visitors = () => routes.filter((route) => route.access === 'public').flatMap((route) => addressesOf(route.path))
  // Who looks after the site may open every page.
  const insiders = () => [
    ...['/', addresses['/notes/:id'] ?? '', '/@ada?tab=collected'],
    ...routes.filter((route) => route.access !== 'public').flatMap((route) => addressesOf(route.path)),
  ]
  /** What of a list is looked at in this look. */
  const inThis = <T>(look: Look, list: T[]): T[] => shareOut(list).find((share) => share.look === look)?.things ?? []

  const kept = new Map<string, Promise<BrowserContext>>()
  /** A visitor with a language and a screen, the same one in the light and in the dark: scripts are fetched and compiled once. */
  const visitor = (look: Look, as?: string): Promise<BrowserContext> => {
    const who = [look.locale, look.phone, as].join()
    const found = kept.get(who) ?? site.newPage({ ...look, as }).then(({ browsing }) => browsing)
    kept.set(who, found)
    return found
  }
  const newTab = async (browsing: BrowserContext, look: Look): Promise<Page> => {
    const page = await browsing.newPage()
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' })
    return page
  }

  /** Looks at several addresses in one tab. */
  const lookAt = async (browsing: BrowserContext, look: Look, list: string[]): Promise<string[]> => {
    const wrong: string[] = []
    const page = await newTab(browsing, look)
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    for (const path of list) {
      await open(page, path)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      for (const line of [...(await complaints(page, look)), ...said.splice(0)]) wrong.push(`${path}: ${line}`)
    }
    await page.close()
    return wrong
  }

  /** What opens above a page, by the page it opens above. */
  const dialogs: ((page: Page, check: (name: string) => Promise<void>, wrong: string[]) => Promise<void>)[] = [
    async (page, check, wrong) => {
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
    },
    async (page, check) => {
      await open(page, addresses['/notes/:id'] ?? '')
      await page.locator('[data-note] header > button:not([aria-haspopup])').last().click()
      await check('share')
    },
    async (page, check) => {
      await open(page, '/')
      await page.keyboard.press('?')
      await check('keys')
    },
    async (page, check) => {
      await open(page, '/admin')
      await page.locator('main li button').first().click()
      await check('manage')
    },
  ]
  const lookAbove = async (browsing: BrowserContext, look: Look): Promise<string[]> => {
    const wrong: string[] = []
    const page = await newTab(browsing, look)
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(String(error)))
    const check = async (name: string) => {
      await page.locator('dialog[open]').waitFor()
      for (const line of [...(await axe(page)), ...(await sideways(page))]) wrong.push(`${name}: ${line}`)
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    for (const dialog of inThis(look, dialogs)) await dialog(page, check, wrong)
    await page.close()
    return wrong
  }

  test.each(looks)('is right, and what opens above it: $name', async (look) => {
    // The language of those who live here is the one they chose.
    const ada = await idOf(site.ctx, 'ada')
    await site.ctx.db.run(sql`update account set locale = ${look.locale} where id = ${ada}`)
    const outside = await visitor(look)
    const inside = await visitor(look, ada)
    const wrong = await Promise.all([
      lookAt(outside, look, inThis(look, visitors())),
      lookAt(inside, look, inThis(look, insiders())).then(async (found) => found.concat(await lookAbove(inside, look))),
    ])
    expect(wrong.flat()).toEqual([])
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
  test('is right where there is nothing yet', async () => {
    const wrong: string[] = []
    for (const { look, things } of shareOut(['/setup', '/', '/topics', '/search'])) {
      const { page, browsing, errors } = await site.newPage(look)
      for (const path of things) {
        await open(page, path)
        for (const line of [...(await complaints(page, look)), ...errors]) wrong.push(`${path}, ${look.name}: ${line}`)
      }
      await browsing.close()
    }
    expect(wrong).toEqual([])
  })
})
