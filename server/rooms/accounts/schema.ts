import { z } from 'zod'
import { Id, Time } from '#server/platform/schema.ts'
import { LanguageTag, Locale, Span } from '#server/rooms/language/schema.ts'

/** 3 to 24 of a-z, 0-9, `_` and `.`; neither end is a dot. Compared without case. */
export const Handle = z
  .string()
  .max(120)
  .trim()
  .transform((h) => h.replace(/^@/, '').toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9_](?:[a-z0-9_.]{1,22})[a-z0-9_]$/, 'handle-shape'))
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
    agreed: z.string().max(40).optional(),
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

/** What the web app adds to a WebAuthn ceremony is its own business; the library reads and checks it. */
const Credential = z
  .looseObject({
    id: z.string().max(2048),
    rawId: z.string().max(2048),
    type: z.literal('public-key'),
    response: z.looseObject({}),
  })
  // Attestations with a chain of certificates are some 8,000 characters of JSON.
  .refine((credential) => JSON.stringify(credential).length <= 20_000)
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
    /** With `email`, the proof that it is oneself, unless this session gave one lately: whoever reads the letters can reset the rest. */
    password: z.string().max(256),
    code: z.string().trim().max(32),
    passkey: Credential,
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

/** Options as `navigator.credentials` takes them, in their JSON form. */
export const PasskeyOptions = z
  .looseObject({ challenge: z.string() })
  .meta({ id: 'PasskeyOptions', description: 'WebAuthn options, JSON form' })
export const UsePasskey = z.object({ response: Credential })
export const PasskeySignUp = SignUp.omit({ password: true }).meta({
  id: 'PasskeySignUp',
  examples: [{ handle: 'tess.rowan', language: 'en' }],
})
export type PasskeySignUp = z.infer<typeof PasskeySignUp>

export const HandleAnswer = z
  .object({ available: z.boolean(), reason: z.enum(['taken', 'reserved', 'invalid']).optional() })
  .meta({ id: 'HandleAnswer', examples: [{ available: false, reason: 'taken' }] })
export type HandleAnswer = z.infer<typeof HandleAnswer>

export const Totp = z
  .object({
    /** Base32, to be typed where a camera is missing. */
    secret: z.string(),
    /** `otpauth://` address. */
    uri: z.string(),
    /** The same as a picture: data URL of an SVG. */
    qr: z.string(),
  })
  .meta({ id: 'Totp' })
export type Totp = z.infer<typeof Totp>
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
const proof = {
  password: z.string().max(256).optional(),
  code: z.string().trim().max(32).optional(),
  passkey: Credential.optional(),
}
/** That it is really oneself: the password, a code (authenticator or recovery) or what a passkey answered; one of them. */
export const Proof = z.object(proof)
export type Proof = z.infer<typeof Proof>
/** Not needed by a session that gave one in the last five minutes. */
export const MaybeProof = Proof.nullish()
/** The first code of the new second step; a proof beside it cannot be a code. */
export const Code = z.object({ password: proof.password, passkey: proof.passkey, code: z.string().trim().min(1).max(32) })
export const AddPasskey = z.object({ ...proof, name: z.string().trim().max(60).default(''), response: Credential })
/** `current`, `passkey` or `code` is the proof. Passkeys that are not named in `keepPasskeys`, and are not the proof, end. */
export const ChangePassword = z.object({
  current: proof.password,
  passkey: proof.passkey,
  code: proof.code,
  next: Password,
  keepPasskeys: z.array(Id).max(50).optional(),
})
export type ChangePassword = z.infer<typeof ChangePassword>
/** Until when this session need not show again that it is oneself. */
export const Proven = z.object({ until: Time }).meta({ id: 'Proven' })
/** One change of how I get in, and what was told of it. */
export const SecurityEvent = z
  .object({
    id: Id,
    /** Stable name of what was changed. */
    kind: z.string(),
    /** The same in words of the reader's language. */
    words: z.string(),
    /** Roughly, such as "Firefox on Android"; may be empty. */
    device: z.string(),
    at: Time,
  })
  .meta({
    id: 'SecurityEvent',
    examples: [
      {
        id: '248113720984670500',
        kind: 'passkey-added',
        words: 'The passkey “Blue key” was added',
        device: 'Firefox on Android',
        at: '2026-11-21T08:00:00.000Z',
      },
    ],
  })
export type SecurityEvent = z.infer<typeof SecurityEvent>

export const AskReset = z.object({ login: z.string().trim().min(1).max(254) })
export const ConfirmReset = z.object({
  token: z.string().max(100),
  password: Password,
  /** Asked for by problem `totp-required`. */
  code: z.string().trim().max(32).optional(),
})
export const RecoverWithCode = z.object({
  login: z.string().trim().min(1).max(254),
  code: z.string().trim().min(1).max(32),
  password: Password,
})
export const ConfirmEmail = z.object({ token: z.string().max(100) })

export const Leaving = z.object({ deletesAt: Time }).meta({ id: 'Leaving' })

const Agreement = z
  .object({
    title: z.string(),
    /** The whole in a few plain sentences. */
    summary: z.array(z.string()),
    /** Markdown: paragraphs, `##` headings and lists. */
    text: z.string(),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>
export const Agreements = z.object({ version: z.string(), rules: Agreement, terms: Agreement }).meta({ id: 'Agreements' })
export type Agreements = z.infer<typeof Agreements>
export const Accept = z.object({ version: z.string().max(40) })

export const Site = z
  .object({
    name: z.string(),
    origin: z.string(),
    /** Nobody runs this site yet: the start-up code on the console makes the first administrator. */
    needsAdmin: z.boolean(),
    demo: z.boolean(),
    /** One-click people of a demo site. */
    demoPeople: z.array(z.object({ handle: z.string(), displayName: z.string(), avatar: z.string().nullable(), about: z.string() })),
    locales: z.array(Locale),
    /** Whether this site can send letters. */
    email: z.boolean(),
    /** Where the operator says the data is kept; may be empty. */
    kept: z.string(),
    /** Version of rules and terms in force; whoever's `accepted` differs is asked. */
    agreements: z.string(),
  })
  .meta({ id: 'Site' })
export type Site = z.infer<typeof Site>

export const SetUp = SignUp.extend({ code: z.string().trim().min(1).max(40) }).meta({ id: 'SetUp' })
export type SetUp = z.infer<typeof SetUp>
export const DemoSignIn = z.object({ handle: Handle })

/** What an administrator sees of a person: no more than the work needs. */
export const AdminAccount = AccountStub.extend({
  role: z.enum(['person', 'moderator', 'admin']),
  state: z.enum(['active', 'suspended', 'deleting', 'deleted']),
  hasEmail: z.boolean(),
  suspendedWords: z.string().nullable(),
  deletesAt: Time.nullable(),
  createdAt: Time,
}).meta({ id: 'AdminAccount' })
export type AdminAccount = z.infer<typeof AdminAccount>
export const ResetLink = z.object({ url: z.string() }).meta({ id: 'ResetLink' })
export const SetRole = z.object({ ...proof, role: z.enum(['person', 'moderator', 'admin']) })
export const Suspend = z.object({ words: z.string().trim().min(1).max(2000) })
