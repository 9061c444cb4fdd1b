import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { adminRoutes } from './admin/api.ts'
import type { MeOf } from './answer.ts'
import { entryRoutes } from './entry-api.ts'
import { leavingRoutes } from './leaving/api.ts'
import { passkeyRoutes } from './passkeys/api.ts'
import { securityRoutes } from './security-api.ts'
import { siteRoutes } from './site/api.ts'

/** Everything about getting in, staying safe, and leaving. `me` shows oneself; see `MeOf`. */
export function accountsRoutes(app: App, ctx: Context, me: MeOf): void {
  entryRoutes(app, ctx, me)
  securityRoutes(app, ctx)
  passkeyRoutes(app, ctx, me)
  leavingRoutes(app, ctx)
  siteRoutes(app, ctx, me)
  adminRoutes(app, ctx)
}
