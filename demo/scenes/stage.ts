/** The stage a scene is drawn on: size, randomness and a register of gradients and clips. Pure: all state is the picture's own. */
import type { Rng } from './rng.ts'

/** [offset 0..1, colour, opacity?] */
export type Stop = readonly [number, string, number?]

export interface Stage {
  /** Always 1000. */
  w: number
  /** 1333, 1000 or 750. */
  h: number
  /** Scale for a group of objects designed for a 1000-unit square. */
  k: number
  rng: Rng
  /** Linear gradient; angle 0 = left to right, 90 = top to bottom. */
  lin(stops: readonly Stop[] | readonly string[], angle?: number): string
  /** Radial gradient within the shape's own box. */
  rad(stops: readonly Stop[] | readonly string[], cx?: number, cy?: number, r?: number): string
  /** Content drawn only inside the path. */
  clip(d: string, content: string): string
  defs(): string
}

const round = (n: number) => Math.round(n * 1000) / 1000

function stops(list: readonly Stop[] | readonly string[]): string {
  return list
    .map((stop, i) => {
      const [at, colour, opacity] = typeof stop === 'string' ? ([i / (list.length - 1), stop] as Stop) : stop
      return `<stop offset="${round(at)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`
    })
    .join('')
}

/** Makes an empty stage of the given height (width is always 1000). */
export function makeStage(h: number, rng: Rng): Stage {
  const parts = new Map<string, string>()
  const keep = (body: (id: string) => string, key: string) => {
    const known = parts.get(key)
    if (known) return known.slice(known.indexOf('id="') + 4, known.indexOf('"', known.indexOf('id="') + 4))
    const id = `d${parts.size}`
    parts.set(key, body(id))
    return id
  }
  return {
    w: 1000,
    h,
    k: Math.min(1, h / 1000) * (h > 1000 ? 1.08 : 1),
    rng,
    lin(list, angle = 90) {
      const turn = (angle * Math.PI) / 180
      const [dx, dy] = [Math.cos(turn) / 2, Math.sin(turn) / 2]
      const inner = stops(list)
      const box = `x1="${round(0.5 - dx)}" y1="${round(0.5 - dy)}" x2="${round(0.5 + dx)}" y2="${round(0.5 + dy)}"`
      return `url(#${keep((id) => `<linearGradient id="${id}" ${box}>${inner}</linearGradient>`, `l${box}${inner}`)})`
    },
    rad(list, cx = 0.5, cy = 0.5, r = 0.5) {
      const inner = stops(list)
      const box = `cx="${cx}" cy="${cy}" r="${r}"`
      return `url(#${keep((id) => `<radialGradient id="${id}" ${box}>${inner}</radialGradient>`, `r${box}${inner}`)})`
    },
    clip(d, content) {
      const id = keep((name) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`, `c${d}`)
      return `<g clip-path="url(#${id})">${content}</g>`
    },
    defs: () => `<defs>${[...parts.values()].join('')}</defs>`,
  }
}
