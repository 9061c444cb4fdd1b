/** What comes in, a second. */
export interface Rates {
  /** Feeds, topics and notes asked for. */
  reads: number
  /** Looks at notes, told ten at a time. */
  views: number
  comments: number
  /** Text-card notes. */
  notes: number
  signUps: number
}

/** January 2025 spread over its days: 50 million views a day are 579 a second. */
const average: Rates = { reads: 579, views: 579, comments: 21, notes: 0.7, signUps: 10 }

/** The scenarios of the contract that stand today, by name. S3 is the day's highest hour: ten times the reads, with what people wrote then. */
const scenarios = new Map<string, Rates>([
  ['S1', average],
  ['S2', { reads: 1737, views: 1737, comments: 63, notes: 2.1, signUps: 30 }],
  ['S3', { reads: 5800, views: 5800, comments: 70, notes: 7, signUps: 35 }],
])

export const scenarioNames = [...scenarios.keys()]

/** The rates of a scenario times `scale`; null for a name that is none. */
export function ratesOf(name: string, scale: number): Rates | null {
  const it = scenarios.get(name)
  if (!it) return null
  const { reads, views, comments, notes, signUps } = it
  return { reads: reads * scale, views: views * scale, comments: comments * scale, notes: notes * scale, signUps: signUps * scale }
}

export const kinds = ['feed', 'personal feed', 'note', 'topic', 'views', 'comment', 'publish', 'sign-up'] as const
export type Kind = (typeof kinds)[number]

/** Which kinds only read; the target is on these. */
export const reading: ReadonlySet<Kind> = new Set(['feed', 'personal feed', 'note', 'topic'])

/** Looks told in one call of `POST /v1/views`. */
export const VIEWS_A_CALL = 10

/** Requests a second of each kind. Of the reads, four in ten are the feed of a stranger, two a personal one, the rest notes and topics. */
export const perSecond = (of: Rates): Record<Kind, number> => ({
  feed: of.reads * 0.4,
  'personal feed': of.reads * 0.2,
  note: of.reads * 0.245,
  topic: of.reads * 0.155,
  views: of.views / VIEWS_A_CALL,
  comment: of.comments,
  publish: of.notes,
  'sign-up': of.signUps,
})
