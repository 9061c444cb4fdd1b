import { api, isProblem } from '#web/lib/api.ts'

/** Whether this browser knows passkeys. */
export const knowsPasskeys = (): boolean => typeof window !== 'undefined' && 'PublicKeyCredential' in window

type Signed = { token: string }

// The ceremony's code is needed by few visits: it comes when asked for.
const ceremony = () => import('@simplewebauthn/browser')

export async function signInByPasskey(): Promise<Signed> {
  const [{ startAuthentication }, optionsJSON] = await Promise.all([ceremony(), api.post<never>('/v1/passkeys/options', {})])
  return api.post<Signed>('/v1/passkeys/sign-in', { response: await startAuthentication({ optionsJSON }) })
}

/** The answer of a passkey as a proof that it is oneself, for what asks for one. */
export async function provePasskey(): Promise<unknown> {
  const [{ startAuthentication }, optionsJSON] = await Promise.all([ceremony(), api.post<never>('/v1/passkeys/options', {})])
  return startAuthentication({ optionsJSON })
}

export async function signUpByPasskey(person: { handle: string; language: string; languages: string[]; agreed: string }): Promise<Signed> {
  const { options } = await api.post<{ options: never }>('/v1/passkeys/sign-up/options', person)
  const { startRegistration } = await ceremony()
  return api.post<Signed>('/v1/passkeys/sign-up', { response: await startRegistration({ optionsJSON: options }) })
}

export async function addPasskey(name: string): Promise<void> {
  const [{ startRegistration }, optionsJSON] = await Promise.all([ceremony(), api.post<never>('/v1/me/passkeys/options')])
  await api.post('/v1/me/passkeys', { name, response: await startRegistration({ optionsJSON }) })
}

/** The person closed the browser's own question: nothing to say about that. */
export const wasCancelled = (error: unknown): boolean =>
  !isProblem(error) && error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
