import { beforeAll, describe, expect, test } from 'vitest'
import { canBrowse, open, type Site } from './site.ts'
import { idOf, noteOf, openTown, town } from './town.ts'

describe.skipIf(!canBrowse)('forms, and what is seen of them', () => {
  let site: Site
  beforeAll(async () => {
    site = await openTown()
  })

  test('a comment sent from a phone comes into sight, and is said', async () => {
    const { page, browsing } = await site.newPage({ phone: true, as: await idOf(site.ctx, 'tess') })
    const note = town.notes.find((one) => one.author === 'xiaoman' && one.visibility === 'public' && one.media.length > 0)
    await open(page, `/notes/${await noteOf(site.ctx, note?.title ?? '')}`)
    await page.locator('textarea[name=text]').fill('Where is this?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Your comment is there').waitFor()
    const isInSight = () =>
      page
        .getByRole('article')
        .filter({ hasText: 'Where is this?' })
        .last()
        .evaluate((comment) => {
          const { top, bottom } = comment.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        })
    await expect.poll(isInSight).toBe(true)
    await browsing.close()
  })

  test('what is missing is said at the field, in the language of the page and not of the browser', async () => {
    const { page, browsing } = await site.newPage()
    await browsing.addCookies([{ name: 'locale', value: 'zh-Hans', url: site.url }])
    await open(page, '/sign-up')
    await page.locator('form[action="/sign-up"] [type=submit]').first().click()
    expect(await page.locator('form[action="/sign-up"]').evaluate((form: HTMLFormElement) => form.noValidate)).toBe(true)
    const wrong = page.locator('[aria-invalid=true]')
    expect(await wrong.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).name))).toEqual([
      'handle',
      'password',
      'agreed',
    ])
    expect(await page.getByText('这一项还没填。').count()).toBe(2)
    expect(await page.getByText('请先勾选这一项。').isVisible()).toBe(true)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('handle')
    await page.locator('[name=handle]').pressSequentially('somebody.new')
    expect(await page.getByText('这一项还没填。').count()).toBe(1)
    await browsing.close()
  })

  test('reading the rules loses nothing that was typed; changing the language only the password', async () => {
    const { page, browsing } = await site.newPage()
    await open(page, '/sign-up')
    await page.locator('[name=handle]').fill('somebody.new')
    await page.locator('[name=password]').fill('plum blossom soup')
    await page.getByText('한국어').click()
    await page.getByRole('link', { name: 'rules' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Version/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.locator('[name=password]').inputValue()).toBe('plum blossom soup')
    await page.getByRole('button', { name: '简体中文' }).first().click()
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans' && 'ready' in document.documentElement.dataset)
    await expect.poll(() => page.locator('[name=handle]').inputValue()).toBe('somebody.new')
    expect(await page.locator('[name=languages][value=ko]').isChecked()).toBe(true)
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('plum')
    await browsing.close()
  })

  test('who looks for a handle finds the person, also where no note has the word', async () => {
    const { page, browsing } = await site.newPage({ scripts: false })
    await page.goto('/search?q=chen.laoshi')
    expect(await page.locator('main a[href="/@chen.laoshi"]').count()).toBeGreaterThan(0)
    expect(await page.locator('main').innerText()).not.toContain('Nothing found')
    await browsing.close()
  })

  test('a face stays round on the narrowest phone', async () => {
    const { page, browsing } = await site.newPage({ as: await idOf(site.ctx, 'tess') })
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/', '/@xiaoman', '/@tess/followers', '/messages', '/search?type=accounts&q=xiaoman', '/settings/profile']) {
      await open(page, path)
      const odd = await page.locator('[class*=avatar]').evaluateAll((faces) =>
        faces
          .map((face) => face.getBoundingClientRect())
          .filter(({ width, height }) => Math.abs(width - height) > 0.5)
          .map(({ width, height }) => `${width} × ${height}`),
      )
      expect(odd, path).toEqual([])
    }
    await browsing.close()
  })
})
