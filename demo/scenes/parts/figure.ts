/** People at a distance: whole figures on a small skeleton. Origin between the feet, head top at about -100, facing right unless flipped. */
import { dark, light } from '../colour.ts'
import { at, circle, ellipse, type Point, path, stroke } from '../draw.ts'
import { cloth, hair as hairColours, skin as skins } from '../palettes.ts'
import type { Rng } from '../rng.ts'

/** Angles in degrees from straight down, positive towards the facing side. */
interface Pose {
  lean: number
  drop: number
  legs: readonly [readonly [number, number], readonly [number, number]]
  arms: readonly [readonly [number, number], readonly [number, number]]
}

export const poses = {
  stand: {
    lean: 0,
    drop: 0,
    legs: [
      [-3, -3],
      [4, 3],
    ],
    arms: [
      [-10, -4],
      [10, 16],
    ],
  },
  walk: {
    lean: 4,
    drop: 1.5,
    legs: [
      [-24, -42],
      [24, 8],
    ],
    arms: [
      [26, 44],
      [-24, -8],
    ],
  },
  hold: {
    lean: 0,
    drop: 0,
    legs: [
      [-3, -3],
      [4, 3],
    ],
    arms: [
      [8, 60],
      [14, 128],
    ],
  },
  offer: {
    lean: 5,
    drop: 0,
    legs: [
      [-6, -6],
      [6, 4],
    ],
    arms: [
      [30, 84],
      [40, 88],
    ],
  },
  wave: {
    lean: -2,
    drop: 0,
    legs: [
      [-3, -3],
      [5, 3],
    ],
    arms: [
      [-8, -2],
      [120, 168],
    ],
  },
  phone: {
    lean: 2,
    drop: 0,
    legs: [
      [-4, -4],
      [6, 3],
    ],
    arms: [
      [20, 110],
      [24, 122],
    ],
  },
  sit: {
    lean: 4,
    drop: 22,
    legs: [
      [84, 4],
      [90, 10],
    ],
    arms: [
      [24, 76],
      [30, 88],
    ],
  },
  read: {
    lean: 8,
    drop: 22,
    legs: [
      [80, 2],
      [92, 14],
    ],
    arms: [
      [28, 112],
      [34, 118],
    ],
  },
  ride: {
    lean: 24,
    drop: 6,
    legs: [
      [64, -12],
      [22, -26],
    ],
    arms: [
      [62, 78],
      [58, 76],
    ],
  },
  climb: {
    lean: 12,
    drop: 4,
    legs: [
      [-22, -30],
      [58, 6],
    ],
    arms: [
      [-10, 20],
      [36, 82],
    ],
  },
} satisfies Record<string, Pose>

export type PoseName = keyof typeof poses

export interface Outfit {
  skin: string
  hair: string
  cut: 'short' | 'bob' | 'long' | 'bun' | 'hat' | 'cap'
  top: string
  bottom: string
  wear: 'trousers' | 'skirt' | 'dress' | 'coat' | 'hanfu' | 'shorts'
  shoe: string
  bag: 'none' | 'back' | 'tote'
  pose: PoseName
}

export function makeOutfit(r: Rng, fixed: Partial<Outfit> = {}): Outfit {
  const top = r.pick(cloth)
  const skin = r.pick(skins)
  return {
    skin,
    hair: r.pick(hairColours.slice(0, ['#8c5637', '#6a3f2a', '#b97a52'].includes(skin) ? 3 : 8)),
    cut: r.pick(['short', 'bob', 'long', 'bun', 'short', 'cap'] as const),
    top,
    bottom: r.pick(cloth.filter((c) => c !== top)),
    wear: r.pick(['trousers', 'trousers', 'skirt', 'dress', 'coat', 'shorts'] as const),
    shoe: r.pick(['#fdf6ea', '#3a2a33', '#d7402c', '#8a5a3b']),
    bag: r.pick(['none', 'none', 'tote', 'back'] as const),
    pose: 'stand',
    ...fixed,
  }
}

const step = ([x, y]: Point, angle: number, length: number): Point => {
  const a = (angle * Math.PI) / 180
  return [x + Math.sin(a) * length, y + Math.cos(a) * length]
}
const bone = (a: Point, b: Point, c: Point) =>
  `M${a[0].toFixed(1)} ${a[1].toFixed(1)}L${b[0].toFixed(1)} ${b[1].toFixed(1)}L${c[0].toFixed(1)} ${c[1].toFixed(1)}`

/** Where the front hand of this figure is, for putting something into it. */
export function handOf(pose: PoseName): Point {
  const p = poses[pose] as Pose
  const shoulder = step([0, -46 + p.drop], 180 + -p.lean, 27)
  return step(step([shoulder[0] + 1, shoulder[1]], p.arms[1][0], 15), p.arms[1][1], 14)
}

/** Draws a figure; flip and scale with `at`. */
export function figure(o: Outfit): string {
  const p = poses[o.pose] as Pose
  const hip: Point = [0, -46 + p.drop]
  const up = 180 - p.lean
  const shoulder = step(hip, up, 29)
  const neck = step(hip, up, 33)
  const head = step(neck, up - 2, 8.5)
  const leg = ([a, b]: readonly [number, number], shade: number) => {
    const knee = step(hip, a, 23)
    const foot = step(knee, b, 22)
    const bare = o.wear === 'dress' || o.wear === 'skirt' || o.wear === 'shorts'
    const colour = dark(bare ? o.skin : o.wear === 'coat' ? o.bottom : o.bottom, shade)
    const short = o.wear === 'shorts' ? stroke(`M${hip[0]} ${hip[1]}L${step(hip, a, 18).join(' ')}`, dark(o.bottom, shade), 11) : ''
    return (
      stroke(bone(hip, knee, foot), colour, bare ? 6.2 : 8.6) +
      short +
      path(
        `M${(foot[0] - 3.6).toFixed(1)} ${(foot[1] - 2).toFixed(1)}l7 0q6 1.4 6.4 5.4l-13.6 0Z`,
        dark(o.shoe, shade),
        `transform="rotate(${Math.max(-35, Math.min(0, b)) * -0.8} ${foot[0]} ${foot[1]})"`,
      )
    )
  }
  const arm = ([a, b]: readonly [number, number], from: Point, shade: number) => {
    const elbow = step(from, a, 15)
    const hand = step(elbow, b, 14)
    const sleeve = dark(o.top, shade)
    if (o.wear === 'hanfu') {
      const drape = step(hand, 0, 15)
      return (
        path(
          `M${from[0] - 3} ${from[1]}L${from[0] + 4} ${from[1]}L${hand[0] + 3} ${hand[1] - 3}L${drape[0] + 2} ${drape[1]}Q${(drape[0] + elbow[0]) / 2 - 4} ${drape[1] + 3} ${elbow[0] - 6} ${elbow[1] + 8}Z`,
          light(sleeve, 0.15),
        ) + circle(hand[0] + 1, hand[1], 3, o.skin)
      )
    }
    return stroke(bone(from, elbow, hand), sleeve, 7) + circle(step(elbow, b, 16)[0], step(elbow, b, 16)[1], 3.6, dark(o.skin, shade * 0.7))
  }
  const [hx, hy] = hip
  const [sx, sy] = shoulder
  const bodyTop = path(
    `M${sx - 8} ${sy + 2}Q${sx - 8} ${sy - 4} ${sx} ${sy - 4.5}Q${sx + 8} ${sy - 4} ${sx + 8} ${sy + 2}L${hx + 7} ${hy}Q${hx + 7} ${hy + 3.4} ${hx + 3.5} ${hy + 3.4}H${hx - 4}Q${hx - 7.5} ${hy + 3.4} ${hx - 7.5} ${hy}Z`,
    o.top,
  )
  const seated = p.drop > 15
  const skirt = (length: number, wide: number, colour: string) =>
    seated
      ? path(`M${hx - 8} ${hy - 6}L${hx + 24} ${hy - 6}L${hx + 28} ${hy + 10}L${hx - 8} ${hy + 7}Z`, colour)
      : path(
          `M${hx - 7} ${hy - 4}L${hx + 7} ${hy - 4}Q${hx + wide * 0.7} ${hy + length * 0.5} ${hx + wide} ${hy + length}Q${hx} ${hy + length + 3.5} ${hx - wide} ${hy + length}Q${hx - wide * 0.7} ${hy + length * 0.5} ${hx - 7} ${hy - 4}Z`,
          colour,
        )
  const lower = {
    trousers: '',
    shorts: '',
    skirt: skirt(22, 14, o.bottom),
    dress: skirt(26, 15, o.top),
    coat: skirt(24, 10.5, dark(o.top, 0.04)),
    hanfu:
      skirt(41, 19, o.bottom) +
      path(`M${hx - 7} ${hy - 7}h14v5h-14Z`, light(o.bottom, 0.5)) +
      stroke(`M${hx + 2} ${hy - 2}L${hx + 4} ${hy + 18}`, light(o.bottom, 0.5), 1.6),
  }[o.wear]
  const [cx, cy] = head
  const hairCap = `M${cx - 8.6} ${cy + 1}C${cx - 10} ${cy - 12} ${cx + 9} ${cy - 12} ${cx + 7.6} ${cy - 3}C${cx + 3} ${cy - 4} ${cx - 1} ${cy - 5} ${cx - 3} ${cy - 1}Q${cx - 4} ${cy + 4} ${cx - 7} ${cy + 4}Z`
  const hairShape = {
    short: '',
    bob: path(`M${cx - 9} ${cy - 3}C${cx - 12} ${cy + 8} ${cx - 8} ${cy + 11} ${cx - 3} ${cy + 9}L${cx - 2} ${cy - 3}Z`, o.hair),
    long: path(
      `M${cx - 9} ${cy - 4}C${cx - 14} ${cy + 8} ${cx - 12} ${cy + 20} ${cx - 9} ${cy + 26}L${cx - 1} ${cy + 22}L${cx - 2} ${cy - 3}Z`,
      o.hair,
    ),
    bun: circle(cx - 7, cy - 8, 4.4, o.hair),
    hat: '',
    cap: '',
  }[o.cut]
  const topper = {
    hat:
      ellipse(cx, cy - 4.5, 15, 3.6, '#e9cf95') +
      path(`M${cx - 8} ${cy - 5}C${cx - 8} ${cy - 15} ${cx + 8} ${cy - 15} ${cx + 8} ${cy - 5}Z`, '#f0dcaa') +
      path(`M${cx - 8} ${cy - 7}h16v2.4h-16Z`, o.top),
    cap: path(
      `M${cx - 8.6} ${cy - 2.5}C${cx - 9} ${cy - 13} ${cx + 8} ${cy - 13} ${cx + 8} ${cy - 3.5}L${cx + 14} ${cy - 2.5}L${cx + 13} ${cy - 0.8}Z`,
      o.bottom,
    ),
    short: '',
    bob: '',
    long: '',
    bun: '',
  }[o.cut]
  const face =
    circle(cx, cy, 8, o.skin) +
    circle(cx + 4.4, cy + 0.4, 1.05, '#2b1a20') +
    circle(cx + 2.6, cy + 3.4, 1.9, '#e8604f', 'opacity=".35"') +
    stroke(`M${cx + 3.8} ${cy + 4.2}q1.8 1 2.8 -.4`, '#8d3b33', 0.9)
  const back =
    o.bag === 'back' ? path(`M${sx - 7} ${sy}C${sx - 20} ${sy - 2} ${hx - 20} ${hy - 4} ${hx - 9} ${hy - 1}Z`, dark(o.bottom, 0.15)) : ''
  const tote =
    o.bag === 'tote'
      ? stroke(`M${sx - 2} ${sy}L${hx - 9} ${hy}`, dark(o.bottom, 0.3), 1.6) +
        path(`M${hx - 16} ${hy - 2}h13l1.5 15h-16Z`, light(o.bottom, 0.3))
      : ''
  return (
    arm(p.arms[0], [sx - 1, sy + 1], 0.28) +
    back +
    (o.wear === 'hanfu' ? '' : leg(p.legs[0], 0.22) + leg(p.legs[1], 0)) +
    (o.cut === 'long' ? hairShape : '') +
    stroke(`M${sx} ${sy}L${neck[0]} ${neck[1]}L${cx} ${cy}`, dark(o.skin, 0.12), 5) +
    (o.wear === 'dress' || o.wear === 'coat' ? bodyTop + lower : lower + bodyTop + (o.wear === 'hanfu' ? lower : '')) +
    (o.wear === 'hanfu'
      ? stroke(`M${sx - 5} ${sy - 3}L${hx + 3} ${hy - 6}M${sx + 5} ${sy - 3}L${hx - 1} ${hy - 14}`, light(o.top, 0.6), 2)
      : '') +
    tote +
    (o.cut === 'long' ? '' : hairShape) +
    face +
    path(hairCap, o.hair) +
    topper +
    arm(p.arms[1], [sx + 1, sy + 1], 0.06)
  )
}

/** A figure standing at x, y, `size` high. */
export const person = (x: number, y: number, size: number, o: Outfit, flip = false, extra = '') =>
  at(x, y, figure(o) + extra, size / 100, 0, flip)
