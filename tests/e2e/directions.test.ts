import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Board, Comment, Note } from '#server/rooms/notes/schema.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { canBrowse, open, openSite, type Site } from './site.ts'

const word = 'שלום'
/** Words in Hebrew, told apart by their numbers. */
const hebrew = (n: number) => `${word} לכולם ${n}`

/** In the page: where letters from right to left stand in an element that goes from left to right, outside of an isolate. */
const turnedRound = () => {
  const letters = /[\u0590-\u05ff]/
  const wrong: string[] = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const { parentElement: around, textContent } = node
    if (!around || !letters.test(textContent ?? '') || around.closest('script, noscript')) continue
    // Words within a sentence of the site lie between isolates; what is left over must be laid out by its own letters.
    const bare = (textContent ?? '').replace(/\u2068[^\u2069]*\u2069/g, '')
    // A single letter, in place of a face, has no direction.
    if (bare.length > 1 && letters.test(bare) && getComputedStyle(around).direction !== 'rtl') wrong.push(around.outerHTML.slice(0, 160))
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea'))
    if (letters.test(field.value) && getComputedStyle(field).direction !== 'rtl') wrong.push(field.outerHTML.slice(0, 160))
  return wrong
}
/** How many texts in Hebrew there are, in words and in fields. */
const countWords = () => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((field) => field.value)
  return [document.body.innerText, ...fields].join(' ').split('שלום').length - 1
}

describe.skipIf(!canBrowse)('words from right to left', () => {
  let site: Site
  let noa: Someone
  let tess: Someone
  let note: Note
  let comment: Comment
  let board: Board
  let page: Page

  const made = async <T>(answer: Promise<{ statusCode: number; body: string; json: () => T }>): Promise<T> => {
    const said = await answer
    expect(said.statusCode, said.body).toBeLessThan(300)
    return (said.body ? said.json() : undefined) as T
  }
  beforeAll(async () => {
    site = await openSite()
    ;[noa, tess] = (await testPeople(site.ctx, await testApp(site.ctx), ['noa.levi', 'tess.rowan'])) as [Someone, Someone]
    await made(noa.patch('/v1/me', { displayName: hebrew(1), bio: hebrew(2), pronouns: hebrew(3), place: hebrew(4) }))
    const media = [await picture(site.ctx, noa.id)]
    note = await made<Note>(noa.post('/v1/notes', { title: hebrew(5), text: `${hebrew(6)}\nAn English line.`, topics: ['שלום'], media }))
    board = await made<Board>(noa.post('/v1/boards', { title: hebrew(7) }))
    await made(noa.put(`/v1/boards/${board.id}/notes/${note.id}`))
    comment = await made<Comment>(noa.post(`/v1/notes/${note.id}/comments`, { text: hebrew(8) }))
    await made(noa.post(`/v1/notes/${note.id}/comments`, { text: hebrew(9), replyTo: comment.id }))
    await made(noa.post('/v1/me/filters', { kind: 'word', value: hebrew(10) }))
    await made(noa.post('/v1/drafts', { content: { title: hebrew(11), text: hebrew(12), media: [] }, version: 0 }))
    const others = await made<Note>(tess.post('/v1/notes', { title: 'Tea', text: 'With milk', media: [await picture(site.ctx, tess.id)] }))
    await made(noa.post(`/v1/notes/${others.id}/comments`, { text: hebrew(13) }))
    await made(noa.put(`/v1/accounts/tess.rowan/follow`))
    await site.ctx.events.drain()
  })

  test.each([
    ['the feed', '/', 'tess', 2],
    ['a note', () => `/notes/${note.id}`, 'noa', 7],
    ['a profile', '/@noa.levi', 'tess', 5],
    ['boards', '/@noa.levi/boards', 'tess', 5],
    ['a board', () => `/boards/${board.id}`, 'tess', 3],
    ['a topic', `/topics/${encodeURIComponent(word)}`, 'tess', 2],
    ['topics', '/topics', 'tess', 1],
    ['notes found', `/search?q=${encodeURIComponent(word)}`, 'tess', 2],
    ['people found', `/search?type=accounts&q=${encodeURIComponent(word)}`, 'tess', 2],
    ['nothing found', `/search?q=${encodeURIComponent('שלום xyzzy')}`, 'tess', 1],
    ['who follows', '/@tess.rowan/followers', 'tess', 1],
    ['messages', '/messages', 'tess', 2],
    ['drafts', '/drafts', 'noa', 2],
    ['the profile in settings', '/settings/profile', 'noa', 4],
    ['what is muted', '/settings/privacy', 'noa', 1],
  ] as const)('%s', async (_name, path, who, least) => {
    const visit = await site.newPage({ as: (who === 'noa' ? noa : tess).id })
    page = visit.page
    await open(page, typeof path === 'function' ? path() : path)
    await expect.poll(() => page.evaluate(countWords)).toBeGreaterThanOrEqual(least)
    expect(await page.evaluate(turnedRound)).toEqual([])
    await visit.browsing.close()
  })

  test('each paragraph of a text goes its own way', async () => {
    const visit = await site.newPage({ as: tess.id })
    await open(visit.page, `/notes/${note.id}`)
    const sides = await visit.page.evaluate(() => {
      const text = [...document.querySelectorAll('article[data-note] div')].find(
        (div) => div.childElementCount === 0 && div.textContent?.includes('An English line'),
      )
      const words = text?.firstChild as Text
      const box = (text as HTMLElement).getBoundingClientRect()
      const lineOf = (from: number, to: number) => {
        const range = document.createRange()
        range.setStart(words, from)
        range.setEnd(words, to)
        return range.getBoundingClientRect()
      }
      const end = words.data.indexOf('\n')
      return { first: box.right - lineOf(0, end).right, second: lineOf(end + 1, words.data.length).left - box.left }
    })
    expect(sides).toEqual({ first: 0, second: 0 })
    await visit.browsing.close()
  })

  test('a link preview and the tab keep the name apart from what stands beside it', async () => {
    const visit = await site.newPage({ as: tess.id })
    await open(visit.page, `/notes/${note.id}`)
    expect(await visit.page.title()).toBe(`\u2068${hebrew(5)}\u2069 · \u2068${hebrew(1)}\u2069 · Vermilion`)
    expect(await visit.page.locator('meta[property="og:title"]').getAttribute('content')).toContain(`\u2068${hebrew(5)}\u2069`)
    await visit.browsing.close()
  })
})
