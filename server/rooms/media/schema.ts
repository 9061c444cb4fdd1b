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

export const Media = z
  .object({
    id: Id,
    state: z.enum(['ready', 'processing', 'failed']),
    kind: z.enum(['image', 'video']),
    /** Pixels of the (cropped) picture as shown. */
    width: z.int(),
    height: z.int(),
    /** Base64 of a ThumbHash. */
    thumbhash: z.string().nullable(),
    /** Dominant colour, #rrggbb. */
    color: z.string().nullable(),
    alt: z.string(),
    /** The template, when this picture is a text card; its text is then in `alt`. */
    textCard: z.string().nullable(),
    url: z.string(),
    variants: z.array(Variant),
  })
  .meta({ id: 'Media' })
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
