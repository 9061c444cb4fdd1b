import { hash, randomBytes } from 'node:crypto'

/** 256 random bits for a session, a letter or a link. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. It is random, so a fast hash is enough. */
export const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Whether a text can be one of our tokens at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
