/** Letters that are read from right to left: Hebrew, Arabic and their neighbours, the forms of them kept for old encodings, N'Ko, Adlam and others. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Somebody's words within a sentence of ours (a name, a title, what was searched for), so that neither turns the other round: between Unicode's
 * isolates (UAX #9) where they have letters from right to left, else as they are. Both languages of the interface go from left to right.
 * Where such words have an element to themselves, that one says `dir="auto"` instead.
 */
export const isolated = (words: string): string => (rightToLeft.test(words) ? `\u2068${words}\u2069` : words)
