import type { AccountStub } from '#server/rooms/accounts/schema.ts'
import css from './avatar.module.css'

const tints = ['#e7b7a3', '#e3c26b', '#a9c6a0', '#9fc2cf', '#b9b2dc', '#dba7bd', '#c9b79c', '#8fb8a8']

/** The tint that stands for someone without a picture: always the same one. */
const tintOf = (handle: string) => {
  let sum = 0
  for (const letter of handle) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return tints[sum % tints.length]
}

/** A person's picture, or the first letter of the name on a tint. Decoration: the name stands beside it, or the link around it says it. */
export function Avatar({ account, size = 36 }: { account: Pick<AccountStub, 'handle' | 'displayName' | 'avatar'>; size?: number }) {
  const box = { width: size, height: size }
  // Faces come after the pictures they stand beside.
  const load = { loading: 'lazy', decoding: 'async', fetchPriority: 'low' } as const
  if (account.avatar) return <img className={css.avatar} src={account.avatar} alt="" style={box} {...box} {...load} />
  const letter = [...(account.displayName || account.handle)][0]?.toUpperCase()
  return (
    <span className={css.avatar} style={{ ...box, background: tintOf(account.handle), fontSize: size * 0.44 }} aria-hidden="true">
      {letter}
    </span>
  )
}
