import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '#server/rooms/accounts/index.ts'
import { notes } from '#server/rooms/notes/index.ts'
import { picture } from '#tests/setup/notes.ts'
import { audio, bareNote, video } from '#tests/setup/recordings.ts'
import { alive, axe, canBrowse, open, openSite, type Site, type Visit } from './site.ts'

// Set to a folder to keep what is looked at here.
const kept = process.env.SCREENSHOTS

describe.runIf(canBrowse)('notes of every kind of media, and of words alone', () => {
  let site: Site
  let tess: string
  const id = { film: '', blank: '', sound: '', bare: '', untitled: '', mixed: '', veiled: '' }

  beforeAll(async () => {
    site = await openSite()
    const { ctx } = site
    const made = await createAccount(ctx, {
      handle: 'tess.rowan',
      password: 'plum blossom soup',
      displayName: 'Tess Rowan',
      skipRules: true,
    })
    if (!made.ok) throw new Error(made.problem.code)
    tess = made.value.id
    const publish = async (title: string, media: string[], notice: string | null = null): Promise<string> => {
      const said = await notes.publish(
        ctx,
        { accountId: tess, locale: 'en' },
        { title, text: 'Every lantern has a keeper.', media, notice },
      )
      if (!said.ok) throw new Error(said.problem.code)
      return said.value
    }
    id.mixed = await publish('A still, a film and a sound', [await picture(ctx, tess), await video(ctx, tess), await audio(ctx, tess)])
    id.film = await publish('Mochi and the leaf', [await video(ctx, tess, { width: 450, height: 600 })])
    id.blank = await publish('A film that shows nothing of itself', [
      await video(ctx, tess, { poster: false, width: 640, height: 360, durationMs: 61_000 }),
    ])
    id.sound = await publish('Rain, all night', [await audio(ctx, tess)])
    id.veiled = await publish('Not before supper', [await video(ctx, tess)], 'Loud noises')
    id.bare = await bareNote(ctx, tess, {
      title: 'Letters we never sent',
      text: 'There is a drawer in every kitchen that holds string, candles, keys to nothing, and the letters. I opened ours today and read them aloud to the cat. She liked the short ones best, and slept through all the apologies, which is more than I could do when I wrote them.',
    })
    id.untitled = await bareNote(ctx, tess, { text: '今天学会了一个新词：灯笼。' })
    await ctx.events.drain()
  })

  const show = async (page: Page, name: string) => {
    if (!kept) return
    mkdirSync(kept, { recursive: true })
    await page.screenshot({ path: `${kept}/${name}.png` })
  }
  const visits: [string, Visit][] = [
    ['phone', { phone: true }],
    ['phone-dark', { phone: true, dark: true, locale: 'zh-Hans' }],
    ['desk', {}],
    ['desk-dark', { dark: true }],
  ]

  it.each(visits)('are cards of a page that moves nothing as it comes alive: %s', async (name, visit) => {
    const { page, errors } = await site.newPage(visit)
    await page.goto('/@tess.rowan')
    const places = () =>
      page.$$eval('[data-card]', (cards) =>
        cards.map((card) => `${(card as HTMLElement).dataset.card} ${card.getBoundingClientRect().top | 0}`),
      )
    const before = await places()
    await alive(page)
    expect(await places()).toEqual(before)
    expect(before).toHaveLength(7)
    // Words keep to the room that was reckoned for them, or are cut: nothing hangs out of a card.
    expect(await page.$$eval('[data-cover]', (all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length)).toBe(0)
    await show(page, `profile-${name}`)
    expect(await axe(page)).toEqual([])
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
  })

  it.each(visits)('are pages of their own: %s', async (name, visit) => {
    const { page } = await site.newPage(visit)
    for (const [what, note] of Object.entries(id)) {
      await open(page, `/notes/${note}`)
      await show(page, `note-${what}-${name}`)
      if (what !== 'mixed') expect(await axe(page), what).toEqual([])
    }
  })

  it('a video plays where it stands, and stops when it is turned away', async () => {
    const { page } = await site.newPage()
    await open(page, `/notes/${id.film}`)
    const played = await page.$eval('video', async (element) => {
      const film = element as HTMLVideoElement
      film.muted = true
      await film.play()
      return {
        width: film.videoWidth,
        height: film.videoHeight,
        duration: Math.round(film.duration),
        controls: film.controls,
        error: film.error,
      }
    })
    expect(played).toEqual({ width: 450, height: 600, duration: 2, controls: true, error: null })

    await open(page, `/notes/${id.mixed}`)
    await page.getByRole('button', { name: 'The next one' }).click()
    await page.getByRole('status', { name: '2 of 3' }).waitFor()
    await page.$eval('video', async (element) => {
      const film = element as HTMLVideoElement
      film.muted = true
      film.loop = true
      await film.play()
    })
    await page.getByRole('button', { name: 'The next one' }).click()
    await page.getByRole('status', { name: '3 of 3' }).waitFor()
    await page.waitForFunction(() => document.querySelector('video')?.paused)
    expect(
      await page.$eval(
        'audio',
        (element) =>
          new Promise((resolve) => {
            const sound = element as HTMLAudioElement
            if (sound.readyState > 0) resolve(sound.duration)
            else sound.onloadedmetadata = () => resolve(sound.duration)
          }),
      ),
    ).toBe(3)
  })

  it('nothing plays behind a notice before it is asked for', async () => {
    const { page } = await site.newPage()
    await open(page, `/notes/${id.veiled}`)
    expect(await page.$$('video')).toHaveLength(0)
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.waitForSelector('video')
  })

  it('open above the feed from their cards, and close', async () => {
    const { page } = await site.newPage()
    for (const note of [id.untitled, id.sound]) {
      await open(page, '/')
      await page.waitForSelector(`[data-card="${note}"]`)
      // A link without words of its own has no size; what it spans is the card.
      await page.locator(`[data-card="${note}"]`).click()
      await page.waitForSelector(`dialog [data-note="${note}"]`)
      await show(page, note === id.sound ? 'above-sound' : 'above-words')
      await page.getByRole('button', { name: 'Close' }).click()
      await page.waitForSelector('dialog', { state: 'detached' })
    }
  })
})
