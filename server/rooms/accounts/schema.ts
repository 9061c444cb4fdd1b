import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { LanguageTag, Locale, Span } from '#server/rooms/language/schema.ts'

/** 3 to 24 of a-z, 0-9, `_` and `.`; neither end is a dot. Compared without case. */
export const Handle = z
  .string()
  .trim()
  .transform((h) => h.replace(/^@/, '').toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9_](?:[a-z0-9_.]{1,22})[a-z0-9_]$/))
  .meta({ id: 'Handle', examples: ['tess.rowan'] })
/** NIST SP 800-63B: length is what counts; nothing is forced about its characters. */
export const Password = z.string().min(8).max(256)

/** The least of a person: what stands beside a note or a comment. */
export const AccountStub = z
  .object({
    id: Id,
    handle: z.string(),
    displayName: z.string(),
    /** Square avatar, WebP; null: the screen draws the first letter on a tint. */
    avatar: z.string().nullable(),
  })
  .meta({ id: 'AccountStub', examples: [{ id: '248113720984670208', handle: 'tess.rowan', displayName: 'Tess Rowan', avatar: null }] })
export type AccountStub = z.infer<typeof AccountStub>

/** What the signed-in reader has to do with this person. */
export const Relationship = z
  .object({
    following: z.boolean(),
    requested: z.boolean(),
    followsMe: z.boolean(),
    blocking: z.boolean(),
    muting: z.boolean(),
  })
  .meta({ id: 'Relationship' })
export type Relationship = z.infer<typeof Relationship>

export const Account = AccountStub.extend({
  banner: z.string().nullable(),
  bio: z.string(),
  bioSpans: z.array(Span),
  pronouns: z.string(),
  /** Self-declared, never derived from an address. */
  place: z.string(),
  /** Languages the person reads. */
  languages: z.array(LanguageTag),
  private: z.boolean(),
  role: z.enum(['person', 'moderator', 'admin']),
  counts: z.object({ notes: z.int(), followers: z.int(), following: z.int(), likes: z.int() }),
  createdAt: Time,
  relationship: Relationship.nullable(),
}).meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** Oneself: what nobody else sees. */
export const Me = Account.extend({
  locale: Locale,
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
  passkeys: z.int(),
  totp: z.boolean(),
  /** Versions of the community rules and terms accepted; null: to be asked. */
  accepted: z.string().nullable(),
  /** Set while the account waits for deletion. */
  deletesAt: Time.nullable(),
  unread: z.int(),
}).meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const SignUp = z
  .object({
    handle: Handle,
    password: Password,
    displayName: z.string().trim().min(1).max(40).optional(),
    email: z.email().max(254).optional(),
    language: Locale.optional(),
    languages: z.array(LanguageTag).max(12).optional(),
    /** Version of rules and terms agreed to. */
    agreed: z.string().optional(),
  })
  .meta({ id: 'SignUp', examples: [{ handle: 'tess.rowan', password: 'correct horse battery', language: 'en' }] })
export type SignUp = z.infer<typeof SignUp>
export const SignIn = z
  .object({
    /** Handle or e-mail. */
    login: z.string().trim().min(1).max(254),
    password: z.string().min(1).max(256),
    /** Six digits of the authenticator, or a recovery code; asked for by problem `totp-required`. */
    code: z.string().trim().max(32).optional(),
  })
  .meta({ id: 'SignIn', examples: [{ login: 'tess.rowan', password: 'correct horse battery' }] })
export type SignIn = z.infer<typeof SignIn>
/** A session's token, for `Authorization: Bearer`; browsers get the same by cookie. */
export const Signed = z.object({ account: Me, token: z.string() }).meta({ id: 'Signed' })

export const UpdateMe = z
  .object({
    displayName: z.string().trim().min(1).max(40),
    bio: z.string().max(500),
    pronouns: z.string().trim().max(30),
    place: z.string().trim().max(60),
    languages: z.array(LanguageTag).max(12),
    locale: Locale,
    private: z.boolean(),
    avatar: Id.nullable(),
    banner: Id.nullable(),
    email: z.email().max(254).nullable(),
  })
  .partial()
  .meta({ id: 'UpdateMe' })
export type UpdateMe = z.infer<typeof UpdateMe>

export const Session = z
  .object({
    id: Id,
    /** This very session. */
    current: z.boolean(),
    /** Plain words, such as "Chrome on Android". */
    device: z.string(),
    kind: z.enum(['cookie', 'bearer', 'app']),
    createdAt: Time,
    seenAt: Time,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
export const Passkey = z.object({ id: Id, name: z.string(), createdAt: Time, usedAt: Time.nullable() }).meta({ id: 'Passkey' })
export type Passkey = z.infer<typeof Passkey>
