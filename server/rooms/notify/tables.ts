/** Tables only this room writes. */
export const tables = ['notification', 'notification_actor', 'inbox'] as const
