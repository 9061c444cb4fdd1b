import { describe, expect, it } from 'vitest'
import { objectKeys } from '#prove/hostile/texts.ts'
import { openWorld } from '#tests/access/world.ts'

/** What every object has without being told, and what else a program might mistake for its own. */
const words = [...objectKeys, 'null', 'undefined', 'NaN']

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
      // A search is up to a second old.
      const found = async () => ((await otto.get(`/v1/search?q=${word}`)).json() as { items: { title: string }[] }).items
      await expect.poll(async () => (await found()).map((note) => note.title), { message: word }).toContain(word)
      expect((await otto.get(`/v1/topics/${word}`)).json(), word).toMatchObject({ counts: { notes: 1 } })
    }
  })
})

describe('what nobody sees', () => {
  it('is no title, name, board, comment or muted word, in any field by itself', async () => {
    const { mei, otto } = await openWorld()
    const { id } = (await mei.post('/v1/notes', { title: 'Soup', text: '' })).json() as { id: string }
    for (const nothing of [
      '\u3164',
      '\u200b',
      '\u2800\u2800',
      '\u00ad',
      '\ufe0f',
      '\u{e0041}',
      '\u202e',
      '\u2066\u2069',
      '\u0301',
      '\u200d\u200c',
    ]) {
      const calls = [
        mei.post('/v1/notes', { title: nothing, text: nothing }),
        otto.post(`/v1/notes/${id}/comments`, { text: nothing }),
        otto.post('/v1/boards', { title: nothing }),
        otto.post('/v1/me/filters', { kind: 'word', value: nothing }),
        otto.patch('/v1/me', { displayName: nothing }),
      ]
      for (const said of await Promise.all(calls)) expect(said.statusCode, `${JSON.stringify(nothing)} ${said.body}`).toBe(422)
    }
  })
  it('leaves what is seen: controls of direction go, spellings stay', async () => {
    const { mei } = await openWorld()
    const text = 'photo_\u202egnp.exe #نرم\u200cافزار ＃猫咪 👩\u200d👩\u200d👧'
    const { id } = (await mei.post('/v1/notes', { title: `a${'\u0301'.repeat(90)}`, text })).json() as { id: string }
    expect((await mei.get(`/v1/notes/${id}`)).json()).toMatchObject({
      title: 'a\u0301\u0301\u0301'.normalize('NFC'),
      text: text.replace('\u202e', ''),
      topics: expect.arrayContaining(['نرم\u200cافزار', '猫咪']),
    })
  })
})
