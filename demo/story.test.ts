import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { avatarCount, drawAvatar, renderAvatar } from './scenes/avatar.ts'
import { drawScene, rasterise, renderPicture, sceneNames } from './scenes/index.ts'
import { languageOf, type StoryComment, story } from './story/index.ts'

const handles = new Set(story.people.map((person) => person.handle))
const reader = new Map(story.people.map((person) => [person.handle, person]))
const all = (comments: readonly StoryComment[]): StoryComment[] => comments.flatMap((comment) => [comment, ...comment.replies])
const comments = story.notes.flatMap((note) => all(note.comments))
const follows = new Set(story.follows.map(({ from, to }) => `${from}>${to}`))
const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0
const latin = (text: string) => text.match(/\p{Script=Latin}/gu)?.length ?? 0
const repeats = (list: readonly string[]) => list.filter((item, i) => list.indexOf(item) !== i)

describe('the people', () => {
  test('are forty, from both sides, with one administrator and one moderator', () => {
    expect(story.people).toHaveLength(40)
    expect(story.people.filter((person) => person.reads[0] === 'zh-Hans')).toHaveLength(20)
    expect(story.people.filter((person) => person.reads[0] === 'en')).toHaveLength(20)
    expect(story.people.filter((person) => person.role === 'admin')).toHaveLength(1)
    expect(story.people.filter((person) => person.role === 'moderator')).toHaveLength(1)
    expect(story.people.filter((person) => person.private)).not.toHaveLength(0)
    expect(story.people.filter((person) => person.reads.length > 1).length).toBeGreaterThan(3)
  })

  test('have handles and faces of their own', () => {
    expect(repeats(story.people.map((person) => person.handle))).toEqual([])
    expect(repeats(story.people.map((person) => `${person.avatar}`))).toEqual([])
    expect(avatarCount).toBe(40)
    for (const person of story.people) {
      expect(person.handle).toMatch(/^[a-z0-9_.]{3,24}$/)
      expect(person.displayName.length).toBeLessThanOrEqual(30)
      expect(person.bio.length).toBeLessThanOrEqual(300)
      expect(person.avatar).toBeLessThan(avatarCount)
      expect(person.locale).toBe(person.reads[0])
    }
  })

  test('follow others, never themselves, never twice', () => {
    expect(follows.size).toBe(story.follows.length)
    for (const { from, to } of story.follows) {
      expect(handles.has(from) && handles.has(to)).toBe(true)
      expect(from).not.toBe(to)
    }
    for (const handle of handles) expect(story.follows.filter((f) => f.from === handle).length).toBeGreaterThan(4)
  })
})

describe('the notes', () => {
  test('are about two hundred, with six hundred comments and more', () => {
    expect(story.notes.length).toBeGreaterThanOrEqual(195)
    expect(comments.length).toBeGreaterThanOrEqual(600)
    expect(story.notes.filter((note) => note.layer).length).toBeGreaterThanOrEqual(22)
    expect(story.notes.filter((note) => note.media.length === 0).length).toBeGreaterThanOrEqual(28)
    expect(story.notes.filter((note) => note.language === 'en').length).toBeGreaterThan(80)
    expect(story.notes.filter((note) => note.language === 'zh-Hans').length).toBeGreaterThan(80)
    expect(story.notes.filter((note) => note.visibility === 'followers').length).toBeGreaterThan(3)
    expect(story.notes.some((note) => note.contentNotice) && story.notes.some((note) => note.aiMade)).toBe(true)
  })

  test('cover what the community talks about', () => {
    const topics = new Set(story.notes.flatMap((note) => note.topics))
    for (const topic of [
      'TikTokRefugee',
      'petTax',
      '猫咪',
      '学中文',
      'homeworkhelp',
      '成都',
      '菜谱',
      'hiking',
      '穿搭',
      '上海',
      'EnglishCorner',
      'noodles',
      '租房',
      'Portland',
    ])
      expect(topics).toContain(topic)
    for (const topic of topics) expect(topic).toMatch(/^[\p{L}\p{N}_]{1,40}$/u)
    for (const note of story.notes) expect(repeats(note.topics.map((topic) => topic.toLowerCase()))).toEqual([])
  })

  test('refer only to what exists', () => {
    const boards = new Set(story.boards.map((board) => `${board.owner}/${board.title}`))
    expect(boards.size).toBe(story.boards.length)
    expect(repeats(story.notes.map((note) => note.key))).toEqual([])
    expect(repeats(comments.map((comment) => comment.key))).toEqual([])
    for (const board of story.boards) expect(handles).toContain(board.owner)
    for (const note of story.notes) {
      expect(handles).toContain(note.author)
      expect(repeats(note.likedBy)).toEqual([])
      for (const handle of note.likedBy) expect(handles).toContain(handle)
      for (const { by, board } of note.collectedBy) {
        expect(handles).toContain(by)
        if (board) expect(boards).toContain(`${by}/${board}`)
      }
      for (const comment of all(note.comments)) {
        expect(handles, comment.key).toContain(comment.by)
        for (const handle of comment.likedBy) expect(handles).toContain(handle)
      }
    }
  })

  test('happen in order and before now', () => {
    const ages = story.notes.map((note) => note.minutesAgo)
    expect(ages).toEqual([...ages].sort((a, b) => b - a))
    for (const note of story.notes) {
      expect((reader.get(note.author)?.joinedDaysAgo ?? 0) * 1440).toBeGreaterThanOrEqual(note.minutesAgo)
      for (const comment of note.comments) {
        let last = comment.minutesAfter
        expect(last, comment.key).toBeLessThanOrEqual(note.minutesAgo)
        for (const reply of comment.replies) {
          expect(reply.minutesAfter, reply.key).toBeGreaterThan(last)
          expect(reply.minutesAfter, reply.key).toBeLessThanOrEqual(note.minutesAgo)
          last = reply.minutesAfter
        }
      }
    }
  })

  test('for followers are answered and liked by followers only, private ones by nobody', () => {
    for (const note of story.notes) {
      const heard = [...all(note.comments).map((comment) => comment.by), ...note.likedBy].filter((handle) => handle !== note.author)
      if (note.visibility === 'private') expect(heard).toEqual([])
      if (note.visibility === 'followers') for (const handle of heard) expect(follows, note.key).toContain(`${handle}>${note.author}`)
      if (note.commentsFrom === 'followers')
        for (const comment of all(note.comments)) if (comment.by !== note.author) expect(follows).toContain(`${comment.by}>${note.author}`)
    }
  })

  test('are written in the language they say', () => {
    for (const note of story.notes) {
      const body = `${note.title}${note.text}`
      if (note.language === 'zh-Hans') expect(han(body), note.key).toBeGreaterThan(5)
      else expect(latin(body), note.key).toBeGreaterThan(han(body))
      if (note.layer) {
        expect(note.layer.language).not.toBe(note.language)
        expect(languageOf(`${note.layer.title}${note.layer.text}`), note.key).toBe(note.layer.language)
      }
      expect(note.title.length, note.key).toBeLessThanOrEqual(100)
      for (const picture of note.media) {
        expect(picture.alt.trim().length, note.key).toBeGreaterThan(2)
        expect(han(picture.alt) > 0, `${note.key}: ${picture.alt}`).toBe(note.language === 'zh-Hans')
      }
      expect(note.media.length).toBeLessThanOrEqual(9)
      expect(note.card === null, note.key).toBe(note.media.length > 0)
    }
    expect(languageOf('In Chinese calico is 三花 (sān huā), "three flowers".')).toBe('en')
    expect(languageOf('我比昨天高兴一点儿了。')).toBe('zh-Hans')
  })

  test('cross the language line: most conversations have both', () => {
    const mixed = story.notes.filter((note) => new Set(all(note.comments).map((comment) => comment.language)).size === 2)
    expect(mixed.length).toBeGreaterThan(90)
  })
})

describe('the pictures', () => {
  const ratios = ['3:4', '1:1', '4:3'] as const

  test('are of many kinds, used by the story, and carry no text', () => {
    expect(sceneNames.length).toBeGreaterThanOrEqual(40)
    for (const scene of sceneNames)
      for (const ratio of ratios) expect(drawScene({ scene, seed: 5, ratio }).svg).not.toMatch(/<text|NaN|undefined|Infinity/)
    for (let i = 0; i < avatarCount; i++) expect(drawAvatar(i).svg).not.toMatch(/<text|NaN|undefined|Infinity/)
    const used = new Set(story.notes.flatMap((note) => note.media.map((picture) => picture.scene)))
    expect(sceneNames.filter((name) => !used.has(name))).toEqual([])
  })

  test('of one note are all different', () => {
    for (const note of story.notes) expect(repeats(note.media.map((picture) => `${picture.scene}${picture.seed}`)), note.key).toEqual([])
  })

  test('are the same bytes twice and never blank', { timeout: 120_000 }, async () => {
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    for (const [i, scene] of sceneNames.entries()) {
      const picture = { scene, seed: 40 + i, ratio: ratios[i % 3] as (typeof ratios)[number] }
      // Full size for a few, a quarter for the others: the same code, a sixteenth of the time.
      const full = i % 12 === 0
      const render = () => (full ? renderPicture(picture) : rasterise(drawScene(picture, 270)))
      const bytes = await render()
      const { width, height } = await sharp(bytes).metadata()
      expect(width).toBe(full ? 1080 : 270)
      expect(height).toBe(Math.round((width ?? 0) * { '3:4': 1.333, '1:1': 1, '4:3': 0.75 }[picture.ratio]))
      const { channels } = await sharp(bytes).stats()
      expect(Math.max(...channels.map((channel) => channel.stdev)), scene).toBeGreaterThan(12)
      expect(digest(await render()), scene).toBe(digest(bytes))
      expect(drawScene(picture).svg).toBe(drawScene(picture).svg)
      expect(drawScene({ ...picture, seed: picture.seed + 1 }).svg, scene).not.toBe(drawScene(picture).svg)
    }
    expect(digest(await renderAvatar(3))).toBe(digest(await renderAvatar(3)))
  })
})
