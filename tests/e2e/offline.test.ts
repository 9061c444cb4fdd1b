import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Someone, testApp, testPerson } from '#tests/setup/people.ts'
import { alive, canBrowse, open, openSite, type Site } from './site.ts'

/** The worker has taken over: it answers from now on. */
const served = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (!active) return 'none'
    if (active.state !== 'activated')
      await new Promise((done) => active.addEventListener('statechange', () => active.state === 'activated' && done(null)))
    return active.state
  })

/** The page for offline is kept in this language. */
const keptIn = async (page: Page, locale: string) => {
  const kept = async () => page.evaluate(async () => (await caches.match('/offline'))?.url ?? '')
  await expect.poll(kept, { timeout: 20_000 }).toMatch(new RegExp(`lang=${locale}$`))
}

describe.skipIf(!canBrowse)('installed and offline', () => {
  let site: Site
  let mia: Someone
  beforeAll(async () => {
    site = await openSite()
    mia = await testPerson(site.ctx, await testApp(site.ctx), 'mia')
  })

  test('it can be installed: manifest, icons and a worker', async () => {
    const { page, browsing } = await site.newPage({ worker: true, phone: true })
    await open(page, '/')
    expect(await served(page)).toBe('activated')
    const devtools = await browsing.newCDPSession(page)
    const { errors, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data ?? '{}')
    expect(manifest).toMatchObject({ start_url: expect.any(String), display: 'standalone', name: expect.stringContaining('Vermilion') })
    for (const icon of manifest.icons) {
      const file = await page.request.get(icon.src)
      expect(file.status(), icon.src).toBe(200)
      expect(file.headers()['content-type'], icon.src).toContain(icon.type)
    }
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A test's browser profile is a private window, where nothing can be installed.
    expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    await browsing.close()
  })

  test.each([
    { locale: 'en' as const, words: /offline, your draft is kept/i },
    { locale: 'zh-Hans' as const, words: /你已离线，草稿还在/ },
  ])('without a line, a page says so kindly and that the draft is kept ($locale)', async ({ locale, words }) => {
    const { page, browsing } = await site.newPage({ worker: true, locale, phone: true })
    await open(page, '/')
    await served(page)
    await keptIn(page, locale)
    await browsing.setOffline(true)
    await page.goto('/topics')
    await page.getByText(words).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await alive(page)
    await browsing.setOffline(false)
    // It comes back by itself, to where the reader wanted to go.
    await page.waitForFunction(() => document.title.length > 0 && !document.title.match(/offline|离线/))
    expect(new URL(page.url()).pathname).toBe('/topics')
    await browsing.close()
  })

  test('another language is told to the worker that is there, which stays the same one', async () => {
    const { page, browsing } = await site.newPage({ worker: true, locale: 'en', phone: true })
    await open(page, '/')
    await served(page)
    await keptIn(page, 'en')
    await page.getByRole('button', { name: '简体中文' }).first().click()
    await page.waitForSelector('html[lang=zh-Hans][data-ready]')
    await keptIn(page, 'zh-Hans')
    const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.active?.scriptURL))
    expect(workers).toEqual([`${site.url}/sw.js`])
    await browsing.close()
  })

  test('words written without a line survive a closed tab and reach the drafts with the line', async () => {
    const { page, browsing } = await site.newPage({ worker: true, as: mia.id, phone: true })
    await open(page, '/compose')
    await served(page)
    await page.locator('[data-field=title]').fill('Under way')
    await page.locator('[data-saved=saved]').waitFor()
    await browsing.setOffline(true)
    await page.locator('textarea[data-field=text]').fill('Somewhere between two tunnels, still writing.')
    await page.getByText('You are offline; your draft is kept on this device.').waitFor()
    await page.close()
    const back = await reopen(browsing)
    await back.goto('/drafts')
    await back.getByText(/your draft is kept/).waitFor()
    await browsing.setOffline(false)
    await back.waitForFunction(() => !document.title.match(/offline/))
    await back.getByRole('link', { name: 'Under way' }).click()
    await back.waitForURL(/\/compose\?draft=/)
    await back.locator('textarea[data-field=text]').waitFor()
    expect(await back.locator('textarea[data-field=text]').inputValue()).toBe('Somewhere between two tunnels, still writing.')
    await back.locator('[data-saved=saved]').waitFor()
    const { items } = (await mia.get('/v1/drafts')).json()
    expect(items.map((draft: { content: { text?: string } }) => draft.content.text)).toEqual([
      'Somewhere between two tunnels, still writing.',
    ])
    await browsing.close()
  })
})

const reopen = (browsing: BrowserContext): Promise<Page> => browsing.newPage()
