/** Every picture of the demo community is drawn here, by name and seed. */
import sharp from 'sharp'
import { cake } from './bakes.ts'
import { catClose, catNap, catWindow } from './cats.ts'
import { catBooks, catBox, catRoof } from './cats-up.ts'
import { dress, outfit, rack } from './clothes.ts'
import { camp, snow } from './cold.ts'
import { dogBeach, dogClose, dogPark, dogWalk } from './dogs.ts'
import { coffee, milkTea, tea } from './drinks.ts'
import { fireworks, lanterns, moonFestival } from './festivals.ts'
import { hanfu } from './hanfu.ts'
import { hiking, mountains, terraces } from './heights.ts'
import { flatLay, wok } from './kitchen.ts'
import { bridge, lane, teahouse } from './lanes.ts'
import { noodleBowl, noodleTop } from './noodles.ts'
import { bills, cards } from './papers.ts'
import { cooking, dancing, reading } from './pastimes.ts'
import { friends, portrait, umbrellaPair } from './portraits.ts'
import { cycling, train, trainWindow } from './rides.ts'
import { makeRng } from './rng.ts'
import { balcony, bookshelf, room } from './rooms.ts'
import { mirror, phoneHand, videoCall } from './screens.ts'
import { bakery, market } from './shops.ts'
import { skylineDay, skylineDusk, skylineNight } from './skylines.ts'
import { makeStage, type Stage } from './stage.ts'
import { cornerShop, nightMarket, streetRain } from './streets.ts'
import { calligraphy, desk, maths } from './study.ts'
import { breakfast, dumplings, hotpot } from './tables.ts'
import { guitar, knitting, suitcase } from './things.ts'
import { cherry, lake, sea } from './waters.ts'
import { autumn, forest, panda } from './woods.ts'

export const scenes = {
  'cat-window': catWindow,
  'cat-nap': catNap,
  'cat-box': catBox,
  'cat-close': catClose,
  'cat-books': catBooks,
  'cat-roof': catRoof,
  'dog-park': dogPark,
  'dog-close': dogClose,
  'dog-beach': dogBeach,
  'dog-walk': dogWalk,
  'noodle-bowl': noodleBowl,
  'noodle-top': noodleTop,
  dumplings: dumplings,
  hotpot: hotpot,
  breakfast: breakfast,
  tea: tea,
  coffee: coffee,
  'milk-tea': milkTea,
  cake: cake,
  bakery: bakery,
  'moon-festival': moonFestival,
  'flat-lay': flatLay,
  wok: wok,
  'skyline-day': skylineDay,
  'skyline-dusk': skylineDusk,
  'skyline-night': skylineNight,
  lane: lane,
  teahouse: teahouse,
  bridge: bridge,
  'night-market': nightMarket,
  'street-rain': streetRain,
  'corner-shop': cornerShop,
  train: train,
  'train-window': trainWindow,
  cycling: cycling,
  mountains: mountains,
  sea: sea,
  lake: lake,
  forest: forest,
  cherry: cherry,
  snow: snow,
  hiking: hiking,
  terraces: terraces,
  panda: panda,
  camp: camp,
  autumn: autumn,
  portrait: portrait,
  friends: friends,
  cooking: cooking,
  reading: reading,
  hanfu: hanfu,
  'umbrella-pair': umbrellaPair,
  'phone-hand': phoneHand,
  'video-call': videoCall,
  mirror: mirror,
  dancing: dancing,
  balcony: balcony,
  room: room,
  bookshelf: bookshelf,
  desk: desk,
  maths: maths,
  calligraphy: calligraphy,
  market: market,
  lanterns: lanterns,
  fireworks: fireworks,
  dress: dress,
  outfit: outfit,
  rack: rack,
  suitcase: suitcase,
  knitting: knitting,
  guitar: guitar,
  bills: bills,
  cards: cards,
} satisfies Record<string, (s: Stage) => string>

export type SceneName = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as SceneName[]

const heights = { '3:4': 1333, '1:1': 1000, '4:3': 750 } as const
export type SceneRatio = keyof typeof heights

export interface Drawing {
  svg: string
  width: number
  height: number
}

/** Wraps a body into an SVG document `width` pixels wide. */
export function frame(s: Stage, body: string, width: number): Drawing {
  const height = Math.round((width * s.h) / s.w)
  // Light from the upper left, shade towards the lower right: one wash over everything ties the parts together.
  const wash = `<rect width="${s.w}" height="${s.h}" fill="${s.rad(
    [
      [0, '#fff1d0', 0.2],
      [0.5, '#fff1d0', 0],
      [1, '#2b1c3a', 0.14],
    ],
    0.3,
    0.2,
    1,
  )}"/>`
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${s.w} ${s.h}" width="${width}" height="${height}">${s.defs()}${body}${wash}</svg>`,
    width,
    height,
  }
}

/** Writing and music read one way only; everything else may be seen from the other side. */
const oneWay: ReadonlySet<SceneName> = new Set(['guitar', 'bills', 'maths', 'calligraphy', 'phone-hand'])

/** The scene as SVG, 1080 px wide unless told. The same arguments give the same text. */
export function drawScene({ scene, seed, ratio }: { scene: SceneName; seed: number; ratio: SceneRatio }, width = 1080): Drawing {
  const s = makeStage(heights[ratio], makeRng(`${scene}/${seed}`))
  const body = scenes[scene](s)
  const mirrored = !oneWay.has(scene) && makeRng(`side/${scene}/${seed}`).chance(0.5)
  return frame(s, mirrored ? `<g transform="translate(${s.w} 0) scale(-1 1)">${body}</g>` : body, width)
}

const TILE = 256

/** Paper grain, the same for every picture. */
const grain = (() => {
  const rng = makeRng('grain')
  return Int8Array.from({ length: TILE * TILE }, () => Math.round((rng() + rng() - 1) * 6))
})()

/** Rasterises a drawing, adds paper grain and gives JPEG bytes such as a phone would upload. */
export async function rasterise({ svg }: Drawing, quality = 86): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pixels = new Uint8ClampedArray(width * height * 3)
  let from = 0
  let to = 0
  for (let y = 0; y < height; y++) {
    const row = (y % TILE) * TILE
    for (let x = 0; x < width; x++) {
      const g = grain[row + (x % TILE)] as number
      pixels[to] = (data[from] as number) + g
      pixels[to + 1] = (data[from + 1] as number) + g
      pixels[to + 2] = (data[from + 2] as number) + g
      from += channels
      to += 3
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
}

/** Draws and rasterises one picture, 1080 px wide. */
export const renderPicture = (picture: { scene: SceneName; seed: number; ratio: SceneRatio }): Promise<Buffer> =>
  rasterise(drawScene(picture))
