/** Tables only this room writes. */
export const tables = ['feed_note'] as const
