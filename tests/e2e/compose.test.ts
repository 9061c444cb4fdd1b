import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Draft, Note } from '#server/rooms/notes/schema.ts'
import { asImage } from '#tests/setup/as-image.ts'
import { findChromium } from '#tests/setup/chromium.ts'
import { testFolder } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { cameraJpeg, corners, cornersOf, photo, traces } from '#tests/setup/pictures.ts'
import { axe, open, openSite, type Site } from './site.ts'

const built = existsSync(new URL('../../dist/client/.vite/manifest.json', import.meta.url))

/** In the page: how many pictures the device keeps. */
const filesKept = () =>
  new Promise<number>((done) => {
    const opened = indexedDB.open('vermilion-writing')
    opened.onsuccess = () => {
      const count = opened.result.transaction('files').objectStore('files').count()
      count.onsuccess = () => {
        opened.result.close()
        done(count.result)
      }
    }
  })

/** A busy machine draws late. */
const soon = { timeout: 20_000 }

describe.skipIf(!findChromium() || !built)('the composer', () => {
  let site: Site
  let mia: Someone
  let lin: Someone
  let folder: string

  beforeAll(async () => {
    site = await openSite()
    ;[mia, lin] = (await testPeople(site.ctx, await testApp(site.ctx), ['mia', { handle: 'lin', locale: 'zh-Hans' }])) as [Someone, Someone]
    folder = join(testFolder(), 'pictures')
    await mkdir(folder)
  })

  const file = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  const choose = (page: Page, files: string[]) => page.setInputFiles('input[type=file][multiple]', files)
  const tiles = (page: Page) => page.locator('[data-picture]')
  const settled = (page: Page) => page.waitForFunction(() => document.querySelectorAll('[data-picture] [role=progressbar]').length === 0)
  const saved = (page: Page) => page.waitForSelector('[data-saved=saved]')
  const title = (page: Page) => page.locator('[data-field=title]')
  const text = (page: Page) => page.locator('textarea[data-field=text]')
  const publish = async (page: Page) => {
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/notes\/\d+$/)
    return page.url().split('/').at(-1) as string
  }
  // Whoever calls the API after a restart needs the server that runs now.
  const ask = async <T>(page: Page, path: string): Promise<T> =>
    (await page.evaluate(async (address) => (await fetch(address)).json(), path)) as T

  test('photos straight from a phone: upright, without a trace of where; a file that is none is refused alone', async () => {
    const { page } = await site.newPage({ as: mia.id, phone: true })
    const upright = await corners()
    const paths = [
      await file('plain.png', upright),
      await file('turned.jpg', photo('orientation-6.jpg') ?? (await cameraJpeg(upright, 6))),
      await file('where.jpg', photo('gps-DSCN0010.jpg') ?? (await cameraJpeg(upright, 1))),
      await file('letter.jpg', Buffer.from('Dear Li, this is no picture.')),
    ]
    const heic = photo('iphone-5195.heic')
    if (heic) paths.push(await file('iphone.heic', heic))
    await open(page, '/compose')
    await title(page).fill('Mochi pays the cat tax')
    await choose(page, paths)
    await expect.poll(() => tiles(page).count(), soon).toBe(paths.length)
    await settled(page)
    // The refused one says why and stands in nobody's way.
    const refused = page.getByRole('alert').filter({ hasText: 'not a picture we can read' })
    expect(await refused.count()).toBe(1)
    await page.getByRole('button', { name: 'Remove picture 4' }).click()
    await text(page).fill('She hates Mondays. #petTax')
    await saved(page)
    const id = await publish(page)
    const note = await ask<Note>(page, `/v1/notes/${id}`)
    expect(note).toMatchObject({ title: 'Mochi pays the cat tax', topics: ['petTax'] })
    expect(note.media).toHaveLength(heic ? 4 : 3)
    // Its pixels lie on their side in the file.
    const turned = asImage(note.media[1])
    expect([turned.width, turned.height]).toEqual(photo('orientation-6.jpg') ? [1800, 1200] : [600, 400])
    for (const media of note.media)
      for (const variant of media.variants) {
        const answer = await page.request.get(variant.url)
        expect(traces(await answer.body())).toEqual([])
      }
    const first = await page.request.get(note.media[0]?.variants[0]?.url ?? '')
    expect(await cornersOf(await first.body())).toBe('red green blue white')
    // The draft went with it.
    expect((await ask<{ items: Draft[] }>(page, '/v1/drafts')).items).toEqual([])
  })

  test('arranges, crops and describes pictures by keyboard alone', async () => {
    const { page } = await site.newPage({ as: mia.id })
    await open(page, '/compose')
    await choose(page, [await file('wide.png', await corners(600, 400)), await file('tall.png', await corners(400, 600))])
    await settled(page)
    await saved(page)
    await page.getByRole('button', { name: /^Picture 2 of 2/ }).focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.getByText('Now picture 1 of 2').waitFor()
    // The focus travels with the picture.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), soon).toMatch(/^Picture 1 of 2, cover/)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Original' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const frame = dialog.getByRole('application')
    await frame.focus()
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowUp')
    await dialog.getByLabel('What it shows, in words').fill('Four colours')
    await dialog.getByRole('button', { name: 'Done' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Picture 1 of 2, cover, Four colours/ }).waitFor()
    await text(page).fill('Look')
    const note = await ask<Note>(page, `/v1/notes/${await publish(page)}`)
    expect(note.media.map(asImage).map(({ width, height, alt }) => [width, height, alt])).toEqual([
      [400, 400, 'Four colours'],
      [600, 400, ''],
    ])
    // The frame was moved to the top: red and green stay, below them what the square still shows of blue and white.
    const cover = await page.request.get(note.media[0]?.variants.find((v) => v.type === 'image/webp')?.url ?? '')
    expect(await cornersOf(await cover.body())).toBe('red green blue white')
  })

  test('a draft survives a reload, another device and a restart of the server', async () => {
    const { page } = await site.newPage({ as: lin.id, locale: 'zh-Hans' })
    await open(page, '/compose?topic=猫咪')
    await title(page).fill('一只猫的星期一')
    await text(page).pressSequentially('它不想上班')
    await choose(page, [await file('cat.png', await corners())])
    await settled(page)
    await page.waitForURL(/draft=\d+/)
    await saved(page)
    const address = new URL(page.url())
    await page.reload()
    await expect.poll(() => text(page).inputValue(), soon).toBe('它不想上班')
    expect(await tiles(page).count()).toBe(1)
    await site.restart()
    await page.reload()
    await expect.poll(() => title(page).inputValue(), soon).toBe('一只猫的星期一')
    await page.getByText('#猫咪').waitFor()
    // Elsewhere, with nothing kept on the device.
    const other = await site.newPage({ as: lin.id, locale: 'zh-Hans', phone: true })
    await open(other.page, '/drafts')
    await other.page.getByText('一只猫的星期一').click()
    await expect.poll(() => text(other.page).inputValue(), soon).toBe('它不想上班')
    expect(new URL(other.page.url()).searchParams.get('draft')).toBe(address.searchParams.get('draft'))
    // Written on both: nothing is overwritten, and the one not chosen becomes a draft of its own.
    await text(other.page).fill('它在手机上')
    await saved(other.page)
    await text(page).fill('它在电脑上')
    await page.getByRole('button', { name: '用这一份' }).click()
    await saved(page)
    await expect
      .poll(async () => (await ask<{ items: Draft[] }>(page, '/v1/drafts')).items.map((draft) => draft.content.text).sort(), soon)
      .toEqual(['它在手机上', '它在电脑上'].sort())
  })

  test('offline, the draft is kept on the device and goes up when the line is back', async () => {
    const { page, browsing } = await site.newPage({ as: mia.id, phone: true })
    await open(page, '/compose')
    await browsing.setOffline(true)
    await text(page).fill('Written on a train, in a tunnel')
    await choose(page, [await file('tunnel.png', await corners())])
    await page.getByText('You are offline; your draft is kept on this device.').waitFor()
    await expect.poll(() => page.evaluate(filesKept), soon).toBe(1)
    // The tab is closed in the tunnel.
    await page.close()
    await browsing.setOffline(false)
    const later = await browsing.newPage()
    await open(later, '/drafts')
    // Once, whether or not the last breath of the closed tab still reached the server.
    await later.getByText('Written on a train, in a tunnel').click()
    await expect.poll(() => text(later).inputValue(), soon).toBe('Written on a train, in a tunnel')
    await settled(later)
    await saved(later)
    const { items } = await ask<{ items: Draft[] }>(later, '/v1/drafts')
    const found = items.filter((one) => one.content.text === 'Written on a train, in a tunnel')
    expect(found.map((one) => one.media.length)).toEqual([1])
  })

  test('an answer that is lost makes no second note', async () => {
    const { page } = await site.newPage({ as: mia.id })
    await open(page, '/compose')
    await title(page).fill('Once and only once')
    await saved(page)
    let lost = 0
    await page.route('**/v1/notes', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost++
      await route.fetch()
      // Typed once the note is on its way, this would be lost: the desk takes nothing now.
      await page.keyboard.type(' and too late')
      await route.abort('connectionreset')
    })
    await page.keyboard.press('Control+Enter')
    await page.getByText('not published yet').waitFor()
    await expect.poll(() => title(page).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await title(page).inputValue()).toBe('Once and only once')
    const id = await publish(page)
    expect(lost).toBe(1)
    const { items } = await ask<{ items: { id: string; title: string }[] }>(page, '/v1/accounts/mia/notes')
    expect(items.filter((one) => one.title === 'Once and only once').map((one) => one.id)).toEqual([id])
  })

  test('a session that ends while one writes loses nothing', async () => {
    const { page, browsing } = await site.newPage({ as: mia.id })
    await open(page, '/compose')
    await text(page).fill('Before the session ended')
    await saved(page)
    const cookies = await browsing.cookies()
    await browsing.clearCookies({ name: 'vermilion' })
    await text(page).fill('Before the session ended, and after')
    await page.getByText('You are signed out. Nothing is lost').waitFor()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/sign-in\?next=/)
    const next = new URL(page.url()).searchParams.get('next') ?? ''
    await browsing.addCookies(cookies)
    await open(page, next)
    await expect.poll(() => text(page).inputValue(), soon).toBe('Before the session ended, and after')
    await saved(page)
  })

  test('an edit keeps a crop that it does not know, and frames the whole picture when asked', async () => {
    const { page } = await site.newPage({ as: mia.id })
    await open(page, '/compose')
    await choose(page, [await file('strip.png', await corners(900, 300))])
    await settled(page)
    await tiles(page).first().getByRole('button').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('label', { hasText: '1:1' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'detached' })
    const id = await publish(page)
    const sizes = async () =>
      (await ask<Note>(page, `/v1/notes/${id}`)).media.map(asImage).map(({ width, height, alt }) => [width, height, alt])
    expect(await sizes()).toEqual([[300, 300, '']])
    await open(page, `/compose?edit=${id}`)
    await tiles(page).first().getByRole('button').first().click()
    await dialog.getByLabel('What it shows, in words').fill('A strip')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await sizes()).toEqual([[300, 300, 'A strip']])
    await tiles(page).first().getByRole('button').first().click()
    await dialog.locator('label', { hasText: '4:3' }).click()
    await dialog.getByRole('application').waitFor()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await sizes()).toEqual([[400, 300, 'A strip']])
  })

  test('waits for its hour, can be changed meanwhile, and words become a card', async () => {
    const { page } = await site.newPage({ as: mia.id })
    await open(page, '/compose')
    await title(page).fill('Tomorrow is a soup day')
    await page.getByRole('radio', { name: 'Poster' }).check({ force: true })
    await page.getByRole('img', { name: 'Your words as a card' }).waitFor()
    await page.getByLabel('When').selectOption('later')
    const at = new Date(Date.now() + 26 * 3_600_000)
    await page.getByLabel('Publish on').fill(new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16))
    await page.getByText('in 1 day').waitFor()
    const note = await ask<Note>(page, `/v1/notes/${await publish(page)}`)
    expect(note).toMatchObject({ state: 'scheduled', media: [{ textCard: 'poster' }] })
    await open(page, '/drafts')
    await page.getByRole('link', { name: 'Edit Tomorrow is a soup day' }).click()
    await expect.poll(() => title(page).inputValue(), soon).toBe('Tomorrow is a soup day')
    await title(page).fill('Tomorrow is a noodle day')
    await publish(page)
    expect(await ask<Note>(page, `/v1/notes/${note.id}`)).toMatchObject({ state: 'scheduled', title: 'Tomorrow is a noodle day' })
  })

  test.each([
    { locale: 'en', phone: true, dark: false },
    { locale: 'zh-Hans', phone: false, dark: true },
  ] as const)('axe finds nothing ($locale, dark: $dark)', async (visit) => {
    const { page, errors } = await site.newPage({ as: mia.id, ...visit })
    await open(page, '/compose')
    await page.waitForSelector('input[name=template]')
    expect(await axe(page)).toEqual([])
    await choose(page, [await file('one.png', await corners()), await file('two.png', await corners())])
    await settled(page)
    await saved(page)
    expect(await axe(page)).toEqual([])
    await tiles(page).first().getByRole('button').first().click()
    await page.locator('dialog label').nth(1).click()
    expect(await axe(page)).toEqual([])
    await open(page, '/drafts')
    await page.waitForSelector('a[href*="draft="]')
    expect(await axe(page)).toEqual([])
    expect(errors).toEqual([])
  })
})
