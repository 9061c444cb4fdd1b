import { say } from '#server/platform/i18n.ts'

// The first that fits wins: browsers carry the names of those they descend from.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/\bQQ\/|MQQBrowser\//, 'QQ'],
  [/UCBrowser\//, 'UC'],
  [/MiuiBrowser\//, 'Mi Browser'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera\//, 'Opera'],
  [/Vivaldi\//, 'Vivaldi'],
  [/FxiOS\/|Firefox\//, 'Firefox'],
  [/CriOS\/|Chrome\/|Chromium\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

const first = (table: typeof browsers, agent: string) => table.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

/** Browser and system of a `User-Agent`, as they are stored: `Firefox|Android`. No more of the header is kept. */
export function deviceOf(agent: string | undefined): string {
  const text = (agent ?? '').slice(0, 500)
  return `${first(browsers, text)}|${first(systems, text)}`
}

/** The same in words: "Firefox on Android". */
export function deviceWords(device: string, locale: string): string {
  const [browser = '', system = ''] = device.split('|')
  if (browser && system) return say(locale, 'device.on', { browser, system })
  return browser || system || say(locale, 'device.unknown')
}
