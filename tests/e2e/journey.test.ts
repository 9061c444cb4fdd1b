import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImageMedia } from '#server/rooms/media/schema.ts'
import type { Note } from '#server/rooms/notes/schema.ts'
import { asImage } from '#tests/setup/as-image.ts'
import { testFolder } from '#tests/setup/database.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'
import { cameraJpeg, corners, traces } from '#tests/setup/pictures.ts'
import { alive, canBrowse, open, openSite, type Site } from './site.ts'

/** Photos that are not part of the repository: beside the checkout where there are some. */
const photos = path.join(import.meta.dirname, '../../../shared/data/photos')
if (!existsSync(photos)) console.log(`No photos in ${photos}: the journey goes with pictures made on the spot.`)

const isPhoto = /\.(jpe?g|png|heic|webp|avif|gif)$/i

/** Files as they lie on a phone. */
async function album(): Promise<string[]> {
  if (existsSync(photos))
    return readdirSync(photos)
      .filter((name) => isPhoto.test(name))
      .sort()
      .map((name) => path.join(photos, name))
  const folder = testFolder()
  const upright = await corners()
  const files = [1, 3, 6, 8].map(async (orientation) => {
    const file = path.join(folder, `orientation-${orientation}.jpg`)
    await writeFile(file, await cameraJpeg(upright, orientation))
    return file
  })
  return Promise.all(files)
}

const SIDE = 24
const small = (picture: Sharp) => picture.flatten().resize(SIDE, SIDE, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer()
/** Mean difference of two pictures, of 255; a turned one differs much more than one that was stored anew. */
const difference = (a: Buffer, b: Buffer) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
const MOST_DIFFERENCE = 10

const title = '今天的散步，从杭州到太空'
const words = '一路拍了好多，猫在家等我。'
const topic = '随手拍'
const comment = 'I cannot read this, but I understand every picture.'
const reply = '看得懂就好，欢迎来玩！'

describe.skipIf(!canBrowse)('from a phone in Chinese to a desk in English', () => {
  let site: Site
  let files: string[]
  let lin: Page
  let tess: Page
  let note: Note
  let complaints: string[][]
  const answerOf = async <T>(page: Page, address: string): Promise<T> => (await page.request.get(address)).json() as Promise<T>

  beforeAll(async () => {
    site = await openSite()
    files = await album()
    const { id } = await testPerson(site.ctx, await testApp(site.ctx), 'tess')
    const phone = await site.newPage({ phone: true })
    lin = phone.page
    const desk = await site.newPage({ as: id })
    tess = desk.page
    complaints = [phone.errors, desk.errors]
  })

  test('signs up in Chinese, chosen on the first screen', async () => {
    await open(lin, '/')
    await lin.getByRole('button', { name: '简体中文' }).first().click()
    await lin.waitForSelector('html[lang=zh-Hans][data-ready]')
    await lin.getByRole('link', { name: '加入' }).click()
    await lin.waitForURL('/sign-up')
    await lin.locator('[name=handle]').fill('lin.xiaozhou')
    await lin.locator('[name=password]').fill('西湖边的猫会写字')
    await lin.locator('[name=agreed]').check()
    await lin.getByRole('button', { name: '注册', exact: true }).click()
    await lin.waitForURL('/')
    await alive(lin)
    expect(await answerOf(lin, '/v1/me')).toMatchObject({ handle: 'lin.xiaozhou', locale: 'zh-Hans' })
  })

  test('posts the photos of the phone', async () => {
    await lin.getByRole('link', { name: '写笔记' }).locator('visible=true').click()
    await lin.waitForURL(/\/compose/)
    await lin.setInputFiles('input[type=file][multiple]', files)
    await lin.locator('[data-field=title]').fill(title)
    await lin.locator('textarea[data-field=text]').fill(words)
    await lin.getByRole('combobox', { name: '添加话题' }).fill(topic)
    await lin.getByRole('combobox', { name: '添加话题' }).press('Enter')
    expect(await lin.locator('[data-picture]').count()).toBe(files.length)
    await lin.getByRole('button', { name: '发布' }).click()
    await lin.waitForURL(/\/notes\/\d+$/, { timeout: 90_000 })
    note = await answerOf(lin, `/v1/notes/${lin.url().split('/').at(-1)}`)
    expect(note).toMatchObject({ title, topics: [topic], language: 'zh-Hans', author: { handle: 'lin.xiaozhou' } })
    expect(note.media).toHaveLength(files.length)
  })

  test('what is served stands upright and tells nothing of where it was taken', async () => {
    const served = async (media: ImageMedia) => {
      for (const url of [media.url, ...media.variants.map((v) => v.url)]) {
        const answer = await tess.request.get(url)
        expect(answer.status(), url).toBe(200)
        const file = await answer.body()
        expect(traces(file), url).toEqual([])
        expect((await sharp(file).metadata()).orientation ?? 1, url).toBe(1)
      }
      const largest = [...media.variants].sort((a, b) => b.width - a.width)[0]
      return (await tess.request.get(largest?.url ?? media.url)).body()
    }
    for (const [at, file] of files.entries()) {
      const picture = sharp(await served(asImage(note.media[at])))
      // What sharp cannot read itself is compared in the tests of media.
      if (file.endsWith('.heic')) continue
      const off = difference(await small(sharp(file).autoOrient()), await small(picture))
      expect(off, path.basename(file)).toBeLessThan(MOST_DIFFERENCE)
    }
  })

  /** Opens the note from a list of cards, as one does on a desk. */
  const openFrom = async (page: Page): Promise<Locator> => {
    await page.locator(`[data-card="${note.id}"] [data-open]`).click()
    await page.waitForURL(`/notes/${note.id}`)
    const sheet = page.locator('dialog[open]')
    await sheet.locator('[data-key=l]').waitFor()
    return sheet
  }

  test('is found by its topic and by a word within a sentence, by someone who reads English', async () => {
    await open(tess, `/topics/${encodeURIComponent(topic)}`)
    expect(await tess.locator('html').getAttribute('lang')).toBe('en')
    const sheet = await openFrom(tess)
    expect(await sheet.locator('h1').innerText()).toBe(title)
    await tess.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    // Words are looked up once the note's own job has run.
    await expect
      .poll(async () => (await answerOf<{ items: unknown[] }>(tess, `/v1/search?q=${encodeURIComponent('拍了好多')}`)).items.length)
      .toBe(1)
    await tess.keyboard.press('/')
    await tess.waitForURL('/search')
    await tess.locator('input[type=search]').fill('拍了好多')
    await tess.locator('input[type=search]').press('Enter')
    await tess.waitForURL(/\/search\?q=/)
    await openFrom(tess)
  })

  test('is liked, collected into a board, and answered', async () => {
    const sheet = tess.locator('dialog[open]').first()
    await sheet.locator('[data-key=l]').click()
    await sheet.locator('[data-key=l][aria-pressed=true]').waitFor()
    await sheet.locator('[data-key=s]').click()
    await tess.getByRole('button', { name: 'Choose a board' }).click()
    const chooser = tess.locator('dialog[open]').last()
    await chooser.getByRole('button', { name: 'New board' }).click()
    await chooser.getByLabel('Name of the board').fill('Walks I want to take')
    await chooser.getByRole('button', { name: 'Make it' }).click()
    await chooser.getByRole('checkbox', { name: /Walks I want to take/, checked: true }).waitFor()
    await chooser.getByRole('button', { name: 'Done' }).click()
    await sheet.getByLabel('Your comment').fill(comment)
    await sheet.getByRole('button', { name: 'Send' }).click()
    await sheet.locator('[id^=comment-]').filter({ hasText: comment }).waitFor()
    await expect
      .poll(async () => (await answerOf<Note>(lin, `/v1/notes/${note.id}`)).counts)
      .toMatchObject({ likes: 1, collects: 1, comments: 1 })
    await open(tess, '/@tess/boards')
    await tess.getByText('Walks I want to take').click()
    await tess.waitForURL(/\/boards\/\d+$/)
    await tess.locator(`[data-card="${note.id}"]`).waitFor()
  })

  test('its author hears of it and replies', async () => {
    await expect.poll(async () => (await answerOf<{ count: number }>(lin, '/v1/me/unread')).count).toBeGreaterThan(0)
    await open(lin, '/messages')
    await lin.getByText(comment).first().waitFor()
    await open(lin, `/notes/${note.id}`)
    const theirs = lin.locator('[id^=comment-]').filter({ hasText: comment })
    await theirs.getByRole('button', { name: /^回复/ }).click()
    await lin.getByLabel('你的回复').fill(reply)
    await lin.getByRole('button', { name: '发送' }).click()
    await lin.getByText(reply).waitFor()
    await open(tess, '/messages')
    await expect
      .poll(async () => {
        await tess.reload()
        return tess.getByText(reply).count()
      })
      .toBeGreaterThan(0)
  })

  test('signs out, and everybody can read it', async () => {
    await open(tess, '/settings')
    await tess.getByRole('button', { name: 'Sign out' }).click()
    await tess.waitForURL('/')
    await alive(tess)
    expect((await tess.request.get('/v1/me')).status()).toBe(401)
    await tess.locator(`[data-card="${note.id}"] [data-open]`).click()
    await tess.waitForURL(`/notes/${note.id}`)
    const body = tess.locator('article[data-note]')
    for (const said of [title, words, comment, reply]) await body.getByText(said).first().waitFor()
    await body.getByRole('link', { name: 'Sign in to say something' }).waitFor()
    expect(await body.getByRole('textbox').count()).toBe(0)
    expect(complaints).toEqual([[], []])
  })
})
