import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { canBrowse, type Site } from './site.ts'
import { noteOf, openTown, town } from './town.ts'

const told = town.notes.find(
  (note) => note.author === 'tess' && note.comments.length > 0 && note.visibility === 'public' && note.media.length > 0,
)

describe.skipIf(!canBrowse)('without JavaScript', () => {
  let site: Site
  let page: Page
  beforeAll(async () => {
    site = await openTown()
    page = (await site.newPage({ scripts: false })).page
  })

  test('the feed shows notes whose links lead to them', async () => {
    await page.goto('/')
    const cards = page.locator('[data-card]')
    expect(await cards.count()).toBeGreaterThan(8)
    const link = cards.first().locator('[data-open]')
    const title = await link.innerText()
    await link.click()
    await page.waitForURL(/\/notes\/\d+$/)
    await expect.poll(() => page.locator('h1').innerText()).toBe(title)
  })

  test('a note is there with its words, pictures and conversation', async () => {
    await page.goto(`/notes/${await noteOf(site.ctx, told?.title ?? '')}`)
    const body = page.locator('article[data-note]')
    expect(await body.innerText()).toContain(told?.text.split('\n')[0]?.slice(0, 30))
    expect(await body.innerText()).toContain(told?.comments[0]?.text.slice(0, 20))
    const picture = body.getByRole('img').first()
    expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300)
  })

  test('profile, topic and search are readable', async () => {
    await page.goto('/@tess')
    expect(await page.locator('h1').innerText()).toContain('Tess')
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(2)
    const topic = told?.topics[0] ?? ''
    await page.goto(`/topics/${encodeURIComponent(topic)}`)
    expect(await page.locator('main').innerText()).toContain(`#${topic}`)
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(0)
    await page.goto('/search')
    await page.locator('input[type=search]').fill(told?.title ?? '')
    await page.locator('input[type=search]').press('Enter')
    await page.waitForURL(/\/search\?q=/)
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(0)
  })

  test('the language is chosen by a plain form, and kept', async () => {
    await page.goto('/topics')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.goto('/')
    await page.getByRole('button', { name: '简体中文' }).first().click()
    await page.waitForURL('/')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    await page.goto('/topics')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).first().click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('signing in: a wrong password says so and keeps the name and the way; the right one leads there', async () => {
    await page.goto('/sign-in?next=/drafts')
    await page.locator('[name=login]').fill('tess')
    await page.locator('[name=password]').fill('not that one')
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL(/\/sign-in\?/)
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).innerText()).toMatch(/do not fit/)
    expect(await page.locator('[name=login]').inputValue()).toBe('tess')
    await page.locator('[name=password]').fill('demo')
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL('/drafts')
  })

  test('signing up: a handle that is taken says so; another one is welcome', async () => {
    await page.context().clearCookies()
    await page.goto('/sign-up')
    const send = async (handle: string) => {
      await page.locator('[name=handle]').fill(handle)
      await page.locator('[name=password]').fill('plum blossom soup')
      await page.locator('[name=agreed]').check()
      await page.locator('[name=password]').press('Enter')
    }
    await send('tess')
    await page.getByRole('alert').filter({ hasText: 'has this handle already' }).waitFor()
    expect(await page.locator('[name=handle]').inputValue()).toBe('tess')
    await send('tess.two')
    await page.waitForURL('/')
    await page.goto('/drafts')
    expect(new URL(page.url()).pathname).toBe('/drafts')
  })
})
