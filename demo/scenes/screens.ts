import { dark, light, mix } from './colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from './draw.ts'
import { day, cloth as fabrics, palettes, skin as skins } from './palettes.ts'
import { bust, hairStyles, makeLook } from './parts/bust.ts'
import { figure, makeOutfit } from './parts/figure.ts'
import { shadow } from './parts/nature.ts'
import { books, cup, litWall, plant, wood } from './parts/objects.ts'
import type { Stage } from './stage.ts'

/** A hand, a screen, a picture of someone else's cat. */
export function phoneHand(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.1, s.h / 1000)
  const skin = r.pick(skins)
  const sleeve = r.pick(fabrics)
  const cx = 500
  const cy = s.h * 0.46
  const cards = times(6, (i) => {
    const x = -132 + (i % 2) * 136
    const y = -200 + Math.floor(i / 2) * 164 - (i % 2) * 40
    const c = [p.deep, light(p.pop, 0.5), light(p.leaf, 0.5), light(p.pop2, 0.4), mix(p.surface, p.white, 0.5), p.pale][i] as string
    return (
      rect(x, y, 126, 150, p.white, 12) +
      rect(x, y, 126, 104, c, 12) +
      [
        circle(x + 63, y + 60, 30, p.surface),
        path(`M${x + 10} ${y + 100}l40 -50l30 34l20 -24l22 40Z`, p.leaf),
        ellipse(x + 63, y + 66, 40, 24, p.pop),
        path(`M${x + 30} ${y + 100}v-40l12 -20l12 12h18l12 -12l12 20v40Z`, p.ink),
        rect(x + 30, y + 26, 26, 76, p.surface) + rect(x + 66, y + 46, 26, 56, p.ink),
        circle(x + 63, y + 52, 22, p.pop2),
      ][i] +
      rect(x + 10, y + 114, 96, 9, mix(p.ink, p.white, 0.6), 4) +
      rect(x + 10, y + 130, 60, 7, mix(p.ink, p.white, 0.78), 4)
    )
  })
  return (
    litWall(s, p.deep, p.pale) +
    times(9, () => circle(r() * 1000, r() * s.h * 0.7, r.range(40, 110), p.pop2, 'opacity=".14"')) +
    at(130, s.h, plant(s, r.int(0, 4), p.pop2, p.leaf), 2) +
    wood(s, s.h * 0.82, s.h, p.surface) +
    at(840, s.h * 0.93, cup(s, p.pop, '#8a4b2a'), k * 1.3) +
    at(
      cx,
      cy,
      path(
        `M150 60C230 90 230 200 190 300L230 ${s.h}H-140L-150 300C-220 240 -220 120 -160 60Z`,
        s.lin([light(skin, 0.1), dark(skin, 0.16)]),
      ) +
        path(`M-190 420L-240 ${s.h}H330L240 400C120 450 -60 460 -190 420Z`, s.lin([light(sleeve, 0.1), dark(sleeve, 0.16)])) +
        stroke('M-186 440C-60 478 120 470 236 424', light(sleeve, 0.4), 12) +
        at(
          0,
          -10,
          rect(-170, -330, 340, 690, '#2b2630', 48) +
            s.clip(
              'M-156 -280a34 34 0 0 1 34 -34h244a34 34 0 0 1 34 34v590a34 34 0 0 1 -34 34h-244a34 34 0 0 1 -34 -34Z',
              rect(-160, -320, 320, 680, mix(p.pale, p.white, 0.6)) +
                rect(-160, -320, 320, 60, p.white) +
                circle(-124, -286, 14, p.pop) +
                rect(-60, -294, 120, 16, mix(p.ink, p.white, 0.5), 8) +
                cards +
                rect(-160, 296, 320, 60, p.white) +
                each([-110, -55, 55, 110], (x) => circle(x, 322, 10, mix(p.ink, p.white, 0.6))) +
                rect(-24, 306, 48, 34, p.pop, 10),
            ) +
            rect(-40, -318, 80, 18, '#2b2630', 9),
        ) +
        each(
          [70, 150, 230],
          (y) =>
            stroke(`M196 ${y}C150 ${y - 14} 130 ${y - 10} 150 ${y + 6}`, skin, 50) +
            stroke(`M132 ${y - 2}q-12 4 -4 14`, dark(skin, 0.2), 4),
        ) +
        stroke('M-186 170C-190 90 -180 40 -150 -10', skin, 60) +
        ellipse(-146, -20, 17, 24, light(skin, 0.4), 'transform="rotate(24 -146 -20)"') +
        times(3, (i) =>
          at(200 + i * 60, -160 - i * 90, path('M0 18C-40 -14 -22 -44 0 -26C22 -44 40 -14 0 18Z', p.pop), 1.3 - i * 0.24, 10 - i * 12),
        ),
      k * 1.08,
    )
  )
}

/** Two windows of a call, two skies, one conversation. */
export function videoCall(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const k = Math.min(1.1, s.h / 1000)
  const styles = r.shuffle(hairStyles)
  const wide = s.h < 900
  const pane = (x: number, y: number, w: number, h: number, night: boolean, st: (typeof hairStyles)[number]) => {
    const d = `M${x + 18} ${y}h${w - 36}q18 0 18 18v${h - 36}q0 18 -18 18h${-(w - 36)}q-18 0 -18 -18v${-(h - 36)}q0 -18 18 -18Z`
    const back = night
      ? rect(x, y, w, h, s.lin(['#232a5c', '#4a447f'])) +
        times(26, () => circle(x + r() * w, y + r() * h, r.range(1, 3), '#fff3d6')) +
        circle(x + w * 0.78, y + h * 0.24, 30, '#fdf1cd') +
        books(s, x + 20, y + h * 0.86, w * 0.3, h * 0.3, [p.pop, p.pop2, p.leaf])
      : rect(x, y, w, h, s.lin(['#bfe0ea', '#fdf0d2'])) +
        circle(x + w * 0.2, y + h * 0.26, 40, '#fff3cf') +
        times(4, (i) => circle(x + w * (0.62 + i * 0.13), y + h * 0.78, 70, mix(p.leaf, '#f2f0d8', 0.2 + i * 0.1)))
    return s.clip(
      d,
      back +
        at(
          x + w / 2,
          y + h * 0.52,
          bust(s, makeLook(r, { style: st, mouth: r.pick(['open', 'smile'] as const), turn: r.range(-0.6, 0.6) })),
          Math.min(w / 460, h / 440),
        ),
    )
  }
  const [sx, sy, sw, sh] = wide ? [90, s.h * 0.08, 820, s.h * 0.68] : [120, s.h * 0.07, 760, s.h * 0.7]
  return (
    litWall(s, p.deep, p.pale) +
    wood(s, s.h * 0.8, s.h, p.surface) +
    shadow(s, 500, s.h * 0.84, 460, 30, 0.5) +
    path(`M${sx + 60} ${s.h * 0.84}H${sx + sw - 60}L${sx + sw} ${s.h * 0.88}H${sx}Z`, '#c7ccd2') +
    rect(sx - 20, sy - 20, sw + 40, sh + 50, '#2b2630', 30) +
    rect(sx - 6, sy - 6, sw + 12, sh + 12, '#3a3440', 22) +
    (wide
      ? pane(sx, sy, sw / 2 - 5, sh, false, styles[0] as (typeof hairStyles)[number]) +
        pane(sx + sw / 2 + 5, sy, sw / 2 - 5, sh, true, styles[1] as (typeof hairStyles)[number])
      : pane(sx, sy, sw, sh / 2 - 5, false, styles[0] as (typeof hairStyles)[number]) +
        pane(sx, sy + sh / 2 + 5, sw, sh / 2 - 5, true, styles[1] as (typeof hairStyles)[number])) +
    circle(500, sy + sh - 40, 26, '#d7402c') +
    each([420, 580], (x) => circle(x, sy + sh - 40, 22, '#ffffff', 'opacity=".5"')) +
    at(130, s.h * 0.95, cup(s, p.pop2, '#a8633a'), k) +
    at(880, s.h * 0.95, plant(s, r.int(0, 4), p.white, p.leaf), k * 1.1)
  )
}

/** In front of the mirror, is this too much? */
export function mirror(s: Stage): string {
  const r = s.rng
  const p = palettes[r.pick(day)]
  const floor = s.h * 0.84
  const k = s.k * 1.1
  const o = makeOutfit(r, { pose: 'phone', wear: r.pick(['dress', 'skirt', 'coat', 'trousers', 'hanfu']), bag: r.pick(['tote', 'none']) })
  return (
    rect(0, 0, s.w, s.h, s.lin([mix(p.deep, p.pale, 0.5), p.deep], 70)) +
    rect(0, floor, s.w, s.h, s.lin([mix(p.surface, p.pale, 0.35), p.surface])) +
    ellipse(500, s.h * 0.93, 440, s.h * 0.055, mix(p.pop, p.pale, 0.55)) +
    path(
      `M230 ${s.h * 0.9}V${s.h * 0.28}C230 ${s.h * 0.02} 770 ${s.h * 0.02} 770 ${s.h * 0.28}V${s.h * 0.9}Z`,
      mix(p.surface, '#8a5a3b', 0.5),
    ) +
    s.clip(
      `M256 ${s.h * 0.885}V${s.h * 0.29}C256 ${s.h * 0.045} 744 ${s.h * 0.045} 744 ${s.h * 0.29}V${s.h * 0.885}Z`,
      rect(0, 0, s.w, s.h, s.lin([light(p.pale, 0.5), mix(p.pale, p.deep, 0.5)])) +
        rect(0, s.h * 0.76, s.w, s.h, mix(p.surface, p.pale, 0.5)) +
        rect(300, s.h * 0.24, 130, s.h * 0.24, p.white) +
        rect(310, s.h * 0.25, 110, s.h * 0.22, s.lin(['#bfe0ea', '#fdf3d8'])) +
        at(690, s.h * 0.79, plant(s, r.int(0, 4), p.pop2, p.leaf), k * 1.3) +
        shadow(s, 500, s.h * 0.84, 170, 20, 0.4) +
        at(490, s.h * 0.84, figure(o) + at(22, -62, rect(-3, -11, 8, 15, '#2b2630', 2)), 5.7 * k) +
        path(`M256 ${s.h * 0.5}L520 ${s.h * 0.05}H620L256 ${s.h * 0.68}Z`, '#ffffff', 'opacity=".16"'),
    ) +
    at(110, s.h * 0.92, plant(s, r.int(0, 4), p.pop, p.leaf), k * 1.5) +
    at(
      890,
      s.h * 0.92,
      rect(-70, -90, 140, 90, '#d9a866', 14) +
        times(6, (i) => rect(-66, -80 + i * 14, 132, 5, '#b9834a')) +
        path('M-60 -88C-80 -150 -20 -140 0 -120C20 -160 80 -140 60 -88Z', p.pop),
      k,
    ) +
    at(
      830,
      s.h * 0.96,
      path('M-60 0C-60 -26 -30 -40 -10 -36L40 -10Q50 -4 44 0Z', p.pop) + path('M50 4C50 -22 80 -36 100 -32L150 -6Q160 0 154 4Z', p.pop),
      k,
    )
  )
}
