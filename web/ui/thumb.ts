import { thumbHashToDataURL } from 'thumbhash'

const made = new Map<string, string>()

/** The few bytes of a ThumbHash as a tiny picture. */
export function thumbUrl(base64: string): string {
  let url = made.get(base64)
  if (!url) {
    url = thumbHashToDataURL(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)))
    made.set(base64, url)
  }
  return url
}
