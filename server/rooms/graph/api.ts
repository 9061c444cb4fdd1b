import { z } from 'zod'
import { chapter } from '#server/platform/chapters.ts'
import type { Context } from '#server/platform/context.ts'
import { type App, route } from '#server/platform/http.ts'
import { Id, list, Page } from '#server/platform/schema.ts'
import { Account } from '#server/rooms/accounts/schema.ts'
import { accountView } from './account-view.ts'
import { acceptRequest, refuseRequest } from './answer-request.ts'
import { block, unblock } from './block.ts'
import { addFilter, filters, readFilter, removeFilter } from './filters.ts'
import { follow } from './follow.ts'
import { mute, unmute } from './mute.ts'
import { connections, followRequests, myPeople } from './people.ts'
import { Filter, FollowRequest, MakeFilter, Person } from './schema.ts'
import { removeFollower, unfollow } from './unfollow.ts'

const tags = ['people']
const ByHandle = z.object({ handle: z.string().max(120) })
const ById = z.object({ id: Id })
/** Following hundreds in a minute is a machine's doing. */
const FOLLOWS = { name: 'follows', burst: 60, seconds: 300 }

/** Profiles, follows, blocks, mutes and filters. Oneself: `server/doors/me.ts`. */
export function graphRoutes(app: App, ctx: Context): void {
  chapter(app, 'people', 'Profiles, follows, blocks, mutes, muted words and topics.')
  route(app, ctx, {
    method: 'GET',
    url: '/v1/accounts/:handle',
    access: 'public',
    tags,
    summary: 'A profile',
    params: ByHandle,
    response: { 200: Account },
    handler: ({ viewer, params }) => accountView(ctx, viewer, params.handle),
  })
  meRoutes(app, ctx)
  for (const edge of ['followers', 'following'] as const)
    route(app, ctx, {
      method: 'GET',
      url: `/v1/accounts/:handle/${edge}`,
      access: 'public',
      tags,
      summary: edge === 'followers' ? 'Who follows this person, latest first' : 'Whom this person follows, latest first',
      params: ByHandle,
      query: Page,
      response: { 200: list(Person) },
      handler: ({ viewer, params, query }) => connections(ctx, viewer, params.handle, edge, query),
    })
  const verbs = [
    ['follow', 'Follow; a private account is asked first', follow, 'Stop following, or take back the request', unfollow, FOLLOWS],
    ['block', 'Block: neither meets the other any more, and nobody is told', block, 'Unblock', unblock, undefined],
    ['mute', 'Mute: leave this person out of my lists', mute, 'Unmute', unmute, undefined],
  ] as const
  for (const [name, doSummary, does, undoSummary, undoes, limit] of verbs) {
    const rest = { url: `/v1/accounts/:handle/${name}`, access: 'account', tags, params: ByHandle, response: { 204: null } } as const
    route(app, ctx, {
      ...rest,
      method: 'PUT',
      summary: doSummary,
      ...(limit ? { limit } : {}),
      handler: ({ viewer, params }) => does(ctx, viewer, params.handle),
    })
    route(app, ctx, {
      ...rest,
      method: 'DELETE',
      summary: undoSummary,
      handler: ({ viewer, params }) => undoes(ctx, viewer, params.handle),
    })
  }
  requestRoutes(app, ctx)
  filterRoutes(app, ctx)
}

function meRoutes(app: App, ctx: Context): void {
  for (const edge of ['blocks', 'mutes'] as const)
    route(app, ctx, {
      method: 'GET',
      url: `/v1/me/${edge}`,
      access: 'account',
      tags,
      summary: edge === 'blocks' ? 'Whom I have blocked' : 'Whom I have muted',
      query: Page,
      response: { 200: list(Person) },
      handler: ({ viewer, query }) => myPeople(ctx, viewer, edge, query),
    })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/me/followers/:handle',
    access: 'account',
    tags,
    summary: 'Make someone stop following me; they are not told',
    params: ByHandle,
    response: { 204: null },
    handler: ({ viewer, params }) => removeFollower(ctx, viewer, params.handle),
  })
}

function requestRoutes(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/follow-requests',
    access: 'account',
    tags,
    summary: 'Who asks to follow me',
    query: Page,
    response: { 200: list(FollowRequest) },
    handler: ({ viewer, query }) => followRequests(ctx, viewer, query),
  })
  const rest = { url: '/v1/me/follow-requests/:handle', access: 'account', tags, params: ByHandle, response: { 204: null } } as const
  route(app, ctx, {
    ...rest,
    method: 'PUT',
    summary: 'Let them follow',
    handler: ({ viewer, params }) => acceptRequest(ctx, viewer, params.handle),
  })
  route(app, ctx, {
    ...rest,
    method: 'DELETE',
    summary: 'Refuse; they are not told',
    handler: ({ viewer, params }) => refuseRequest(ctx, viewer, params.handle),
  })
}

function filterRoutes(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/me/filters',
    access: 'account',
    tags,
    summary: 'Muted words and topics',
    response: { 200: list(Filter) },
    handler: ({ viewer }) => filters(ctx, viewer),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/me/filters',
    access: 'account',
    tags,
    summary: 'Mute a word or a topic',
    body: MakeFilter,
    response: { 201: Filter },
    again: ({ viewer }, id) => readFilter(ctx, viewer, id),
    handler: ({ viewer, body }) => addFilter(ctx, viewer, body),
  })
  route(app, ctx, {
    method: 'DELETE',
    url: '/v1/me/filters/:id',
    access: 'account',
    tags,
    summary: 'Unmute a word or a topic',
    params: ById,
    response: { 204: null },
    handler: ({ viewer, params }) => removeFilter(ctx, viewer, params.id),
  })
}
