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

/** Traditional characters as simplified ones, one by one. */
export function toSimplified(text: string): string {
  let folded = ''
  for (const character of text) folded += toStable(character)
  return folded
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
