import type { Context } from '#server/platform/context.ts'
import { type Fail, fail } from '#server/platform/result.ts'
import { passwordTooCommon, passwordTooShort } from '../errors.ts'
import { commonWords } from './common-words.ts'

export interface Owner {
  handle: string
  email?: string | null | undefined
}

const words = (ctx: Context) => ctx.hold('accounts.words', commonWords)

const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['8', 'b'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
  ['|', 'l'],
  ['+', 't'],
])
/** Rows, columns and the alphabet, there and back: passwords that a finger makes rather than a mind. */
const WALKS = [
  '1234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  'a1b2c3d4e5f6g7h8',
  '1a2b3c4d5e6f7g8h',
  '147258369',
  '159357',
  '!@#$%^&*()',
].flatMap((w) => [w, [...w].reverse().join('')])

/** Digits that lovers type: 520 I love you, 1314 forever, 521, 5201314, 7758258, 88 bye, 666 … */
const NUMBERS =
  /^(?:520|521|1314|5201314|5211314|7758258|7758521|3344|1314520|1314521|666+|888+|999+|168|518|123+|321|110|120|119|007|911|69|420)+$/

/** True when the text is nothing but pieces of at least three keys each along a walk. */
function isWalk(text: string): boolean {
  let at = 0
  while (at < text.length) {
    let step = 0
    for (const walk of WALKS) {
      for (let length = Math.min(walk.length, text.length - at); length > step && length >= 3; length--)
        if (walk.includes(text.slice(at, at + length))) step = length
    }
    if (step === 0) return false
    at += step
  }
  return true
}

/** True for abcabcabc, 12341234, aaaaaaaa: a short unit over and over. The unit is returned. */
const unitOf = (text: string): string | undefined => /^(.{1,8}?)\1+$/su.exec(text)?.[1]

/** Day, month and year in any order, or digits too few to be more than a telephone number. */
const isNumber = (text: string): boolean => /^\d+$/.test(text) && (text.length <= 11 || NUMBERS.test(text))

const undress = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const unmask = (text: string): string => text.replace(/[0134578@$!|+]/g, (c) => LOOKALIKES.get(c) ?? '').replace(/[\s._-]/g, '')

/** A common word, whatever capitals, look-alikes, and digits and signs around it make of it. */
function isDressedWord(ctx: Context, text: string): boolean {
  const known = words(ctx)
  const bare = undress(text)
  const extra = text.length - bare.length
  // A word with a long number is a secret of the number's making; a date or a few signs are not.
  if (extra > 8) return false
  const joined = bare.replace(/[\s._-]/g, '')
  return [joined, unmask(bare), unmask(text), undress(unmask(text))].some((w) => w.length > 0 && (known.has(w) || isPair(known, w)))
}

/** Two common words in a row, both long enough to be words at all: lovedragon, woainibaobei. */
function isPair(known: ReadonlySet<string>, text: string): boolean {
  if (text.length > 14) return false
  for (let cut = 3; cut <= text.length - 3; cut++) if (known.has(text.slice(0, cut)) && known.has(text.slice(cut))) return true
  return false
}

/** Whether a password is among the first that anyone would try. */
export function isCommon(ctx: Context, password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase().trim()
  if (new Set(text).size <= 3) return true
  const unit = unitOf(text)
  if (unit && (unit.length < 6 || isCommon(ctx, unit))) return true
  if (isNumber(text) || isWalk(text)) return true
  const bare = undress(text)
  if (bare.length >= 3 && text.length - bare.length <= 8 && (isWalk(bare) || (unitOf(bare)?.length ?? 9) < 3)) return true
  // A few letters with a number, a family name with a birthday: abc5201314, zhang19900101.
  if (/^[a-z]{1,3}\d{4,10}$|^\d{4,10}[a-z]{1,3}$|^[a-z]{1,6}(19|20)\d{6}$|^(19|20)\d{6}[a-z]{1,6}$/.test(text)) return true
  return isDressedWord(ctx, text)
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Contains the person's own handle or e-mail name, or is contained in it. */
function isOwnName(password: string, owner: Owner): boolean {
  const text = letters(password.normalize('NFKC'))
  const names = [owner.handle, owner.email?.split('@')[0] ?? ''].map(letters).filter((n) => n.length >= 4)
  return names.some((name) => {
    if (text.includes(name)) return text.length - name.length < 10
    return name.includes(text) && text.length > 0
  })
}

/** The rule for a new password: eight characters at least, and not one that everyone tries first. Nothing is forced about its characters. */
export function refusePassword(ctx: Context, password: string, owner: Owner, field = 'password'): Fail | null {
  if ([...password.normalize('NFKC')].length < 8) return fail(passwordTooShort, { fields: { [field]: 'password-too-short' } })
  if (isCommon(ctx, password) || isOwnName(password, owner)) return fail(passwordTooCommon, { fields: { [field]: 'password-too-common' } })
  return null
}
