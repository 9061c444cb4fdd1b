import { expect, it } from 'vitest'
import { commentPath } from '#server/rooms/notes/schema.ts'
import { findRoute } from '#web/routes.ts'
import { anchorOf, matchPath, pathTo, safeNext } from './path.ts'

it('a comment has one address, said by the server and by the page alike', () => {
  expect(commentPath('7', '9')).toBe(pathTo.comment('7', '9'))
  expect(new URL(commentPath('7', '9'), 'https://a').hash).toBe(`#${anchorOf('9')}`)
})

it('finds names in a path', () => {
  expect(matchPath('/notes/:id', '/notes/7')).toEqual({ id: '7' })
  expect(matchPath('/notes/:id', '/notes/7/')).toEqual({ id: '7' })
  expect(matchPath('/@:handle/boards', '/@tess.rowan/boards')).toEqual({ handle: 'tess.rowan' })
  expect(matchPath('/topics/:name', '/topics/%E7%8C%AB%E5%92%AA')).toEqual({ name: '猫咪' })
  expect(matchPath('/notes/:id', '/notes/7/likes')).toBeNull()
  expect(matchPath('/topics/:name', '/topics/%E7%8')).toBeNull()
})

it('answers every address with one page, unknown ones with the 404 page', () => {
  expect(findRoute('/').route.file).toBe('explore')
  expect(findRoute('/@tess.rowan').route.file).toBe('profile')
  expect(findRoute('/@tess.rowan/followers').route.file).toBe('people')
  expect(findRoute('/settings/security').params).toEqual({ section: 'security' })
  expect(findRoute('/nowhere').route.file).toBe('not-found')
})

it('leads on to this site only', () => {
  expect(safeNext('/notes/7?x=1')).toBe('/notes/7?x=1')
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])
    expect(safeNext(bad)).toBe('/')
})
