import css from './seal.module.css'
import { sealGround, sealStrokes } from './seal-shape.ts'

/** The mark: 朱 cut into vermilion. */
export const Seal = ({ size = 32 }: { size?: number }) => (
  <svg viewBox="0 0 64 64" width={size} height={size} className={css.seal} aria-hidden="true">
    <path d={sealGround} className={css.ground} />
    <path d={sealStrokes} className={css.cut} />
  </svg>
)

/** A small stamp with one character: 译 machine translation, 证 proof of purchase, 到 proof of visit. Its words say it aloud. */
export const Stamp = ({ mark, label, tone = 'seal' }: { mark: string; label: string; tone?: 'seal' | 'jade' }) => (
  <span className={`${css.stamp} ${css[tone]}`} title={label} role="img" aria-label={label}>
    <span lang="zh-Hans" aria-hidden="true">
      {mark}
    </span>
  </span>
)

/** The seal with the name beside it. */
export const Wordmark = ({ size = 34 }: { size?: number }) => (
  <span className={css.wordmark}>
    <Seal size={size} />
    <span className={css.name}>
      <span lang="en" className={css.latin}>
        Vermilion
      </span>
      <span lang="zh-Hans" className={css.han}>
        朱笺
      </span>
    </span>
  </span>
)
