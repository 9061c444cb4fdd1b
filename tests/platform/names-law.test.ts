import * as fs from 'node:fs'
import * as path from 'node:path'
import { expect, it } from 'vitest'
import { checkNames } from '#scripts/laws/names-law.ts'
import { testFolder } from '#tests/setup/database.ts'

it('finds a handler of an event, or a table for the wiring, in a file of another name', () => {
  const root = testFolder()
  const write = (file: string, text: string) => {
    const whole = path.join(root, 'server/rooms', file)
    fs.mkdirSync(path.dirname(whole), { recursive: true })
    fs.writeFileSync(whole, text)
  }
  const handler = "export const onPoured: Handler<'tea.poured'> = async () => {}\n"
  write('tea/on-events.ts', `${handler}export const teaHears = { onPoured }\n`)
  write('tea/cups/on-poured.ts', handler)
  write('tea/jobs.ts', 'export const teaJobs = {}\nexport const teaClock = []\n')
  write('tea/api.ts', 'export function teaRoutes() {}\n')
  write('tea/card-field.ts', 'export const teaCardField = {}\n')
  expect(checkNames(root)).toEqual([])
  write('tea/hears.ts', 'export const teaHears = {}\nexport const teaCardField = {}\n')
  write('tea/cups/pour.ts', `${handler}export const teaClock = []\n`)
  expect(checkNames(root)).toEqual([
    { at: 'server/rooms/tea/cups/pour.ts', says: 'makes teaClock, whose place is jobs.ts' },
    { at: 'server/rooms/tea/cups/pour.ts', says: 'onPoured handles an event: its place is on-events.ts, or an on-<what>.ts of its own' },
    { at: 'server/rooms/tea/hears.ts', says: 'makes teaHears, whose place is on-events.ts' },
    { at: 'server/rooms/tea/hears.ts', says: 'makes teaCardField, whose place is card-field.ts' },
  ])
})
