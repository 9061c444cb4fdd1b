import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { alive, canBrowse, open, type Site } from './site.ts'
import { idOf, noteOf, openTown, town } from './town.ts'

const told = town.notes.find(
  (note) => note.author === 'xiaoman' && note.comments.length > 0 && note.visibility === 'public' && note.media.length > 0,
)
const MOST_STOPS = 80

const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)
/** Presses Tab until something has the focus; fails when it cannot be reached so. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(locator)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by Tab: ${locator}`)
}
/** What has the focus can be seen to have it. */
const outlined = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  })
/** However often one goes on, the focus stays in the dialog on top (or with the browser's own bars). */
async function keepsFocus(page: Page): Promise<void> {
  for (let stop = 0; stop < 15; stop++) {
    await page.keyboard.press(stop < 10 ? 'Tab' : 'Shift+Tab')
    const outside = await page.evaluate(() => {
      const { activeElement: at } = document
      return at !== document.body && !at?.closest('dialog[open]') && at?.outerHTML.slice(0, 100)
    })
    expect(outside).toBe(false)
  }
}

describe.skipIf(!canBrowse)('by keyboard alone', () => {
  let site: Site
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    site = await openTown()
    ;({ page, errors } = await site.newPage())
  })

  test('signing in', async () => {
    await open(page, '/')
    await tabTo(page, page.locator('a[href="/sign-in"]:visible').first())
    expect(await outlined(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL('/sign-in')
    await tabTo(page, page.locator('[name=login]'))
    await page.keyboard.type('tess')
    await tabTo(page, page.locator('[name=password]'))
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
    // What is to be written again has the focus.
    await expect.poll(() => hasFocus(page.locator('[name=password]'))).toBe(true)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('demo')
    await page.keyboard.press('Enter')
    await page.waitForURL('/')
    await alive(page)
  })

  test('the first stop leads past the bars to the page', async () => {
    await open(page, '/')
    await page.keyboard.press('Tab')
    const skip = page.locator('a[href="#main"]')
    expect(await hasFocus(skip)).toBe(true)
    const box = await skip.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.locator('main'))).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('through the feed with j and k; l likes, Enter opens, s collects, Escape closes and returns', async () => {
    await open(page, '/')
    const cards = page.locator('[data-card]')
    const first = cards.first()
    const open1 = first.locator('[data-open]')
    await page.keyboard.press('j')
    await expect.poll(() => hasFocus(open1)).toBe(true)
    await page.keyboard.press('j')
    await expect.poll(() => hasFocus(cards.nth(1).locator('[data-open]'))).toBe(true)
    await page.keyboard.press('k')
    await expect.poll(() => hasFocus(open1)).toBe(true)
    const heart = first.locator('[data-key=l]')
    const before = await heart.getAttribute('aria-pressed')
    await page.keyboard.press('l')
    await expect.poll(() => heart.getAttribute('aria-pressed')).not.toBe(before)
    await page.keyboard.press('s')
    await page.getByText('Collected', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/notes\/\d+$/)
    const sheet = page.locator('dialog[open]')
    await sheet.locator('[data-key=s]').waitFor()
    const star = sheet.locator('[data-key=s]')
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('s')
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false')
    await keepsFocus(page)
    await page.keyboard.press('Escape')
    await page.waitForURL('/')
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(open1)).toBe(true)
  })

  test('? tells the keys; the dialog keeps the focus and gives it back', async () => {
    await open(page, '/@tess')
    const tab = page.locator('a[href="/@tess/boards"]')
    await tabTo(page, tab)
    await page.keyboard.press('?')
    const help = page.locator('dialog[open]')
    await help.waitFor()
    for (const key of ['j', 'k', 'l', 's', '/']) expect(await help.innerText()).toContain(key)
    await keepsFocus(page)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    expect(await hasFocus(tab)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL('/@tess/boards')
    await page.locator('[aria-current=page][href="/@tess/boards"]').waitFor()
  })

  test('/ goes to the search; arrows choose among suggestions', async () => {
    await open(page, '/topics')
    await page.keyboard.press('/')
    await page.waitForURL('/search')
    const field = page.locator('input[type=search]')
    await expect.poll(() => hasFocus(field)).toBe(true)
    // What is typed is text, not a command.
    await page.keyboard.type('xiaom')
    expect(await field.inputValue()).toBe('xiaom')
    const person = page.getByRole('option').filter({ hasText: '@xiaoman' })
    await person.waitFor()
    for (let i = 0; i < 10 && (await person.getAttribute('aria-selected')) !== 'true'; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('/@xiaoman')
  })

  test('a menu opens, its arrows move, Escape closes; what it opens gives the focus back', async () => {
    await open(page, `/notes/${await noteOf(site.ctx, told?.title ?? '')}`)
    const button = page.locator('[data-note] header [aria-haspopup=menu]')
    const items = page.locator('[popover]:popover-open [role=menuitem]')
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(items.first())).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await hasFocus(items.nth(1))).toBe(true)
    await page.keyboard.press('End')
    expect(await hasFocus(items.last())).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(button)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(items.first())).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    await keepsFocus(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await hasFocus(button)).toBe(true)
  })

  test('a comment, a like and a reply', async () => {
    await open(page, `/notes/${await noteOf(site.ctx, told?.title ?? '')}`)
    const words = 'Written without touching a mouse.'
    await tabTo(page, page.getByLabel('Your comment'))
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
    const mine = page.locator('[id^=comment-]').filter({ hasText: words })
    await mine.waitFor()
    const reply = mine.getByRole('button', { name: /^Reply to/ })
    await tabTo(page, reply)
    await page.keyboard.press('Enter')
    const answer = page.getByLabel('Your reply')
    await expect.poll(() => hasFocus(answer)).toBe(true)
    await page.keyboard.type('Nor this one.')
    await tabTo(page, page.getByRole('button', { name: 'Send' }))
    await page.keyboard.press('Enter')
    await page.getByText('Nor this one.').waitFor()
    expect(errors.filter((line) => !line.includes('401'))).toEqual([])
    const tess = await idOf(site.ctx, 'tess')
    const said = () =>
      site.ctx.db.one(sql`select count(*)::int as n from note where author_id = ${tess} and text in (${words}, 'Nor this one.')`)
    // A comment is shown before the server has it.
    await expect.poll(said).toEqual({ n: 2 })
  })
})
