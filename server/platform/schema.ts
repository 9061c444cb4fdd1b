import { z } from 'zod'

/** A time-ordered 63-bit integer in decimal; sorted as numbers they are in order of creation. */
export const Id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  // Beyond 63 bits the database would refuse it as a fault of ours. Of the same length, text compares as numbers do.
  .refine((id) => id.length < 19 || id <= '9223372036854775807')
  .meta({ id: 'Id', examples: ['248113720984670208'] })

export const Time = z.iso
  .datetime()
  .max(40)
  // There is no year 0, and the database says so by failing.
  .refine((time) => !time.startsWith('0000'))
  .meta({ id: 'Time', description: 'ISO 8601, UTC', examples: ['2026-11-21T08:00:00.000Z'] })

/** What people pay in: ISO 4217's list of December 2026 without funds, metals and test codes. */
export const Currency = z
  .enum(
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP
    ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER
    ZAR ZMW ZWG`.split(/\s+/),
  )
  .meta({ id: 'Currency', description: 'ISO 4217', examples: ['CNY'] })

/** An amount in the currency's smallest unit: cents of USD, whole JPY, thousandths of KWD. */
export const Money = z
  .object({ amount: z.int(), currency: Currency })
  .meta({ id: 'Money', description: 'In the smallest unit: 1250 of USD are 12.50', examples: [{ amount: 1250, currency: 'USD' }] })
export type Money = z.infer<typeof Money>

/** Query part of every list. */
export const Page = z.object({ cursor: z.string().max(512).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
export type Page = z.infer<typeof Page>

/** A page of a list: `next` is the cursor of the following page, null at the end. */
export const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export type List<T> = { items: T[]; next: string | null }

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem. `code` is stable; `title`, `detail` and `fields` speak the caller’s language.',
    examples: [{ type: 'about:blank', title: 'This handle is taken', status: 409, code: 'handle-taken' }],
  })
export type Problem = z.infer<typeof Problem>

/** An event that one part of the site could not take. */
export const Delivery = z
  .object({
    event: Id,
    /** The room that could not take it; all others have had it. */
    subscriber: z.string(),
    /** Name of the event, such as `note.published`. */
    name: z.string(),
    /** When it happened. */
    at: Time,
    tries: z.int(),
    state: z.enum(['waiting', 'given-up']),
    /** null: not before somebody asks for it. */
    nextTry: Time.nullable(),
    failedAt: Time,
    /** Kind of the error and its place in the code. */
    why: z.string(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

export const TryAgain = z
  .object({ event: Id.optional(), subscriber: z.string().max(100).optional() })
  .meta({ id: 'TryAgain', description: 'One event of one subscriber, all of one subscriber, or, empty, all.' })
