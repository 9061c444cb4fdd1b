/** One way of looking at a page. Every look is narrowed to a small phone besides, whatever it began with. */
export interface Look {
  name: string
  locale: 'en' | 'zh-Hans'
  dark: boolean
  phone: boolean
}

/** All eight, so numbered that the opposite of `n` in everything is `7 - n`. */
export const looks: readonly Look[] = Array.from({ length: 8 }, (_, n) => {
  const [chinese, dark, phone] = [(n & 1) > 0, (n & 2) > 0, (n & 4) > 0]
  return {
    name: [chinese ? 'Chinese' : 'English', dark ? 'dark' : 'light', phone ? 'phone' : 'desk'].join(', '),
    locale: chinese ? 'zh-Hans' : 'en',
    dark,
    phone,
  }
})

/**
 * Which things are looked at in which look. Each thing gets one look and its opposite, and so is seen in both languages, both themes and on both
 * kinds of screen; the four pairs of opposites go round, so that four things in a row are seen in all eight looks. The same list gives the same
 * answer.
 */
export function shareOut<T>(things: readonly T[]): { look: Look; things: T[] }[] {
  const pairs = looks.length / 2
  return looks.map((look, n) => ({ look, things: things.filter((_, i) => i % pairs === Math.min(n, looks.length - 1 - n)) }))
}
