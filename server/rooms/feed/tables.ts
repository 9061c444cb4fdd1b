/** Tables only this room writes. */
export const tables = ['feed_note', 'feed_session'] as const
