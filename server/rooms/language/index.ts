export { detectLanguage } from './detect.ts'
export { foldText } from './fold.ts'
export { findSpans } from './spans.ts'
