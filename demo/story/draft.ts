/** The short form in which notes are written down here; `index.ts` works out times, likes and views. */
import type { SceneName } from '#demo/scenes/index.ts'
import type { Lang, Ratio } from './types.ts'

/** [handle, text, …replies] */
export type Talk = readonly [by: string, text: string, ...replies: (readonly [by: string, text: string])[]]

export interface Draft {
  key: string
  by: string
  /** Days before now. */
  days: number
  /** 0..1, how well known it became. */
  weight: number
  topics: readonly string[]
  title: string
  text: string
  /** Only where the words would mislead: a note in English that quotes five Chinese sentences. */
  language?: Lang
  /** [scene, seed, ratio, alt text] */
  pictures?: readonly (readonly [SceneName, number, Ratio, string])[]
  /** Template hint where there are no pictures. */
  card?: string
  /** Title and text in the author's other language. */
  layer?: readonly [string, string]
  notice?: string
  aiMade?: boolean
  visibility?: 'followers' | 'private'
  commentsFrom?: 'followers' | 'nobody'
  /** Which comment the author pinned. */
  pin?: number
  talk?: readonly Talk[]
}
