import { z } from 'zod'
import { Id } from '#server/platform/schema.ts'

export const Variant = z
  .object({ url: z.string(), type: z.enum(['image/webp', 'image/avif', 'image/jpeg']), width: z.int(), height: z.int() })
  .meta({ id: 'MediaVariant' })
export type Variant = z.infer<typeof Variant>

/** Fractions of the upright master, so that a crop survives any rendition. */
export const Crop = z
  .object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), width: z.number().gt(0).max(1), height: z.number().gt(0).max(1) })
  .refine((c) => c.x + c.width <= 1.0001 && c.y + c.height <= 1.0001, 'crop outside the picture')
  .meta({ id: 'Crop' })
export type Crop = z.infer<typeof Crop>

/** What every medium has, whatever its kind. */
const every = {
  id: Id,
  state: z.enum(['ready', 'processing', 'failed']),
  /** What it shows or says, in words. */
  alt: z.string(),
  /** Its largest file in the form that every browser of today reads. */
  url: z.string(),
}

const still = {
  /** Pixels as shown. */
  width: z.int(),
  height: z.int(),
  /** Base64 of a ThumbHash. */
  thumbhash: z.string().nullable(),
  /** Dominant colour, #rrggbb. */
  color: z.string().nullable(),
  variants: z.array(Variant),
}
/** What is drawn of a picture: its room, what stands there before it comes, and its files. */
export const Still = z.object(still).meta({
  id: 'Still',
  examples: [
    {
      ...{ width: 1080, height: 1440, thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', color: '#c9a27e' },
      variants: [{ url: '/media/4f/248113720984670209-1080.webp', type: 'image/webp', width: 1080, height: 1440 }],
    },
  ],
})
export type Still = z.infer<typeof Still>

export const ImageMedia = z
  .object({
    kind: z.literal('image'),
    ...every,
    ...still,
    /** The template, when this picture is a text card; its text is then in `alt`. */
    textCard: z.string().nullable(),
  })
  .meta({ id: 'ImageMedia' })
export type ImageMedia = z.infer<typeof ImageMedia>

/** Seconds, to the millisecond. */
const duration = z
  .number()
  .min(0)
  .meta({ description: 'Seconds', examples: [42.5] })

export const VideoVariant = z
  .object({ url: z.string(), type: z.enum(['video/mp4', 'video/webm']), width: z.int(), height: z.int() })
  .meta({ id: 'VideoVariant' })
export type VideoVariant = z.infer<typeof VideoVariant>
export const VideoMedia = z
  .object({
    kind: z.literal('video'),
    ...every,
    /** Pixels of the moving picture as shown. */
    width: z.int(),
    height: z.int(),
    duration,
    /** The picture that stands for it while it does not play; null: there is none. */
    poster: Still.nullable(),
    /** That of the poster. */
    thumbhash: z.string().nullable(),
    /** Its files, best first. */
    variants: z.array(VideoVariant),
  })
  .meta({ id: 'VideoMedia' })
export type VideoMedia = z.infer<typeof VideoMedia>

export const AudioVariant = z
  .object({ url: z.string(), type: z.enum(['audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav']) })
  .meta({ id: 'AudioVariant' })
export type AudioVariant = z.infer<typeof AudioVariant>
export const AudioMedia = z
  .object({
    kind: z.literal('audio'),
    ...every,
    duration,
    /** Its files, best first. */
    variants: z.array(AudioVariant),
  })
  .meta({ id: 'AudioMedia' })
export type AudioMedia = z.infer<typeof AudioMedia>

/** One medium, by `kind`: who reads one decides what becomes of each kind. Uploads are pictures so far. */
export const Media = z.discriminatedUnion('kind', [ImageMedia, VideoMedia, AudioMedia]).meta({ id: 'Media' })
export type Media = z.infer<typeof Media>

export const MAX_ALT = 1500
export const UpdateMedia = z.object({ alt: z.string().max(MAX_ALT).optional(), crop: Crop.nullable().optional() })
export type UpdateMedia = z.infer<typeof UpdateMedia>

export const MakeTextCard = z.object({
  text: z.string().trim().min(1).max(2000),
  title: z.string().trim().max(100).optional(),
  template: z.string().max(40),
})
export type MakeTextCard = z.infer<typeof MakeTextCard>

export const TextCardTemplate = z
  .object({
    name: z.string(),
    label: z.string().describe('In the caller’s language'),
    preview: z.string().describe('Address of a small WebP picture'),
  })
  .meta({
    id: 'TextCardTemplate',
    examples: [{ name: 'letter', label: 'Letter paper', preview: '/v1/text-card-templates/letter/sample?lang=en' }],
  })
export type TextCardTemplate = z.infer<typeof TextCardTemplate>

export const PreviewTextCard = z.object({
  text: z.string().trim().min(1).max(2000),
  title: z.string().trim().max(100).optional(),
  template: z.string().max(40),
})
export type PreviewTextCard = z.infer<typeof PreviewTextCard>
