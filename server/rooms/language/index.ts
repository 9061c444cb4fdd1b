export { detectLanguage, loadDetector } from './detect.ts'
export { foldText, topicKey } from './fold.ts'
export { findSpans } from './spans.ts'
