import type { ReactNode } from 'react'
import type { Notification } from '#server/rooms/notify/schema.ts'

/** What the inbox can be narrowed to; `inbox.tsx` says each in words. */
export type TabName = 'comments' | 'likes' | 'followers' | 'mentions' | 'site'

/** A kind of notification as it is shown, all of it: `kinds/<name>.tsx` here, `server/rooms/notify/kinds/<name>.ts` on the server. */
export interface KindView {
  /** A small drawing at the picture of who did it. Of what the site itself says it is the picture. */
  mark: ReactNode
  /** The one colour of the brand: for affection. */
  warm?: true
  tab: TabName
  /** What happened, in a sentence; `who` are those who did it. */
  sentence: (of: Notification, who: ReactNode) => ReactNode
  /** Where a tap leads; null: it is all there is to read. */
  href: (of: Notification) => string | null
}
