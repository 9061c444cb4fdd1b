/** A few limited palettes: one paper, one surface, one strong accent each. */
export interface Palette {
  /** Background, deep and light end. */
  deep: string
  pale: string
  /** Tables, floors, cloth. */
  surface: string
  pop: string
  pop2: string
  leaf: string
  ink: string
  white: string
}

export const palettes = {
  persimmon: {
    deep: '#f3c598',
    pale: '#fdeeda',
    surface: '#d3844f',
    pop: '#d7402c',
    pop2: '#f2ac3d',
    leaf: '#55805a',
    ink: '#43241d',
    white: '#fffaf0',
  },
  jade: {
    deep: '#b5d6c4',
    pale: '#edf5e6',
    surface: '#5f9a80',
    pop: '#df5a3a',
    pop2: '#f3c351',
    leaf: '#3b7559',
    ink: '#1d3a35',
    white: '#fdfdf4',
  },
  rose: {
    deep: '#eebfbb',
    pale: '#fcebe2',
    surface: '#c56f69',
    pop: '#b7323c',
    pop2: '#f4b561',
    leaf: '#5b8a68',
    ink: '#46202c',
    white: '#fff8f2',
  },
  sky: {
    deep: '#aecbe3',
    pale: '#eef5f4',
    surface: '#6b93b8',
    pop: '#e35d3b',
    pop2: '#f7c867',
    leaf: '#4e8b74',
    ink: '#22304d',
    white: '#fdfcf7',
  },
  lilac: {
    deep: '#cbb9e0',
    pale: '#f5ecf4',
    surface: '#8a70aa',
    pop: '#d84b5b',
    pop2: '#f5c063',
    leaf: '#5c8f76',
    ink: '#34244a',
    white: '#fffafd',
  },
  butter: {
    deep: '#f3d685',
    pale: '#fdf5da',
    surface: '#d69f3f',
    pop: '#cd452b',
    pop2: '#f7b94b',
    leaf: '#628c4e',
    ink: '#4a3014',
    white: '#fffdf2',
  },
  teal: {
    deep: '#8cc0c0',
    pale: '#e4f1ea',
    surface: '#2f7d82',
    pop: '#ef663d',
    pop2: '#f8cb6b',
    leaf: '#2f6d57',
    ink: '#12373f',
    white: '#fbfdf8',
  },
  clay: {
    deep: '#dcb9a0',
    pale: '#f6e8da',
    surface: '#a6674a',
    pop: '#c2402f',
    pop2: '#e8a94b',
    leaf: '#6d8257',
    ink: '#3b231c',
    white: '#fff9f0',
  },
} satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes

export const day: readonly PaletteName[] = ['persimmon', 'jade', 'rose', 'sky', 'lilac', 'butter', 'teal', 'clay']

/** Skies from top to horizon, with a light that fits. */
export interface Sky {
  top: string
  mid: string
  low: string
  sun: string
  cloud: string
  /** What far things fade into. */
  haze: string
  night: boolean
}

export const skies = {
  morning: { top: '#9cc7dd', mid: '#cfe3df', low: '#fbe9cf', sun: '#fff3cf', cloud: '#fffaf0', haze: '#dfe9e2', night: false },
  noon: { top: '#6fb0d8', mid: '#aed5e6', low: '#e9f4ee', sun: '#fff6d8', cloud: '#ffffff', haze: '#d3e6ea', night: false },
  peach: { top: '#f2b6a0', mid: '#f9d3b0', low: '#fdeccb', sun: '#fff1c4', cloud: '#fff3e2', haze: '#f7d9bd', night: false },
  dusk: { top: '#4d4a86', mid: '#c9728a', low: '#ffc48a', sun: '#fff0b8', cloud: '#f2a08f', haze: '#e79a8c', night: false },
  plum: { top: '#3a3470', mid: '#8a5a94', low: '#f4a48a', sun: '#ffdf9e', cloud: '#b9769b', haze: '#b5718f', night: false },
  mint: { top: '#a8d8c8', mid: '#d5ecd9', low: '#fbf5d9', sun: '#fffbe0', cloud: '#ffffff', haze: '#dcede0', night: false },
  night: { top: '#141a3c', mid: '#28306a', low: '#5a5596', sun: '#fdf1cd', cloud: '#4a4f8c', haze: '#414783', night: true },
  rain: { top: '#6f8797', mid: '#9db1b8', low: '#ccd5d2', sun: '#dfe6e2', cloud: '#b7c5c9', haze: '#b9c6c9', night: false },
  snow: { top: '#b9cbe0', mid: '#d9e3ec', low: '#f4efe9', sun: '#fffaf0', cloud: '#f7fafc', haze: '#dfe6ee', night: false },
} satisfies Record<string, Sky>

export type SkyName = keyof typeof skies

export const skin = ['#f6d3b8', '#eec19f', '#f3c9a5', '#d9a077', '#b97a52', '#8c5637', '#6a3f2a', '#e3b48c'] as const
export const hair = ['#231a1e', '#2d2024', '#1c1a22', '#4a2c20', '#7a4a2a', '#b5713a', '#d9b06a', '#9b9aa2', '#e6e1dc', '#8c3a2e'] as const
export const cloth = [
  '#d7402c',
  '#2f7d82',
  '#f2ac3d',
  '#3f5a8c',
  '#8a70aa',
  '#5f8a5f',
  '#e88f86',
  '#f5e9d2',
  '#43324f',
  '#c9673f',
  '#7fb0b5',
  '#b7323c',
] as const
