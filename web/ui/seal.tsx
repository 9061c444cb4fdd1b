import css from './seal.module.css'
import { sealGround, sealStrokes } from './seal-shape.ts'

/** The mark: 朱 cut into vermilion. */
export const Seal = ({ size = 32 }: { size?: number }) => (
  <svg viewBox="0 0 64 64" width={size} height={size} className={css.seal} aria-hidden="true">
    <path d={sealGround} className={css.ground} />
    <path d={sealStrokes} className={css.cut} />
  </svg>
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
