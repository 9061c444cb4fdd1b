import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { alive, canBrowse, open, type Site } from './site.ts'
import { idOf, openTown } from './town.ts'

/** As after an upgrade that came more than a week late: the site names other files, and those of this tab are gone. */
async function rebuild(page: Page, gone: RegExp) {
  await page.route(gone, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: '' }))
  await page.route('**/offline', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/(data-pieces="[^"]*)\.js"/, '$1-anew.js"') })
  })
}
const reloaded = (page: Page) => page.waitForEvent('framenavigated')

describe.skipIf(!canBrowse)('a tab of an older build', () => {
  let site: Site
  beforeAll(async () => {
    site = await openTown()
  })

  test('a page whose file is gone says that the site was updated, and one button leads there', async () => {
    const { page } = await site.newPage({ phone: true })
    await open(page, '/')
    await rebuild(page, /\/assets\/search-[^/]*\.js$/)
    await page.locator('a[href="/search"]:visible').first().click()
    await page.getByRole('heading', { name: 'The site has been updated' }).waitFor()
    expect(await page.getByText('on our side').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Reload' }).count(), 'one button').toBe(1)
    await page.unroute(/\/assets\/search-[^/]*\.js$/)
    await Promise.all([reloaded(page), page.getByRole('alert').getByRole('button', { name: 'Reload' }).click()])
    await alive(page)
    expect(new URL(page.url()).pathname).toBe('/search')
    expect(await page.getByRole('heading', { name: 'The site has been updated' }).count()).toBe(0)
    await page.close()
  })

  test('a dialog whose file is gone leaves the page and what was typed, in Chinese', async () => {
    const { page } = await site.newPage({ as: await idOf(site.ctx, 'tess'), locale: 'zh-Hans' })
    await site.ctx.db.run(sql`update account set locale = 'zh-Hans' where handle = 'tess'`)
    const note = await site.ctx.db.one<{ id: string }>(sql`select id from note where root_id is null order by id limit 1`)
    await open(page, `/notes/${note?.id}`)
    await rebuild(page, /\/assets\/share-dialog-[^/]*\.js$/)
    const area = page.locator('main textarea').first()
    await area.fill('写了一半的话')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^分享/ }).first().click()
    await page.getByText('网站已更新。').waitFor()
    expect(await area.inputValue()).toBe('写了一半的话')
    await Promise.all([reloaded(page), page.getByRole('button', { name: '重新加载' }).click()])
    await alive(page)
    await area.focus()
    await expect.poll(() => area.inputValue()).toBe('写了一半的话')
    await page.close()
  })

  test('an answer that it does not understand is no fault of ours when there is a new build, and is one when there is not', async () => {
    for (const renewed of [true, false]) {
      const { page } = await site.newPage()
      await open(page, '/search')
      if (renewed) await rebuild(page, /no-such-file/)
      await page.route(/\/v1\/topics\/[^/]+$/, (route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: '<p>another door</p>' }),
      )
      await page.locator('a[href^="/topics/"]:visible').first().click()
      const words = page.getByText(/The site has been updated/).first()
      if (renewed) await words.waitFor()
      else {
        await page.getByText('Something went wrong on our side').first().waitFor()
        expect(await words.count()).toBe(0)
      }
      await page.close()
    }
  })
})
