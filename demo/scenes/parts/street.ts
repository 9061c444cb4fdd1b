/** Buildings and street furniture. */
import { dark, light, mix } from '../colour.ts'
import { at, circle, each, ellipse, path, rect, stroke, times } from '../draw.ts'
import type { Stage } from '../stage.ts'

/** A tower with a window grid; foot at y. `lit` is the share of lit windows. */
export function tower(s: Stage, x: number, y: number, w: number, h: number, colour: string, glass: string, lit: number): string {
  const r = s.rng
  const top = r.int(0, 5)
  const cw = w / Math.max(3, Math.round(w / 26))
  const rows = Math.floor((h - 30) / 34)
  const cols = Math.round(w / cw)
  let panes = ''
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++)
      if (r() < lit)
        panes += `M${(x + j * cw + cw * 0.22).toFixed(1)} ${(y - h + 22 + i * 34).toFixed(1)}h${(cw * 0.56).toFixed(1)}v18h${(-cw * 0.56).toFixed(1)}Z`
  const crown = [
    '',
    rect(x + w * 0.2, y - h - w * 0.22, w * 0.6, w * 0.24, dark(colour, 0.08)),
    path(`M${x} ${y - h}L${x + w} ${y - h}L${x + w} ${y - h - w * 0.4}Z`, colour),
    rect(x + w * 0.46, y - h - w * 0.9, w * 0.08, w * 0.9, dark(colour, 0.1)) + circle(x + w * 0.5, y - h - w * 0.9, 4, '#f06a4a'),
    path(`M${x} ${y - h + 1}Q${x + w / 2} ${y - h - w * 0.7} ${x + w} ${y - h + 1}Z`, colour),
    path(`M${x + w * 0.1} ${y - h + 1}L${x + w * 0.5} ${y - h - w * 0.8}L${x + w * 0.9} ${y - h + 1}Z`, colour),
  ][top] as string
  return (
    crown +
    rect(
      x,
      y - h,
      w,
      h,
      s.lin(
        [
          [0, light(colour, 0.12)],
          [0.5, colour],
          [1, dark(colour, 0.22)],
        ],
        0,
      ),
    ) +
    path(panes, glass, 'opacity=".82"')
  )
}

/** A slim television tower with globes. */
export function pearl(s: Stage, x: number, y: number, h: number, colour: string, globe: string): string {
  return (
    path(
      `M${x - h * 0.13} ${y}L${x - h * 0.03} ${y - h * 0.3}L${x + h * 0.03} ${y - h * 0.3}L${x + h * 0.13} ${y}L${x + h * 0.1} ${y}L${x} ${y - h * 0.24}L${x - h * 0.1} ${y}Z`,
      colour,
    ) +
    rect(x - h * 0.028, y - h * 0.72, h * 0.016, h * 0.7, colour) +
    rect(x + h * 0.012, y - h * 0.72, h * 0.016, h * 0.7, colour) +
    path(`M${x - h * 0.012} ${y - h * 0.7}L${x} ${y - h}L${x + h * 0.012} ${y - h * 0.7}Z`, colour) +
    circle(x, y - h * 0.28, h * 0.085, s.rad([light(globe, 0.4), dark(globe, 0.1)], 0.4, 0.35, 0.7)) +
    circle(x, y - h * 0.62, h * 0.058, s.rad([light(globe, 0.4), dark(globe, 0.1)], 0.4, 0.35, 0.7)) +
    circle(x, y - h * 0.78, h * 0.024, globe)
  )
}

/** A narrow old house with shutters and a tiled roof, foot at y. */
export function townhouse(s: Stage, x: number, y: number, w: number, h: number, wall: string, roof: string, glow = ''): string {
  const r = s.rng
  const floors = Math.max(2, Math.round(h / 190))
  const fh = h / floors
  const shutter = dark(mix(wall, '#3b6a5c', 0.5), 0.12)
  const pane = (px: number, py: number) => {
    const on = glow && r.chance(0.6)
    return (
      rect(px - 30, py, 60, fh * 0.5, on ? glow : dark(wall, 0.5), 4) +
      rect(px - 3, py, 6, fh * 0.5, light(wall, 0.4)) +
      rect(px - 30, py + fh * 0.22, 60, 5, light(wall, 0.4)) +
      rect(px - 58, py, 26, fh * 0.5, shutter, 3) +
      rect(px + 32, py, 26, fh * 0.5, shutter, 3) +
      times(
        5,
        (i) =>
          rect(px - 55, py + 8 + i * fh * 0.095, 20, 3, dark(shutter, 0.3)) +
          rect(px + 35, py + 8 + i * fh * 0.095, 20, 3, dark(shutter, 0.3)),
      ) +
      rect(px - 36, py + fh * 0.5, 72, 10, light(wall, 0.3))
    )
  }
  const cols = w > 230 ? 2 : 1
  return (
    rect(
      x,
      y - h,
      w,
      h,
      s.lin([
        [0, light(wall, 0.14)],
        [1, dark(wall, 0.14)],
      ]),
    ) +
    rect(x, y - h, 14, h, '#2b1c3a', 0, 'opacity=".1"') +
    times(floors - 1, (f) => times(cols, (c) => pane(x + (w * (c + 1)) / (cols + 1), y - h + f * fh + fh * 0.26))) +
    rect(x + w * 0.16, y - fh * 0.72, w * 0.3, fh * 0.72, dark(shutter, 0.25), 6) +
    circle(x + w * 0.42, y - fh * 0.34, 5, '#f2c14e') +
    rect(x + w * 0.56, y - fh * 0.68, w * 0.3, fh * 0.42, glow || dark(wall, 0.45), 4) +
    path(`M${x + w * 0.52} ${y - fh * 0.7}h${w * 0.38}l${w * 0.05} ${fh * 0.14}h${-w * 0.48}Z`, r.pick(['#c5392c', '#f2ac3d', '#2f7d82'])) +
    path(`M${x - 18} ${y - h}L${x + w * 0.12} ${y - h - w * 0.26}H${x + w * 0.88}L${x + w + 18} ${y - h}Z`, roof) +
    stroke(
      Array.from(
        { length: Math.floor(w / 22) },
        (_, i) => `M${x + 4 + i * 22} ${y - h - 4}L${x + w * 0.14 + i * 22 * 0.78} ${y - h - w * 0.24}`,
      ).join(''),
      dark(roof, 0.3),
      3,
      'opacity=".6"',
    ) +
    rect(x - 20, y - h - 4, w + 40, 12, dark(roof, 0.3), 4)
  )
}

/** Clothes drying on a line between two points. */
export function laundry(s: Stage, x1: number, y1: number, x2: number, y2: number, colours: readonly string[]): string {
  const r = s.rng
  const n = Math.max(3, Math.floor(Math.abs(x2 - x1) / 95))
  const sag = 34
  return (
    stroke(`M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag * 2} ${x2} ${y2}`, '#5a4a46', 3) +
    times(n, (i) => {
      const t = (i + 0.6) / (n + 0.2)
      const c = colours[i % colours.length] as string
      const wear = [
        path('M-34 0L-14 -4Q0 8 14 -4L34 0L50 34L32 44L28 30V90H-28V30L-32 44L-50 34Z', c),
        path('M-30 0H30L34 96H8L0 34L-8 96H-34Z', c),
        rect(-34, 0, 68, 84, c) + rect(-34, 60, 68, 8, light(c, 0.5)),
        path('M-20 0H20L24 30L44 100H-44L-24 30Z', c),
      ][r.int(0, 3)] as string
      return at(
        x1 + (x2 - x1) * t,
        y1 + (y2 - y1) * t + Math.sin(t * Math.PI) * sag,
        wear + rect(-22, -7, 5, 14, '#e9cf95') + rect(17, -7, 5, 14, '#e9cf95'),
        0.82,
        r.range(-4, 4),
      )
    })
  )
}

export function streetLamp(s: Stage, x: number, y: number, h: number, colour: string, on: boolean): string {
  return (
    rect(x - 6, y - h, 12, h, colour, 4) +
    rect(x - 18, y - 20, 36, 20, colour, 4) +
    path(`M${x} ${y - h}q0 -40 44 -40`, 'none', `stroke="${colour}" stroke-width="9" stroke-linecap="round"`) +
    path(`M${x + 20} ${y - h - 40}h48l12 34h-72Z`, colour) +
    (on
      ? circle(
          x + 44,
          y - h + 4,
          150,
          s.rad([
            [0, '#ffe3a0', 0.75],
            [1, '#ffe3a0', 0],
          ]),
        ) + ellipse(x + 44, y - h - 4, 26, 10, '#fff3cc')
      : ellipse(x + 44, y - h - 6, 26, 8, light(colour, 0.5)))
  )
}

/** A bicycle, wheels on y = 0, about 330 wide. */
export function bicycle(_s: Stage, colour: string, basket = true): string {
  const wheel = (x: number) =>
    `<circle cx="${x}" cy="-72" r="70" fill="none" stroke="#3a3038" stroke-width="9"/><circle cx="${x}" cy="-72" r="61" fill="none" stroke="#d9d4cc" stroke-width="4"/>` +
    times(10, (i) => stroke(`M${x} -72l${Math.cos(i * 0.628) * 60} ${Math.sin(i * 0.628) * 60}`, '#b9b4b0', 1.6)) +
    circle(x, -72, 9, '#3a3038')
  return (
    wheel(-112) +
    wheel(118) +
    stroke('M-112 -72L-52 -178L66 -176L2 -72ZM-52 -178L2 -72M-112 -72L2 -72M66 -176L118 -72', colour, 11) +
    stroke('M66 -176L54 -226M54 -226q30 -14 52 6', '#3a3038', 9) +
    stroke('M-52 -178L-60 -204', '#3a3038', 9) +
    path('M-100 -214Q-60 -224 -24 -212Q-40 -196 -64 -196Q-90 -196 -100 -214Z', '#6b4632') +
    circle(2, -72, 20, '#3a3038') +
    circle(2, -72, 12, '#8d8790') +
    stroke('M2 -72l14 40m-6 0h18', '#3a3038', 7) +
    (basket
      ? path('M84 -214h84l-14 66h-58Z', '#c99a5c') +
        stroke('M92 -196h70M96 -178h62M104 -214l6 66M126 -214v66M148 -214l-6 66', dark('#c99a5c', 0.3), 3) +
        each(
          [
            [98, '#f3a6a0'],
            [124, '#fbe3b0'],
            [150, '#e0583c'],
          ] as const,
          ([x, c]) => circle(x, -222, 17, c),
        ) +
        circle(112, -238, 14, '#7fa35c')
      : '')
  )
}

/** A far tower of four roofs. */
export const pagoda = (colour: string) =>
  times(
    4,
    (i) =>
      path(
        `M${-70 + i * 12} ${-i * 52}C${-50 + i * 12} ${-14 - i * 52} ${-34 + i * 8} ${-22 - i * 52} ${-30 + i * 6} ${-24 - i * 52}H${30 - i * 6}C${34 - i * 8} ${-22 - i * 52} ${50 - i * 12} ${-14 - i * 52} ${70 - i * 12} ${-i * 52}Z`,
        dark(colour, 0.3),
      ) +
      rect(-34 + i * 6, -i * 52 - 2, 68 - i * 12, 34, colour) +
      rect(-8, -i * 52 + 4, 16, 24, '#ffd98c', 3),
  ) + path('M-4 -180L0 -240L4 -180Z', dark(colour, 0.3))
