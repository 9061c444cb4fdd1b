import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** As much of CBOR as an authenticator writes: integers, bytes, texts, maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n])
    if (n < 256) return Buffer.from([(major << 5) | 24, n])
    return Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  }
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([k, v]) => [cbor(k), cbor(v as number | string | Uint8Array)])])
  return Buffer.concat([head(2, value.length), value])
}

interface Creation {
  challenge: string
  rp: { id?: string }
  user: { id: string }
}
interface Request {
  challenge: string
  rpId?: string
}

/** A passkey in software (ES256), as a device would hold it: answers to the options of a ceremony. */
export function makeAuthenticator({ origin, verified = true }: { origin: string; verified?: boolean }) {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(20)
  let counter = 0
  let user = ''
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  // User present, and verified by finger or PIN; 0x40: a new key follows.
  const authData = (rpId: string, extra: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | (extra.length ? 0x40 : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, extra])
  }
  const answer = (response: Record<string, string>) => ({
    id: b64(id),
    rawId: b64(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
    response,
  })
  return {
    /** `navigator.credentials.create` */
    create(options: Creation) {
      user = options.user.id
      const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
      const cose = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const attestationObject = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData(options.rp.id ?? '', attested)],
        ]),
      )
      return answer({ clientDataJSON: b64(clientData('webauthn.create', options.challenge)), attestationObject: b64(attestationObject) })
    },
    /** `navigator.credentials.get` */
    get(options: Request, { counts = true }: { counts?: boolean } = {}) {
      if (counts) counter++
      const data = authData(options.rpId ?? '')
      const client = clientData('webauthn.get', options.challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), keys.privateKey)
      return answer({ clientDataJSON: b64(client), authenticatorData: b64(data), signature: b64(signature), userHandle: user })
    },
  }
}
