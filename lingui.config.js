import { formatter } from '@lingui/format-po'
import { catalogues } from './scripts/web-graph.ts'

// One catalogue for each group of pages, so that a page loads what it says (decision 214). The .po files are made, not kept:
// by the build and by `npm run check`, from the sources and from the words in web/i18n/<locale>/*.json.
export default {
  sourceLocale: 'en',
  locales: ['en', 'zh-Hans'],
  catalogs: [...catalogues()].map(([words, files]) => ({
    path: `<rootDir>/web/i18n/made/${words}/{locale}`,
    include: files.filter((file) => /\.tsx?$/.test(file)).map((file) => `<rootDir>/${file}`),
  })),
  format: formatter({ lineNumbers: false }),
}
