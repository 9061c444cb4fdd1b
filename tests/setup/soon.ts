/**
 * For `vi.waitFor`: what is waited for comes by itself and at once. Its own second is less than a busy machine may need, and a wait that ends as
 * soon as the thing is there costs nothing.
 */
export const soon = { timeout: 30_000, interval: 30 }
