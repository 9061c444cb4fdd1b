/**
 * The emoji people use most, drawn by ourselves in a square of 100 × 100: no installation is sure to have a colour font, and letters
 * without their smile read colder than they were meant. Those not drawn here are left out.
 */
const dark = '#4a3423'
const face = (inside: string) =>
  `<circle cx="50" cy="52" r="43" fill="#ffc93c"/><circle cx="50" cy="52" r="43" fill="none" stroke="#e8a41f" stroke-width="3"/>${inside}`
const eyes = `<ellipse cx="35" cy="44" rx="5" ry="7" fill="${dark}"/><ellipse cx="65" cy="44" rx="5" ry="7" fill="${dark}"/>`
const happyEyes = `<path d="M25 46q9-13 18 0M57 46q9-13 18 0" fill="none" stroke="${dark}" stroke-width="5.5" stroke-linecap="round"/>`
const grin = `<path d="M26 58h48q-3 25-24 25t-24-25z" fill="${dark}"/><path d="M36 77q14-10 28 0q-6 6-14 6t-14-6z" fill="#f0685f"/>`
const tear = (x: number, y: number) => `<path d="M${x} ${y}q11 15 0 21q-11-6 0-21z" fill="#58b4f0"/>`
const heartPath = 'M50 88C20 66 8 52 8 34C8 20 18 11 30 11q13 0 20 13Q57 11 70 11c12 0 22 9 22 23c0 18-12 32-42 54z'
const heart = (fill: string) =>
  `<path d="${heartPath}" fill="${fill}"/><path d="M22 30q3-9 12-9" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="6" stroke-linecap="round"/>`
const smallHeart = (x: number, y: number) => `<path transform="translate(${x} ${y}) scale(.25)" d="${heartPath}" fill="#e5383b"/>`
const star = 'M50 6l13.5 28.5l31 4l-22.8 21.7l5.8 31L50 76L22.5 91.2l5.8-31L5.500 38.500l31-4z'
const spark = (x: number, y: number, size: number) =>
  `<path transform="translate(${x} ${y}) scale(${size})" d="M0-10Q1.500-1.500 10 0Q1.500 1.500 0 10Q-1.500 1.500-10 0Q-1.500-1.500 0-10z" fill="#ffc02e"/>`
const whiskers = `<path d="M6 58l20 3M6 72l20-4M94 58l-20 3M94 72l-20-4" stroke="${dark}" stroke-opacity=".55" stroke-width="3" stroke-linecap="round"/>`
const muzzle = `<path d="M44 62h12l-6 7zM50 69q-2 9-11 7M50 69q2 9 11 7" fill="${dark}" stroke="${dark}" stroke-width="3.500" stroke-linecap="round" stroke-linejoin="round"/>`
const petal = (turn: number, fill: string) =>
  `<path transform="rotate(${turn} 50 52)" d="M50 52C32 40 34 12 50 8c16 4 18 32 0 44z" fill="${fill}"/>`

const drawings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '❤': heart('#e5383b'),
    '🧡': heart('#f7892b'),
    '💛': heart('#f6c31c'),
    '💚': heart('#46a758'),
    '💙': heart('#3e7bd6'),
    '💜': heart('#8a55c4'),
    '🖤': heart('#2b2b2e'),
    '🤍': heart('#f4f1ec'),
    '🩷': heart('#f58fb0'),
    '💕': `<g transform="translate(2 22) scale(.7)">${heart('#f58fb0')}</g><g transform="translate(52 2) scale(.46)">${heart('#e5587f')}</g>`,
    '💔': `${heart('#e5383b')}<path d="M50 22l-10 16l16 12l-12 16l8 20" fill="none" stroke="#fff" stroke-width="6" stroke-linejoin="round"/>`,
    '⭐': `<path d="${star}" fill="#ffc02e" stroke="#ffc02e" stroke-width="5" stroke-linejoin="round"/>`,
    '✨': spark(42, 56, 4) + spark(80, 24, 1.8) + spark(82, 82, 1.3),
    '☀': `<circle cx="50" cy="50" r="22" fill="#ffb52e"/><path d="M50 6v13M50 81v13M6 50h13M81 50h13M19 19l9 9M72 72l9 9M81 19l-9 9M28 72l-9 9" stroke="#ffb52e" stroke-width="7" stroke-linecap="round"/>`,
    '🌙': '<path d="M62 8A44 44 0 1 0 92 66A36 36 0 0 1 62 8z" fill="#ffcf4a"/>',
    '🔥': '<path d="M52 4C58 26 86 38 84 64C83 84 68 96 50 96S16 84 17 63C18 48 28 42 30 28C38 32 42 38 42 46C52 36 56 22 52 4z" fill="#f4622c"/><path d="M51 50C55 62 68 66 67 79C66 89 59 95 50 95S34 89 34 79C34 70 40 68 42 60C46 62 48 65 48 69C52 64 53 58 51 50z" fill="#ffc93c"/>',
    '🌸': `${[0, 72, 144, 216, 288].map((turn) => petal(turn, '#f7a8c4')).join('')}<circle cx="50" cy="52" r="9" fill="#d94f83"/>`,
    '🌹': '<path d="M50 46v48M50 76q14-2 20-14q-14 0-20 14z" stroke="#3f8f4f" stroke-width="6" fill="#3f8f4f" stroke-linecap="round"/><circle cx="50" cy="30" r="25" fill="#d7263d"/><path d="M38 24q12-12 24 0q4 16-12 18q-14-2-12-18zM50 42q-6-10 4-16" fill="none" stroke="#8e1226" stroke-width="4" stroke-linecap="round"/>',
    '🍀': '<path d="M50 54q2 24 14 40" fill="none" stroke="#2f8a45" stroke-width="6" stroke-linecap="round"/><g fill="#43a85c"><circle cx="36" cy="30" r="16"/><circle cx="64" cy="30" r="16"/><circle cx="28" cy="56" r="16"/><circle cx="72" cy="56" r="16"/><circle cx="50" cy="46" r="16"/></g>',
    '🌈': '<g fill="none" stroke-width="9"><path d="M8 80a42 42 0 0 1 84 0" stroke="#e5483f"/><path d="M17 80a33 33 0 0 1 66 0" stroke="#f7b32b"/><path d="M26 80a24 24 0 0 1 48 0" stroke="#4caf6a"/><path d="M35 80a15 15 0 0 1 30 0" stroke="#3e7bd6"/></g>',
    '🐱': `<path d="M10 8l30 20H20zM90 8L60 28h20z" fill="#f0a045"/><path d="M10 8L14 52L40 26zM90 8L86 52L60 26z" fill="#f0a045"/><ellipse cx="50" cy="58" rx="42" ry="36" fill="#f6b256"/><path d="M50 22v14M38 24l3 11M62 24l-3 11" stroke="#cf7a24" stroke-width="5" stroke-linecap="round"/><ellipse cx="33" cy="52" rx="5" ry="7" fill="${dark}"/><ellipse cx="67" cy="52" rx="5" ry="7" fill="${dark}"/>${muzzle}${whiskers}`,
    '🐶': `<ellipse cx="50" cy="56" rx="36" ry="38" fill="#e9bd86"/><path d="M22 22Q2 24 6 62q14 4 20-22zM78 22q20 2 16 40q-14 4-20-22z" fill="#9a5f33"/><ellipse cx="50" cy="72" rx="20" ry="17" fill="#fff3e0"/><ellipse cx="36" cy="50" rx="5" ry="6.500" fill="${dark}"/><ellipse cx="64" cy="50" rx="5" ry="6.500" fill="${dark}"/><ellipse cx="50" cy="66" rx="8" ry="6" fill="${dark}"/><path d="M50 72q-2 9-11 7M50 72q2 9 11 7" fill="none" stroke="${dark}" stroke-width="3.500" stroke-linecap="round"/>`,
    '🐼': `<circle cx="20" cy="22" r="16" fill="#2b2b2e"/><circle cx="80" cy="22" r="16" fill="#2b2b2e"/><ellipse cx="50" cy="56" rx="43" ry="38" fill="#fbfaf6" stroke="#d8d3ca" stroke-width="2"/><ellipse cx="31" cy="52" rx="11" ry="13" transform="rotate(24 31 52)" fill="#2b2b2e"/><ellipse cx="69" cy="52" rx="11" ry="13" transform="rotate(-24 69 52)" fill="#2b2b2e"/><circle cx="33" cy="50" r="4" fill="#fff"/><circle cx="67" cy="50" r="4" fill="#fff"/><path d="M43 67h14l-7 7zM50 74q-2 8-10 6M50 74q2 8 10 6" fill="#2b2b2e" stroke="#2b2b2e" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`,
    '🐾': '<g fill="#8a5a3c"><ellipse cx="50" cy="68" rx="25" ry="21"/><ellipse cx="18" cy="46" rx="10" ry="14" transform="rotate(-24 18 46)"/><ellipse cx="38" cy="24" rx="10" ry="15"/><ellipse cx="62" cy="24" rx="10" ry="15"/><ellipse cx="82" cy="46" rx="10" ry="14" transform="rotate(24 82 46)"/></g>',
    '😊': face(
      `${happyEyes}<path d="M30 62q20 20 40 0" fill="none" stroke="${dark}" stroke-width="5.500" stroke-linecap="round"/><circle cx="22" cy="60" r="8" fill="#f58f6a" fill-opacity=".6"/><circle cx="78" cy="60" r="8" fill="#f58f6a" fill-opacity=".6"/>`,
    ),
    '😀': face(eyes + grin),
    '😂': face(`${happyEyes}${grin}${tear(14, 46)}${tear(86, 46)}`),
    '😭': face(
      `<path d="M24 44q10 8 20 0M56 44q10 8 20 0" fill="none" stroke="${dark}" stroke-width="5" stroke-linecap="round"/><path d="M28 50h12v40q-6 5-12 0zM60 50h12v40q-6 5-12 0z" fill="#58b4f0"/><ellipse cx="50" cy="72" rx="10" ry="12" fill="${dark}"/>`,
    ),
    '🥺': face(
      `<ellipse cx="33" cy="48" rx="12" ry="14" fill="${dark}"/><ellipse cx="67" cy="48" rx="12" ry="14" fill="${dark}"/><circle cx="37" cy="43" r="5" fill="#fff"/><circle cx="71" cy="43" r="5" fill="#fff"/><path d="M40 76q10-8 20 0" fill="none" stroke="${dark}" stroke-width="5" stroke-linecap="round"/>`,
    ),
    '😍': face(`${smallHeart(20, 30)}${smallHeart(55, 30)}${grin}`),
    '😅': face(`${happyEyes}${grin}<path d="M80 8q14 18 0 25q-14-7 0-25z" fill="#58b4f0"/>`),
    '😎': face(
      `<path d="M14 36h72l-3 14q-3 10-15 10t-16-12h-4q-4 12-16 12t-15-10z" fill="#26262b"/><path d="M32 70q18 12 36 0" fill="none" stroke="${dark}" stroke-width="5.500" stroke-linecap="round"/>`,
    ),
    '🤔': face(
      `${eyes}<path d="M24 32q10-8 20-2M58 28q10-4 18 3" fill="none" stroke="${dark}" stroke-width="4.500" stroke-linecap="round"/><path d="M36 70q12-6 24 2" fill="none" stroke="${dark}" stroke-width="5" stroke-linecap="round"/>`,
    ),
    '🎉': '<path d="M10 92L32 34l32 32z" fill="#f2a93b"/><path d="M20 66l14 20M27 48l26 26" stroke="#d7352b" stroke-width="6"/><g fill="none" stroke-width="6" stroke-linecap="round"><path d="M46 34q10-12 2-26" stroke="#3e7bd6"/><path d="M58 44q16-2 18-20" stroke="#d7352b"/><path d="M66 54q14 6 26-2" stroke="#46a758"/></g><g><circle cx="84" cy="14" r="6" fill="#f6c31c"/><circle cx="90" cy="76" r="6" fill="#d7352b"/><circle cx="24" cy="16" r="5" fill="#46a758"/></g>',
    '🍜': '<path d="M20 44q-4-24 12-32M34 44Q30 24 40 12M50 44q-6-18 2-32" fill="none" stroke="#f3cf7a" stroke-width="6" stroke-linecap="round"/><path d="M44 40L84 6M54 42L92 14" stroke="#8a4a2b" stroke-width="5" stroke-linecap="round"/><path d="M6 46h88q0 30-24 42H30Q6 76 6 46z" fill="#d7352b"/><ellipse cx="50" cy="46" rx="44" ry="8" fill="#f7e2b0"/><path d="M14 62h72" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-dasharray="10 8"/>',
    '☕': '<path d="M34 28q-6-10 2-20M52 28q-6-10 2-20" fill="none" stroke="#b9aea2" stroke-width="5" stroke-linecap="round"/><path d="M76 46h6a13 13 0 0 1 0 26h-8" fill="none" stroke="#dccfbb" stroke-width="7"/><path d="M12 36h66v28q0 24-22 24H34Q12 88 12 64z" fill="#f4efe6" stroke="#d3c9ba" stroke-width="2"/><ellipse cx="45" cy="38" rx="30" ry="7" fill="#6b4226"/>',
    '✅': '<rect x="8" y="8" width="84" height="84" rx="18" fill="#46a758"/><path d="M28 52l16 17l30-36" fill="none" stroke="#fff" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"/>',
    '💧': '<path d="M50 6q34 44 34 58a34 34 0 0 1-68 0Q16 50 50 6z" fill="#58b4f0"/>',
    '🎵': `<path d="M38 78V20l46-10v58" fill="none" stroke="#3e7bd6" stroke-width="8" stroke-linejoin="round"/><ellipse cx="27" cy="79" rx="14" ry="11" fill="#3e7bd6"/><ellipse cx="73" cy="69" rx="14" ry="11" fill="#3e7bd6"/>`,
  }),
)

/** Emoji that mean what another one, drawn here, means. */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '♥': '❤',
    '💖': '💕',
    '💗': '💕',
    '💓': '💕',
    '💞': '💕',
    '💘': '💕',
    '🌟': '⭐',
    '💫': '✨',
    '🌞': '☀',
    '🌛': '🌙',
    '🌜': '🌙',
    '🌷': '🌸',
    '🌺': '🌸',
    '💐': '🌸',
    '🌼': '🌸',
    '☘': '🍀',
    '🌱': '🍀',
    '🐈': '🐱',
    '😺': '🐱',
    '😸': '🐱',
    '😻': '🐱',
    '😹': '🐱',
    '🐕': '🐶',
    '🐩': '🐶',
    '🙂': '😊',
    '☺': '😊',
    '🤗': '😊',
    '😌': '😊',
    '😃': '😀',
    '😄': '😀',
    '😁': '😀',
    '😆': '😂',
    '🤣': '😂',
    '😢': '😭',
    '😿': '😭',
    '😩': '😭',
    '🥹': '🥺',
    '😔': '🥺',
    '🥰': '😍',
    '😘': '😍',
    '🤩': '😍',
    '😝': '😀',
    '😜': '😀',
    '😋': '😊',
    '🥳': '🎉',
    '🎊': '🎉',
    '🍝': '🍜',
    '🍲': '🍜',
    '🥣': '🍜',
    '🍵': '☕',
    '🫖': '☕',
    '✔': '✅',
    '☑': '✅',
    '🎶': '🎵',
    '🎼': '🎵',
    '💦': '💧',
    '😓': '😅',
    '🙃': '😊',
    '😉': '😊',
  }),
)

const names = [...drawings.keys()]
/** Inside a text an emoji is one private character, so that it is measured and broken like any other. */
const first = 0xe000

/** The private character that stands for an emoji, or nothing when it is not drawn. */
export const emojiMark = (emoji: string): string => {
  const at = names.indexOf(alike.get(emoji) ?? emoji)
  return at === -1 ? '' : String.fromCharCode(first + at)
}

/** What to draw for a private character: SVG in a square of 100 × 100. */
export const emojiDrawing = (character: string): string | undefined => drawings.get(names[character.charCodeAt(0) - first] ?? '')
