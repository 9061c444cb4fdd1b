import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** What stands in backticks. */
const named = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)

/** Where a path in a document may begin. */
const places = ['', 'server', 'server/rooms', 'web', 'web/features']
const looksLikeFile = (name: string) =>
  /^[\w@./-]+(\.(ts|tsx|mjs|cjs|md|css|json)|\/)$/.test(name) && !/[<*…]|^\.|^\/|^i18n\/made\//.test(name)
const everywhere = new Set(fs.globSync('{server,web,scripts,docs,db,prove}/**/*.*', { cwd: root }).map((file) => path.basename(file)))
/** A bare name (`schema.ts`) is a file that many folders have. */
const exists = (name: string, from: string) =>
  (!name.includes('/') && everywhere.has(name)) ||
  [...places, path.dirname(from)].some((place) => fs.existsSync(path.join(root, place, name)))

describe('the documents a newcomer reads', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'docs/walks.md', 'docs/words.md', 'web/README.md'])('%s names files that exist', (document) => {
    const files = named(read(document)).filter(looksLikeFile)
    expect(files.filter((name) => !exists(name, document))).toEqual([])
  })

  it('the walks name routes, events and verbs that exist', () => {
    const walks = named(read('docs/walks.md'))
    const sources = fs.globSync('server/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
    const text = sources.map(read).join('\n')
    const cases = fs.globSync('server/{rooms/*,doors}/access.cases.ts', { cwd: root }).map(read).join('\n')
    const routes = walks.flatMap((name) => /^(?:GET|POST|PUT|PATCH|DELETE) \/v1\/[\w/:.-]+/.exec(name)?.[0] ?? [])
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.filter((name) => !cases.includes(`'${name}'`))).toEqual([])
    const rooms = fs.readdirSync(path.join(root, 'server/rooms'))
    const dotted = walks.filter((name) => /^[a-z]+\.[a-z-]+$/.test(name) && !looksLikeFile(name))
    expect(dotted.length).toBeGreaterThan(5)
    const knows = (name: string) => {
      const [room = '', verb = ''] = name.split('.')
      if (text.includes(`'${name}'`)) return true
      const face = rooms.includes(room) ? read(`server/rooms/${room}/index.ts`) : ''
      return new RegExp(`\\b${verb}\\b`).test(face || read('server/platform/context.ts') + read('server/platform/limits.ts'))
    }
    expect(dotted.filter((name) => !knows(name))).toEqual([])
  })
})
