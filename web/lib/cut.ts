/** The beginning of a text: at most `most` UTF-16 units, never a part of what is read as one character. What is left out is marked with `end`. */
export function cutText(text: string, most: number, end = ''): string {
  if (text.length <= most) return text
  const room = most - end.length
  // Made only where something is cut: the first of its kind loads the tables of ICU (decision 009).
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const at = graphemes.segment(text.slice(0, room + 64)).containing(room)?.index ?? room
  return text.slice(0, at).trimEnd() + end
}
