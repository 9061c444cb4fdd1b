import { negotiate } from '#server/platform/i18n.ts'
import { cleaned } from '#server/platform/input.ts'
import { cleanLine, cleanText, cutText, fewerBlanks } from '#server/platform/text.ts'
import { isReserved } from '#server/rooms/accounts/handles.ts'
import { Handle, SignUp } from '#server/rooms/accounts/schema.ts'
import { deviceOf } from '#server/rooms/accounts/sessions/device.ts'
import { fold, matcherOf } from '#server/rooms/graph/matcher.ts'
import { detectLanguage, findSpans, foldText, topicKey } from '#server/rooms/language/index.ts'
import { cardText, isMostlyChinese } from '#server/rooms/media/text-cards/clean.ts'
import { MAX_COMMENT, MAX_TEXT, MAX_TITLE, TopicName } from '#server/rooms/notes/schema.ts'
import { parseWritten } from '#server/rooms/notes/write/parse.ts'
import { question } from '#server/rooms/search/question.ts'
import { stem } from '#server/rooms/search/stem.ts'
import { beginnings, suggestionKey, titleWords } from '#server/rooms/search/terms.ts'
import { indexed, lexemes, plain, searchFold, tokens } from '#server/rooms/search/tokens.ts'
import { tokenAt } from '#web/features/compose/token.ts'
import { matchPath } from '#web/lib/path.ts'

export interface Reads {
  name: string
  /** The longest text that a schema or a header lets through to it. */
  most: number
  read(text: string): unknown
}

const HEADER = 16_000
const muted = matcherOf(['a', 'aa', 'the', '猫', 'http://a', '(((', ...Array.from({ length: 100 }, (_, n) => `${'a'.repeat(n % 50)}${n}`)])

/** Every function of ours that is handed people's text. A new one belongs here. */
export const functions: readonly Reads[] = [
  { name: 'cleanLine', most: MAX_TITLE, read: cleanLine },
  { name: 'cleanText', most: MAX_TEXT, read: cleanText },
  { name: 'cutText', most: MAX_TEXT, read: (text) => cutText(text, Math.floor(text.length / 2), '…') },
  { name: 'fewerBlanks', most: 500, read: fewerBlanks },
  { name: 'cleaned', most: MAX_TEXT, read: (text) => cleaned({ [text.slice(0, 100)]: [text] }) },
  { name: 'negotiate', most: HEADER, read: negotiate },
  { name: 'deviceOf', most: HEADER, read: deviceOf },
  { name: 'Handle', most: HEADER, read: (text) => Handle.safeParse(text) },
  { name: 'isReserved', most: HEADER, read: isReserved },
  { name: 'SignUp', most: HEADER, read: (text) => SignUp.safeParse({ handle: text, password: text, email: text, displayName: text }) },
  { name: 'TopicName', most: HEADER, read: (text) => TopicName.safeParse(text) },
  { name: 'findSpans', most: MAX_TEXT, read: findSpans },
  { name: 'detectLanguage', most: MAX_TEXT, read: detectLanguage },
  { name: 'foldText', most: MAX_TEXT, read: foldText },
  { name: 'topicKey', most: HEADER, read: topicKey },
  {
    name: 'parseWritten',
    most: MAX_TEXT,
    read: (text) => parseWritten({ title: text.slice(0, MAX_TITLE), text, topics: [text.slice(0, 60)] }),
  },
  { name: 'fold', most: MAX_TEXT, read: fold },
  { name: 'muted words', most: MAX_TEXT, read: (text) => muted?.test(text) },
  { name: 'stem', most: 60, read: stem },
  { name: 'searchFold', most: MAX_TEXT, read: searchFold },
  { name: 'tokens', most: MAX_TEXT, read: tokens },
  { name: 'plain and lexemes', most: MAX_TEXT, read: (text) => [plain(tokens(text)), lexemes(tokens(text))] },
  { name: 'indexed', most: MAX_TEXT, read: (text) => indexed({ title: text.slice(0, MAX_TITLE), topics: [], text }) },
  { name: 'question', most: 200, read: question },
  { name: 'titleWords', most: 2 * MAX_TITLE, read: titleWords },
  { name: 'suggestionKey', most: 200, read: suggestionKey },
  { name: 'beginnings', most: 60, read: beginnings },
  { name: 'cardText', most: MAX_COMMENT, read: cardText },
  { name: 'isMostlyChinese', most: MAX_COMMENT, read: isMostlyChinese },
  { name: 'tokenAt', most: MAX_TEXT, read: (text) => tokenAt(text, text.length) },
  { name: 'matchPath', most: HEADER, read: (text) => matchPath('/topics/:name', `/topics/${text}`) },
]
