import sharp from 'sharp'
import type { Person } from '#tests/setup/client.ts'
import { heicGrid } from '#tests/setup/heic.ts'
import { type CorpusFile, corpus } from './corpus/index.ts'
import { openSite, type Site } from './setup/site.ts'
import { healthFigure, watch, watchMemory } from './setup/watch.ts'
import type { Experiment, Figure } from './types.ts'

const COUNT = { short: 30, long: 1000 }
/** Of 48 megapixels, all at once. */
const LARGE = { short: 1, long: 20 }
const AT_ONCE = 8
const MEMORY = 600
const FEED = 150
const SENDERS = 8

/** A photo as a phone of 48 megapixels makes it: detail everywhere, so that it is a real file and not one colour. */
async function phonePhoto(): Promise<Buffer> {
  const small = await sharp({
    create: { width: 800, height: 600, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .png()
    .toBuffer()
  return sharp(small).resize(8000, 6000, { kernel: 'cubic' }).jpeg({ quality: 80 }).toBuffer()
}

/** The same as iPhones send it. */
const phoneHeic = heicGrid({ width: 8064, height: 6048 })

/** Answers with the status; 0: no answer. */
async function upload(site: Site, who: Person, file: { name: string; type: string; bytes: Buffer }): Promise<number> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  try {
    return (await site.call('POST', '/v1/media', { token: who.token, body: form, timeoutMs: 180_000 })).status
  } catch {
    return 0
  }
}

/** All of them, so many at a time; who was told to come back comes back. Answers the statuses. */
async function uploadAll(
  site: Site,
  people: readonly Person[],
  files: Iterable<CorpusFile>,
  say: (line: string) => void,
): Promise<number[]> {
  const statuses: number[] = []
  const waiting = files[Symbol.iterator]()
  const lane = async (who: Person) => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      let status = await upload(site, who, next.value)
      for (let tries = 0; (status === 429 || status === 503) && tries < 100; tries++) {
        await new Promise((done) => setTimeout(done, 200))
        status = await upload(site, who, next.value)
      }
      if (status === 0 || status >= 500) say(`${next.value.name}: ${status}`)
      statuses.push(status)
      if (site.server.end()) return
    }
  }
  await Promise.all(people.map(lane))
  return statuses
}

export const experiment: Experiment = {
  name: 'files',
  about:
    'a corpus of hostile files through POST /v1/media, then phone photos of 48 megapixels (JPEG, HEIC) all at once, while somebody reads the feed',
  async run({ say, short, seed }) {
    const site = await openSite({ flags: ['--max-semi-space-size=16', '--heap-growing-percent=25'] })
    try {
      const count = short ? COUNT.short : COUNT.long
      const large = short ? LARGE.short : LARGE.long
      const people: Person[] = []
      for (let i = 0; i < SENDERS; i++) people.push(await site.join(`sender${i}`))
      for (let i = 0; i < 30; i++)
        await site.call('POST', '/v1/notes', { token: people[0]?.token, body: { title: `Note ${i}`, text: 'Soup' } })
      const photo = await phonePhoto()
      const memory = watchMemory(site.server.pid, site.postmaster())
      const health = await watch(`${site.origin}/healthz`, { pid: site.server.pid })
      const feed = await watch(`${site.origin}/v1/feed?limit=20`, { every: 25 })
      const statuses = await uploadAll(site, people.slice(0, AT_ONCE), corpus(seed, count), say)
      say(`${statuses.filter((s) => s === 201).length} of ${statuses.length} files were pictures after all`)
      const corpusPeak = memory.stop()
      const again = watchMemory(site.server.pid, site.postmaster())
      const photos = Array.from({ length: large }, (_, i) => ({ name: `${i}.jpg`, type: 'image/jpeg', bytes: photo }))
      const kept = await Promise.all(photos.map((file, i) => uploadAll(site, [people[i % SENDERS] as Person], [file], say)))
      const peak = again.stop()
      const third = watchMemory(site.server.pid, site.postmaster())
      const heics = await Promise.all(
        Array.from({ length: large }, (_, i) =>
          uploadAll(site, [people[i % SENDERS] as Person], [{ name: `${i}.heic`, type: 'image/heic', bytes: phoneHeic }], say),
        ),
      )
      const heicPeak = third.stop()
      const [read, well] = await Promise.all([feed.stop(), health.stop()])
      const died = site.server.end()
      const bad = [...statuses, ...kept.flat(), ...heics.flat()].filter((status) => status === 0 || status >= 500).length
      const good = [...kept, ...heics].flat().filter((status) => status === 201).length
      const done = `${statuses.length} hostile files, ${AT_ONCE} at a time, seed ${seed}; then ${large} JPEG of 48 MP (${Math.round(photo.length / 1e6)} MB each) at once, then as many HEIC`

      const figures: Figure[] = [
        { what: 'faults and lost answers', done, figure: bad, target: '0', met: bad === 0 && statuses.length === count },
        { what: 'phone photos taken', done, figure: `${good} of ${2 * large}`, target: 'all', met: good === 2 * large },
        {
          what: 'memory at its peak, with children',
          done,
          figure: `${corpusPeak} MB over the files, ${peak} MB over the photos, ${heicPeak} MB over the HEIC`,
          target: `≤ ${MEMORY} MB`,
          met: Math.max(peak, corpusPeak, heicPeak) <= MEMORY,
        },
        { what: 'deaths of the process', done, figure: died ? `${died.signal ?? died.code}` : 0, target: '0', met: !died },
        healthFigure(well, done, short),
      ]
      // A share of so few questions says nothing beside other tests.
      if (!short)
        figures.push({
          what: 'feed meanwhile, p99',
          done,
          figure: `${Math.round(read.p99)} ms (a bare server beside it: ${Math.round(read.machine.p99)} ms)`,
          target: `≤ ${FEED} ms`,
          met: read.bad === 0 && read.p99 <= FEED,
        })
      return figures
    } finally {
      await site.close()
    }
  },
}
