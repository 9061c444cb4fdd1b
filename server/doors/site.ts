import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import type { collectMethods } from './methods.ts'
import { appFileDoor } from './site/app-files.ts'
import { loadBuild } from './site/build.ts'
import { clientErrorDoor } from './site/client-errors.ts'
import { crawlerDoor } from './site/crawlers.ts'
import { formDoor } from './site/forms.ts'
import { pageDoor } from './site/pages.ts'

/**
 * The site as people see it: pages drawn on the server, the files they need, forms that work without JavaScript, and what robots read.
 * Without a build (tests of the API) only the latter two are there, and pages answer 404.
 */
export async function registerSite(app: App, ctx: Context, methods: ReturnType<typeof collectMethods>): Promise<void> {
  clientErrorDoor(app, ctx)
  crawlerDoor(app, ctx)
  await formDoor(app, ctx)
  const build = await loadBuild()
  if (!build) {
    ctx.log.warn('no pages: run `npm run build` first')
    return
  }
  await appFileDoor(app, ctx, build)
  methods.pagesAre(build.isPage)
  pageDoor(app, ctx, build, methods.of)
}
