/** The seal on a 64 grid: a square with soft, slightly worn corners … */
export const sealGround =
  'M15 2.6C23 2 42 1.9 49.5 2.7 57.5 3.5 61 7 61.5 14.5c.6 8.5.5 26.5 0 34.8C61 57.3 57 60.9 49 61.4c-8.5.6-25.5.6-34 0C7.2 60.9 3.1 57 2.6 49.2 2 40.5 2.1 23.5 2.6 15 3.1 7.2 7 3.2 15 2.6z'

/** … and the six strokes of 朱, cut with a knife: each one a little wider where it begins or ends. */
export const sealStrokes = [
  // short left-falling
  'M19.6 11.4l5.5 2c-1.9 5-4.6 9.2-8 12.7l-3.8-3.7c2.8-3 4.9-6.6 6.3-11z',
  // upper horizontal
  'M18.2 19.6l29-.7c1 0 1.3.4 1.3 1.2l-.1 3c0 .8-.4 1.1-1.2 1.1l-29.8.5z',
  // long horizontal
  'M9.3 32.7c14.9-.6 29.9-.9 44.9-.9.9 0 1.4.5 1.4 1.3v2.9c0 .9-.5 1.3-1.3 1.3-15-.1-30 .1-45 .7z',
  // vertical
  'M29 9.6c2-.4 4-.4 5.9 0 .5 14.9.5 29.8.1 44.7 0 1-.6 1.6-1.5 1.6h-3.1c-1 0-1.5-.5-1.5-1.5.5-15 .5-29.9.1-44.8z',
  // left-falling
  'M26.3 36.5l4.3 2.7c-4.4 6.7-10 11.5-17 14.6l-3-4.4c6.5-2.9 11.7-7.2 15.7-12.9z',
  // right-falling
  'M37.5 36.5c4.3 5.7 9.7 9.7 16.4 12.1l-2.5 5.7c-7.7-3-13.8-8-18.3-15.1z',
].join('')
