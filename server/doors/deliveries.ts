import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import { deliveries, tryAgain } from '#server/platform/deliveries.ts'
import { type App, route } from '#server/platform/http.ts'
import { Delivery, list, Page, TryAgain } from '#server/platform/schema.ts'

const tags = ['site']

/** What an administrator sees of events that could not be delivered, and the way to have them tried again. */
export function deliveriesDoor(app: App, ctx: Context): void {
  route(app, ctx, {
    method: 'GET',
    url: '/v1/admin/deliveries',
    access: 'admin',
    tags,
    summary: 'Events that a part of the site could not take',
    description: 'Newest first. They are tried again by themselves, at growing intervals; after twelve tries only when asked for.',
    query: Page,
    response: { 200: list(Delivery) },
    handler: ({ query }) => deliveries(ctx, query),
  })
  route(app, ctx, {
    method: 'POST',
    url: '/v1/admin/deliveries/retry',
    access: 'admin',
    tags,
    summary: 'Try undelivered events again now',
    body: TryAgain,
    response: { 200: z.object({ count: z.int() }) },
    // Once more is what it says: it makes nothing that could be there twice.
    again: 'never',
    handler: async ({ body }) => ({ count: await tryAgain(ctx, body) }),
  })
}
