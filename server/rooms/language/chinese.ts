import pairs from 'opencc-js/dict/TSCharacters'

// Character by character, on purpose: a conversion that looks at whole phrases would fold the same character in two ways
// ("乾" alone and "乾坤"), and a search for the one would miss the other. What people read is never converted by this.
const simple = new Map(
  pairs.split('|').map((pair) => {
    const [traditional = '', simplified = traditional] = pair.split(' ')
    return [traditional, simplified]
  }),
)
// Written only in simplified texts: the results that no traditional text would use as they are.
const simplifiedOnly = new Set(simple.values())
for (const shared of '后里干台面只云几丑了系松余郁征制致准卜曲胡卷千谷借冬吁回合夸才周岳术朴板杆姜家折据旋沈漓游向表范蔑须叶并升占布志采仆克出划别刮岩当念恶愿志尸杯杰欲注泛洒炮痴签纤致群葱蜡踪铲雇霉丁万与')
  simplifiedOnly.delete(shared)

/** Characters of one unit that become two. */
const odd = new Set([...simple.keys()].filter((one) => one.length === 1 && toStable(one).length > 1).map((one) => one.charCodeAt(0)))
/** By UTF-16 unit, for those that are one and become one; 0: stays. Most of a text is found here to need nothing at all. */
const units = new Uint16Array(65_536)
for (const character of simple.keys()) {
  const stable = toStable(character)
  if (character.length === 1 && stable.length === 1 && stable !== character) units[character.charCodeAt(0)] = stable.charCodeAt(0)
}

/** Traditional characters as simplified ones, one by one. */
export function toSimplified(text: string): string {
  let folded = ''
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const becomes = units[unit] as number
    const isPair = unit >= 0xd800 && unit < 0xdc00
    if (becomes === 0 && !isPair && !odd.has(unit)) continue
    const character = becomes === 0 ? String.fromCodePoint(text.codePointAt(at) as number) : (text[at] as string)
    folded += text.slice(done, at) + (becomes === 0 ? toStable(character) : String.fromCharCode(becomes))
    done = at + character.length
    at = done - 1
  }
  return done === 0 ? text : folded + text.slice(done)
}

// One simplified character is the traditional form of yet another (薴, 苧, 苎): follow to the end, or folding twice would differ.
function toStable(character: string): string {
  const once = simple.get(character)
  return once === undefined || once === character ? character : (simple.get(once) ?? once)
}

/** Which of the two scripts a Chinese text is written in; simplified where nothing tells. */
export function chineseScript(text: string): 'zh-Hans' | 'zh-Hant' {
  let traditional = 0
  let simplified = 0
  for (const character of text) {
    const folded = simple.get(character)
    if (folded !== undefined && folded !== character) traditional++
    else if (simplifiedOnly.has(character)) simplified++
  }
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
}
