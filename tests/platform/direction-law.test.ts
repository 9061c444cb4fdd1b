import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { checkDirection } from '#scripts/laws/direction-law.ts'
import { testFolder } from '#tests/setup/database.ts'

/** What the law says of a screen that shows this. */
function breachesOf(jsx: string): string[] {
  const root = testFolder()
  fs.mkdirSync(path.join(root, 'web'))
  fs.writeFileSync(path.join(root, 'web/screen.tsx'), `export const Screen = ({ note, board, q, t }) => (${jsx})\n`)
  return checkDirection(root).map(({ says }) => says.split(' ')[0] ?? '')
}

it('holds in this checkout', () => expect(checkDirection(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]))

it.each([
  ['<h1>{note.title}</h1>', 'note.title'],
  ['<p dir="auto"><b>{note.author.displayName}</b></p>', 'note.author.displayName'],
  ["<p>{note.title || 'none'}</p>", 'note.title'],
  ['<p>{q && <>{board?.title}</>}</p>', 'board?.title'],
  ['<Trans>Note by {note.author.displayName}</Trans>', 'note.author.displayName'],
  ["<p>{'#' + note.author.displayName}</p>", 'note.author.displayName'],
])('finds words of people without a direction: %s', (jsx, found) => expect(breachesOf(jsx)).toEqual([found]))

it.each([
  '<h1 dir="auto">{note.title}</h1>',
  '<p>by <bdi>{note.author.displayName}</bdi></p>',
  '<Trans>Note by {isolated(note.author.displayName)}</Trans>',
  '<h1 dir="auto">{note.title || <Trans>Untitled</Trans>}</h1>',
  '<p>{note.title && <b>yes</b>}</p>',
  '<Field value={note.title} />',
  '<p>{problem.title}</p>',
])('lets be what is right, asked only, or of the site itself: %s', (jsx) => expect(breachesOf(jsx)).toEqual([]))
