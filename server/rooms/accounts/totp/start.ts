import QRCode from 'qrcode'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fail, ok, type Result } from '#server/platform/result.ts'
import { totpOn } from '../errors.ts'
import { changeProven, needProof } from '../proof/fresh.ts'
import type { Proof, Totp } from '../schema.ts'
import { newSecret, sealSecret, totpOf } from './totp.ts'

/** A new secret for the authenticator app. Nothing asks for codes until one has been confirmed; asking again makes another secret. */
export async function startTotp(ctx: Context, viewer: Viewer, proof: Proof | null | undefined): Promise<Result<Totp>> {
  const proven = await needProof(ctx, viewer, proof)
  if (!proven.ok) return proven
  const secret = newSecret()
  const sealed = sealSecret(ctx, viewer.accountId, secret)
  const kept = await changeProven(ctx, viewer, async (tx) => {
    const set = await tx.run(sql`
      update account_secret set totp_secret = ${sealed}, totp_step = null where account_id = ${viewer.accountId} and totp_enabled_at is null`)
    return set ? ok() : fail(totpOn)
  })
  if (!kept.ok) return kept
  const uri = totpOf(ctx, viewer.handle, secret).toString()
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return ok({ secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` })
}
