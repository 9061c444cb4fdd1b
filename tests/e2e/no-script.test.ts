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

  /** Signs in as somebody of the town, by the plain form. */
  const be = async (handle: string) => {
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.locator('[name=login]').fill(handle)
    await page.locator('[name=password]').fill('demo')
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL('/')
  }

  test('the profile is saved, whole, and nothing of it stands in the address', async () => {
    await be('tess')
    await page.goto('/settings/profile')
    await page.locator('[name=displayName]').fill('Tess of the plain forms')
    await page.locator('[name=place]').fill('Leeds')
    await page.locator('[name=languages][value=ko]').check()
    await page.locator('form[action="/settings/profile"] [type=submit]').click()
    await page.waitForURL(/done=saved/)
    expect(new URL(page.url()).search).toBe('?done=saved')
    expect(await page.getByRole('status').first().innerText()).toBe('Saved')
    await page.goto('/@tess')
    const head = await page.locator('main').innerText()
    for (const word of ['Tess of the plain forms', 'Leeds', '한국어']) expect(head).toContain(word)
  })

  test('a like, a collection, a comment and a follow do what they say', async () => {
    await be('tess')
    const note = town.notes.find((one) => one.author === 'xiaoman' && one.visibility === 'public' && one.media.length > 0)
    const path = `/notes/${await noteOf(site.ctx, note?.title ?? '')}`
    await page.goto(path)
    for (const key of ['l', 's']) {
      const button = page.locator(`article[data-note] [data-key=${key}]`)
      const before = await button.getAttribute('aria-pressed')
      await button.click()
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe(String(before !== 'true'))
      expect(new URL(page.url()).pathname).toBe(path)
    }
    await page.locator('textarea[name=text]').fill('Said without a script')
    await page.locator('form[action$="/comments"] [type=submit]').click()
    await expect.poll(() => page.locator('article[data-note]').innerText()).toContain('Said without a script')
    await page.goto('/@owen')
    const follow = page.locator('main header [aria-pressed]')
    const before = await follow.getAttribute('aria-pressed')
    await follow.click()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe(String(before !== 'true'))
  })

  test('a visitor who likes is led to the door, and from there back', async () => {
    await page.context().clearCookies()
    await page.goto('/')
    await page.locator('[data-card] [data-key=l]').first().click()
    await page.waitForURL(/\/sign-in\?next=%2F/)
  })

  test('one steps in as somebody of the demo, and out again', async () => {
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.locator('form[action="/demo-sign-in"] button').first().click()
    await page.waitForURL('/')
    await page.goto('/settings')
    await page.locator('form[action="/sign-out"] button').click()
    await page.waitForURL('/')
    await page.goto('/settings')
    await page.waitForURL(/\/sign-in/)
  })

  test('the feed and a profile go on by a link, to other notes', async () => {
    await page.context().clearCookies()
    const seen = new Set<string>()
    await page.goto('/')
    for (let pages = 0; pages < 3; pages++) {
      const ids = await page.locator('[data-card]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.card ?? ''))
      expect(ids.length).toBeGreaterThan(0)
      for (const id of ids) expect(seen).not.toContain(id)
      for (const id of ids) seen.add(id)
      const more = page.locator('a[rel=next]')
      if ((await more.count()) === 0) break
      await more.click()
      await page.waitForURL(/cursor=/)
    }
    expect(seen.size).toBeGreaterThan(18)
  })

  test('a password never comes into an address: what asks for one is posted', async () => {
    await page.context().clearCookies()
    for (const path of ['/reset', '/reset?token=abc', '/sign-in', '/sign-up']) {
      await page.goto(path)
      const open = await page
        .locator('form:has([type=password])')
        .evaluateAll((forms) => forms.map((form) => (form as HTMLFormElement).method))
      expect(open.length, path).toBeGreaterThan(0)
      expect(new Set(open), path).toEqual(new Set(['post']))
    }
    await page.goto('/reset')
    await page.locator('[name=login]').last().fill('tess')
    await page.locator('[name=code]').fill('no-such-code')
    await page.locator('[name=password]').fill('plum blossom soup')
    await page.locator('[name=password]').press('Enter')
    await page.getByRole('alert').filter({ hasText: 'did not work' }).waitFor()
    expect(page.url()).not.toContain('plum')
  })

  test('nothing that would do nothing looks alive', async () => {
    await be('ada')
    const dead: string[] = []
    const paths = ['/', '/@tess', '/search?q=cat', '/topics', '/messages', '/drafts', '/moderation', '/admin', '/compose']
    for (const section of ['profile', 'display', 'privacy', 'security', 'account']) paths.push(`/settings/${section}`)
    paths.push(`/notes/${await noteOf(site.ctx, told?.title ?? '')}`, '/@xiaoman/boards', '/@tess/followers')
    for (const path of paths) {
      await page.goto(path)
      const controls = page.locator('button:visible, input:visible, select:visible, textarea:visible')
      const found = await controls.evaluateAll((all) =>
        (all as HTMLInputElement[])
          .filter((one) => {
            const sends = one.form !== null && (one.form.getAttribute('action') !== null || one.hasAttribute('formaction'))
            return !sends || (one.tagName === 'BUTTON' && one.type !== 'submit')
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      )
      dead.push(...found.map((one) => `${path}: ${one}`))
    }
    expect(dead).toEqual([])
  })
})
