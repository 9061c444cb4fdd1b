// Where things are, and how this program speaks. Plain JavaScript: it runs on Node 20 before anything is installed.
import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const bin = path.join(root, 'node_modules/.bin')
/** What was built last, and who is building now. */
export const cache = path.join(root, '.cache')

/** PATH without the folders that npm put in front: what the machine itself has. */
export const machinePath = (process.env.PATH ?? '')
  .split(path.delimiter)
  .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder) && !folder.includes('node-gyp-bin'))
  .join(path.delimiter)

let spoken = process.stdout

/** Whoever reads standard output wants results alone: what is said on the way goes to standard error. */
export const keepOutputClean = () => {
  spoken = process.stderr
}

export const say = (text) => spoken.write(`${text}\n`)

/** Ends the program with one clear line. */
export function giveUp(text, code = 1) {
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Makes sure that there is something to write into; `why` completes the sentence for the operator. */
export function needWritableRoot(why) {
  try {
    accessSync(root, constants.W_OK)
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
  } catch (error) {
    giveUp(
      `The folder ${root} cannot be written by this user (${error.code}), and ${why}. Change its owner, or run as the user who owns it.`,
    )
  }
}
