import { z } from 'zod'
import { READS } from '#server/platform/budget.ts'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { quickAnswers } from '#server/platform/quick.ts'
import { ok } from '#server/platform/result.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { boardRoutes } from './boards/api.ts'
import { commentRoutes } from './comments/api.ts'
import { type CardFields, declareFields } from './core/card-fields.ts'
import { draftRoutes } from './drafts/api.ts'
import { accountNotes, savedNotes, scheduledNotes } from './lists/show.ts'
import { reactionRoutes } from './reactions/api.ts'
import { Card, EditNote, Note, PublishNote, Revision } from './schema.ts'
import { topicRoutes } from './topics/api.ts'
import { registerSubjects } from './trust/subjects.ts'
import { editNote } from './write/edit.ts'
import { publishNote } from './write/publish.ts'
import { noteAtOnce, noteForStrangers } from './write/strangers.ts'
import { deleteNote } from './write/take-down.ts'
import { history, readNote } from './write/view.ts'

const tags = ['notes']
const params = z.object({ id: Id })
/** Where notes are read. */
const NOTES = '/v1/notes/'

/** Everything about notes that the outside may call. `fields`: what other rooms add to cards. */
export function notesRoutes(app: App, ctx: Context, fields: CardFields): void {
  chapter(app, 'notes', 'Notes: publishing, reading, editing, liking, collecting, counting views.')
  declareFields(ctx, fields)
  registerSubjects(ctx)
  writing(app, ctx)
  lists(app, ctx)
  reactionRoutes(app, ctx)
  commentRoutes(app, ctx)
  boardRoutes(app, ctx)
  draftRoutes(app, ctx)
  topicRoutes(app, ctx)
}

function writing(app: App, ctx: Context): void {
  quickAnswers(ctx).serve(NOTES, READS, (id) => noteAtOnce(ctx, id))
  route(app, ctx, {
    method: 'POST',
    url: '/v1/notes',
    access: 'account',
    tags,
    summary: 'Publish a note, or schedule it',
    description: 'Without media the text becomes a text card. A `draft` given is deleted with it. `publishAt` schedules.',
    limit: { name: 'publish', burst: 40, seconds: 600 },
    body: PublishNote,
    response: { 201: Note },
    again: ({ viewer }, id) => readNote(ctx, viewer, id),
    handler: async ({ viewer, body, key }) => {
      const made = await publishNote(ctx, viewer, body, { key })
      return made.ok ? readNote(ctx, viewer, made.value) : made
    },
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/notes/:id',
    access: 'public',
    tags,
    summary: 'A note',
    params,
    response: { 200: Note },
    told: true,
    own: async ({ viewer, params: { id } }) => {
      if (viewer) return readNote(ctx, viewer, id)
      const bytes = await noteForStrangers(ctx, id)
      return bytes.ok ? ok(JSON.parse(bytes.value.toString())) : bytes
    },
    handler: async ({ viewer, params: { id }, req, reply }) => {
      if (viewer) return readNote(ctx, viewer, id)
      const bytes = await noteForStrangers(ctx, id)
      if (!bytes.ok) return bytes
      reply.type('application/json; charset=utf-8')
      quickAnswers(ctx).learn(NOTES, req, reply)
      return reply.send(bytes.value)
    },
  })
  route(app, ctx, {
    method: 'PATCH',
    url: '/v1/notes/:id',
    access: 'account',
    tags,
    summary: 'Edit my note; the old wording stays in its history',
    params,
    body: EditNote,
    response: { 200: Note },
    handler: async ({ viewer, params: { id }, body }) => {
      const done = await editNote(ctx, viewer, id, body)
      return done.ok ? readNote(ctx, viewer, id) : done
    },
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/notes/:id',
    access: 'account',
    tags,
    summary: 'Delete my note',
    description: 'Its words, past wordings and topics go at once; its pictures when nothing else shows them.',
    params,
    response: { 204: null },
    handler: ({ viewer, params: { id } }) => deleteNote(ctx, viewer, id),
  })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/notes/:id/history',
    access: 'public',
    tags,
    summary: 'Past wordings, latest first',
    description: 'Those that the reader could have read while they stood; all of them for the author.',
    params,
    query: Page,
    response: { 200: list(Revision) },
    handler: ({ viewer, params: { id }, query }) => history(ctx, viewer, id, query),
  })
}

function lists(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/accounts/:handle/notes',
    access: 'public',
    tags,
    summary: 'What somebody published, newest first',
    params: z.object({ handle: z.string().max(64) }),
    query: Page,
    response: { 200: list(Card) },
    handler: ({ viewer, params: { handle }, query }) => accountNotes(ctx, viewer, handle, query),
  })
  for (const what of ['liked', 'collected'] as const)
    route(app, ctx, {
      method: 'GET',
      url: `/v1/me/${what}`,
      access: 'account',
      tags,
      summary: what === 'liked' ? 'What I liked, last first' : 'What I collected, last first',
      query: Page,
      response: { 200: list(Card) },
      handler: ({ viewer, query }) => savedNotes(ctx, viewer, what, query),
    })
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/scheduled',
    access: 'account',
    tags,
    summary: 'My notes that wait for their hour, next first',
    query: Page,
    response: { 200: list(Note) },
    handler: ({ viewer, query }) => scheduledNotes(ctx, viewer, query),
  })
}
