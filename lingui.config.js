import { formatter } from '@lingui/format-po'

/** Sources of the first screen. Their words are loaded with it; those of all other pages come with the first other page. */
const first = [
  'app.tsx',
  'ui',
  'lib',
  'shell',
  'features/feed',
  'features/notes/card.tsx',
  'features/notes/card-waterfall.tsx',
  'features/accounts/language-picker.tsx',
  'pages/explore.tsx',
  'pages/following.tsx',
  'pages/not-found.tsx',
  'pages/offline.tsx',
]
/** In folders of the first screen, but nothing on it says these words. */
const late = ['ui/time-ago.tsx']
const rest = ['pages', 'features', ...late]
/** In the folders of the others, but on the first screen. */
const early = first.filter((name) => /^(pages|features)\//.test(name))
const of = (names) => names.map((name) => `<rootDir>/web/${name}`)

export default {
  sourceLocale: 'en',
  locales: ['en', 'zh-Hans'],
  catalogs: [
    { path: '<rootDir>/web/i18n/{locale}', include: of(first), exclude: ['**/*.test.*', ...of(late)] },
    { path: '<rootDir>/web/i18n/rest/{locale}', include: of(rest), exclude: ['**/*.test.*', ...of(early)] },
  ],
  format: formatter({ lineNumbers: false }),
}
