/** The demo community as plain data. Handles and keys are the only references; `index.ts` resolves the rest. */
import type { SceneName } from '#demo/scenes/index.ts'

export type Lang = 'zh-Hans' | 'en'
export type Ratio = '3:4' | '1:1' | '4:3'

/** One picture to be drawn by `renderPicture` and uploaded like a photograph. */
export interface Picture {
  scene: SceneName
  seed: number
  ratio: Ratio
}

/** A picture in a note; `alt` is written in the note's language. */
export interface NotePicture extends Picture {
  alt: string
}

export interface Person {
  handle: string
  displayName: string
  bio: string
  pronouns: string | null
  /** Self-declared, as the person would write it. */
  place: string | null
  /** Languages this person reads, strongest first. */
  reads: Lang[]
  /** Language of the interface. */
  locale: Lang
  role: 'member' | 'moderator' | 'admin'
  private: boolean
  /** Offered as one-click sign-in on a demo site, in this order; null = not offered. */
  oneClick: { order: number; who: { en: string; 'zh-Hans': string } } | null
  /** Passed to `renderAvatar`. */
  avatar: number
  banner: Picture | null
  joinedDaysAgo: number
}

export interface StoryComment {
  /** Unique in the story: `<note key>.c3` or `<note key>.c3.r1`. */
  key: string
  by: string
  text: string
  language: Lang
  /** Minutes after the note was published; never in the future relative to the note's `minutesAgo`. */
  minutesAfter: number
  /** Handles that liked it. */
  likedBy: string[]
  pinned: boolean
  /** Replies, oldest first; empty for replies themselves (two levels). */
  replies: StoryComment[]
}

export interface StoryNote {
  key: string
  author: string
  language: Lang
  title: string
  /** Contains its topics as `#topic` only where the author would type them; `topics` is the full list. */
  text: string
  topics: string[]
  /** The author's own second language layer. */
  layer: { language: Lang; title: string; text: string } | null
  /** Empty = a text card made from the text. */
  media: NotePicture[]
  /** Hint for the text card's template; null when there are pictures. */
  card: string | null
  contentNotice: string | null
  aiMade: boolean
  /** Before the moment of seeding. */
  minutesAgo: number
  visibility: 'public' | 'followers' | 'private'
  commentsFrom: 'everyone' | 'followers' | 'nobody'
  /** 0..1, how well known the note is; likes, collects and views follow from it. */
  weight: number
  views: number
  /** Handles, in the order in which they liked or collected. */
  likedBy: string[]
  collectedBy: { by: string /** Title of one of their boards, or null for the default one. */; board: string | null }[]
  comments: StoryComment[]
}

export interface Board {
  owner: string
  title: string
  description: string
  private: boolean
}

export interface Story {
  people: Person[]
  follows: { from: string; to: string }[]
  boards: Board[]
  /** Oldest first, so that ids grow with time. */
  notes: StoryNote[]
}
