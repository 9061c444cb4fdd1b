import { describe, expect, it } from 'vitest'
import { openWorld } from '#tests/access/world.ts'

/** What every object has without being told, and what else a program might mistake for its own. */
const words = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  'then',
  'null',
  'undefined',
  'NaN',
  'length',
]

describe('words that a program knows are words like others', () => {
  it('written, searched, muted, followed, named: nowhere an error, and every event is handled', async () => {
    const w = await openWorld()
    const { mei, otto, ctx } = w
    const fine = async (said: Promise<{ statusCode: number; body: string }>, what: string): Promise<string> => {
      const { statusCode, body } = await said
      expect(statusCode, `${what}: ${body}`).toBeLessThan(500)
      return body
    }
    for (const word of words) {
      const made = await fine(
        mei.post('/v1/notes', { title: word, text: `${word} #${word} @${word}`, topics: [word], textCard: 'letter' }),
        `note ${word}`,
      )
      const { id } = JSON.parse(made) as { id: string }
      expect(id, made).toBeDefined()
      await fine(otto.post(`/v1/notes/${id}/comments`, { text: `${word} #${word}` }), 'comment')
      await fine(otto.post('/v1/boards', { title: word }), 'board')
      await fine(otto.post('/v1/me/filters', { kind: 'word', value: `${word} ${word}` }), 'filter')
      await fine(otto.post('/v1/me/filters', { kind: 'topic', value: `${word}2` }), 'filter')
      await fine(
        otto.post('/v1/drafts', { content: JSON.parse(`{"title": "${word}", "frames": {"x": 1}, "media": ["${word}"]}`), version: 0 }),
        'draft',
      )
      await fine(otto.patch('/v1/me', { displayName: word, bio: `${word} #${word}`, pronouns: word, place: word }), 'profile')
      for (const field of ['language', 'visibility', 'textCard', 'comments'])
        await fine(mei.post('/v1/notes', { title: 'x', [field]: word }), `${field} ${word}`)
      await fine(otto.post('/v1/reports', { subject: { type: word, id }, reason: word }), 'report')
      await fine(otto.post('/v1/media/text-cards', { text: word, template: word }), 'template')
      for (const path of [
        `/v1/accounts/${word}`,
        `/v1/accounts/${word}/notes`,
        `/v1/handles/${word}`,
        `/v1/topics/${word}`,
        `/v1/topics/${word}/notes`,
        `/v1/text-card-templates/${word}/sample`,
        `/v1/search?q=${word}`,
        `/v1/search?q=${word}&type=accounts`,
        `/v1/search?q=${word}&type=topics`,
        `/v1/search?q=${word}&type=${word}`,
        `/v1/search/suggestions?q=${word}`,
        `/v1/search/suggestions?q=${encodeURIComponent(`#${word}`)}`,
        `/v1/feed?${word}=${word}&cursor=${word}`,
        `/v1/notes/${id}/comments?sort=${word}`,
        `/media/ab/x.${word}`,
        `/${word}`,
        `/oembed?url=${encodeURIComponent(`${ctx.config.origin}/notes/${word}`)}`,
      ])
        await fine(otto.get(path), path)
    }
    await ctx.events.drain()
    for (const word of words) {
      const found = (await otto.get(`/v1/search?q=${word}`)).json() as { items: { title: string }[] }
      expect(
        found.items.map((note) => note.title),
        word,
      ).toContain(word)
      expect((await otto.get(`/v1/topics/${word}`)).json(), word).toMatchObject({ counts: { notes: 1 } })
    }
  })
})
