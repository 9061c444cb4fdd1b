import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { alive, canBrowse, open, type Site } from './site.ts'
import { idOf, noteOf, openTown, town } from './town.ts'

const KB = 1024
const MOST_SHIFT = 0.02
/** Never more than 90 with every wing in; what the first sight does not need comes after it. */
const MOST_SCRIPT = 86 * KB

const told = town.notes.find((note) => note.author === 'xiaoman' && note.visibility === 'public' && note.media.length > 0)

/** Everything that moved by itself since the page began, as browsers count it. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        interface Shift extends PerformanceEntry {
          value: number
          hadRecentInput: boolean
        }
        const sum = (entries: PerformanceEntryList) =>
          (entries as Shift[]).reduce((all, one) => all + (one.hadRecentInput ? 0 : one.value), 0)
        // Entries of the past come first; two frames later there is nothing left to come.
        let seen = 0
        new PerformanceObserver((list) => {
          seen += sum(list.getEntries())
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(seen))))
      }),
  )
/** All pictures that can be seen are there. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () =>
      new Promise<boolean>((done) => {
        const pictures = [...document.images]
        if (pictures.length === 0) return done(true)
        const observer = new IntersectionObserver((seen) => {
          observer.disconnect()
          done(seen.every(({ isIntersecting, target }) => !isIntersecting || (target as HTMLImageElement).complete))
        })
        for (const picture of pictures) observer.observe(picture)
      }),
  )
const positionOf = (page: Page) => page.evaluate(() => Math.round(scrollY))

describe.skipIf(!canBrowse)('how it behaves to the eye', () => {
  let site: Site
  beforeAll(async () => {
    site = await openTown()
  })

  test('of tabs wider than a phone the present one is in sight', async () => {
    const { page, browsing } = await site.newPage({ phone: true, as: await idOf(site.ctx, 'xiaoman') })
    const tab = '/messages?kind=decision,security'
    await open(page, tab)
    const end = () => page.locator(`nav a[href="${tab}"]`).evaluate((a) => Math.floor(a.getBoundingClientRect().right))
    await expect.poll(end).toBeLessThanOrEqual(390)
    await browsing.close()
  })

  test.each([{ phone: true }, { phone: false }])('nothing in the feed moves by itself (%o)', async (visit) => {
    const { page, browsing } = await site.newPage(visit)
    for (const path of ['/', `/notes/${await noteOf(site.ctx, told?.title ?? '')}`, '/@xiaoman']) {
      await open(page, path)
      await drawn(page)
      await page.mouse.move(200, 400)
      await page.mouse.wheel(0, 900)
      await drawn(page)
      expect(await shifts(page), path).toBeLessThan(MOST_SHIFT)
    }
    await browsing.close()
  })

  test('on a phone, back from a note leads to where one was', async () => {
    const { page, browsing } = await site.newPage({ phone: true })
    await open(page, '/')
    await page.evaluate(() => scrollTo(0, 1400))
    const before = await positionOf(page)
    expect(before).toBeGreaterThan(1000)
    await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('[data-open]')].find((a) => a.getBoundingClientRect().top > 200)
      seen?.click()
    })
    await page.waitForURL(/\/notes\/\d+$/)
    await page.locator('article[data-note]').waitFor()
    expect(await positionOf(page)).toBe(0)
    await page.goBack()
    await page.waitForURL('/')
    await expect.poll(() => positionOf(page)).toBe(before)
    await browsing.close()
  })

  test('on a desk, a note lies above the feed, which stays as it was; its address is its own', async () => {
    const { page, browsing } = await site.newPage()
    await open(page, '/')
    await page.evaluate(() => scrollTo(0, 700))
    const before = await positionOf(page)
    await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('[data-open]')].find((a) => a.getBoundingClientRect().top > 200)
      seen?.click()
    })
    await page.waitForURL(/\/notes\/\d+$/)
    await page.locator('dialog[open] article[data-note]').waitFor()
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(5)
    expect(await positionOf(page)).toBe(before)
    const title = await page.locator('dialog[open] h1').innerText()
    await page.goBack()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await positionOf(page)).toBe(before)
    await page.goForward()
    await page.locator('dialog[open] article[data-note]').waitFor()
    await page.reload()
    await alive(page)
    expect(await page.locator('h1').innerText()).toBe(title)
    await browsing.close()
  })

  test('what happens inside a card leaves the page where it is; what comes above the cards moves nothing that is read', async () => {
    const { page, browsing } = await site.newPage()
    await open(page, '/')
    await drawn(page)
    await page.evaluate(() => scrollTo(0, 700))
    const after = (where: string, height: number) =>
      page.evaluate(
        ([where, height]) =>
          new Promise<number>((done) => {
            const twoFrames = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then))
            twoFrames(() => {
              for (const place of document.querySelectorAll(where)) {
                const line = document.createElement('div')
                line.style.height = `${height}px`
                place.prepend(line)
              }
              twoFrames(() => done(Math.round(scrollY)))
            })
          }),
        [where, height] as const,
      )
    expect(await after('[data-index] > *', 4)).toBe(700)
    expect(await after('main', 40)).toBe(740)
    await browsing.close()
  })

  test('a line above the cards that comes in the same frame as the next page moves nothing that is read', async () => {
    const { page, browsing } = await site.newPage()
    let next = () => {}
    const asked = new Promise<void>((known) => {
      // Held until lines come in every frame, so that one of them comes together with the page.
      void page.route(
        ({ pathname }) => pathname === '/v1/feed',
        async (route) => {
          await new Promise<void>((go) => {
            next = go
            known()
          })
          await route.continue()
        },
      )
    })
    await open(page, '/')
    await drawn(page)
    await page.evaluate(() => scrollTo(0, 700))
    await asked
    const lines = page.evaluate(
      () =>
        new Promise<{ moved: number; lines: number }>((done) => {
          const list = document.querySelector('main ul:has([data-index])') as HTMLElement
          const before = list.offsetHeight
          let [frames, lines] = [0, 0]
          let after = 10
          const frame = () => {
            if (frames++ > 2) {
              const line = document.createElement('div')
              line.style.height = '4px'
              document.querySelector('main')?.prepend(line)
              lines++
              if (list.offsetHeight > before) after--
            }
            if (after > 0) requestAnimationFrame(frame)
            else requestAnimationFrame(() => requestAnimationFrame(() => done({ moved: Math.round(scrollY) - 700, lines })))
          }
          requestAnimationFrame(frame)
        }),
    )
    next()
    const told = await lines
    expect(told.moved).toBe(told.lines * 4)
    await browsing.close()
  })

  test.each(['en', 'zh-Hans'] as const)('what comes later on the first page has its words, too (%s)', async (locale) => {
    // Who has not agreed to the rules in force is told so by a line that is loaded after everything else.
    const id = await idOf(site.ctx, locale === 'en' ? 'tess' : 'xiaoman')
    await site.ctx.db.run(sql`update account_secret set accepted_version = null, accepted_at = null where account_id = ${id}`)
    const { page, browsing } = await site.newPage({ locale, as: id })
    await open(page, '/')
    const line = page.getByRole('button', { name: locale === 'en' ? 'Have a look' : '看一看' })
    await line.waitFor()
    await browsing.close()
  })

  test.each(['en', 'zh-Hans'] as const)('the script of the first page is small (%s)', async (locale) => {
    const { page, browsing } = await site.newPage({ phone: true, locale })
    const encodings = new Set<string | undefined>()
    page.on('response', (answer) => {
      if (new URL(answer.url()).pathname.endsWith('.js')) encodings.add(answer.headers()['content-encoding'])
    })
    await open(page, '/')
    await drawn(page)
    const scripts = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        // From then on the page answers taps; what is fetched after it is no part of its first sight.
        .filter((entry) => entry.name.endsWith('.js') && entry.startTime < Number(document.documentElement.dataset.ready))
        .map((entry) => ({ name: entry.name, bytes: entry.encodedBodySize })),
    )
    const sum = scripts.reduce((all, one) => all + one.bytes, 0)
    expect([...encodings]).toEqual(['br'])
    expect(scripts.length).toBeGreaterThan(1)
    expect(sum).toBeGreaterThan(20 * KB)
    expect(sum, JSON.stringify(scripts)).toBeLessThan(MOST_SCRIPT)
    await browsing.close()
  })

  test('a link to a note previews well elsewhere', async () => {
    const { page, browsing } = await site.newPage()
    const path = `/notes/${await noteOf(site.ctx, told?.title ?? '')}`
    await open(page, path)
    const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content')
    expect(await meta('og:title')).toContain(told?.title)
    expect(await meta('og:url')).toBe(site.url + path)
    const image = (await meta('og:image')) ?? ''
    expect((await page.request.get(image)).headers()['content-type']).toMatch(/^image\/(jpeg|png|webp)/)
    const embed = (await page.locator('link[type="application/json+oembed"]').getAttribute('href')) ?? ''
    const said = await (await page.request.get(embed)).json()
    expect(said).toMatchObject({ version: '1.0', type: 'photo', title: told?.title, author_url: `${site.url}/@xiaoman` })
    expect((await page.request.get(said.url)).status()).toBe(200)
    await browsing.close()
  })

  test('what only some may see is neither indexed nor previewed', async () => {
    const kept = town.notes.find((note) => note.visibility !== 'public')
    const { page, browsing } = await site.newPage({ as: await idOf(site.ctx, kept?.author ?? '') })
    const path = `/notes/${await noteOf(site.ctx, kept?.title ?? '')}`
    await open(page, path)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect(await page.locator('meta[property="og:title"]').count()).toBe(0)
    await browsing.close()
  })
})
