// Watch mode: the web app is built again and the server started again when a source changes.
import { watch } from 'node:fs'
import path from 'node:path'
import { buildWatching, bundleMark } from './build.mjs'
import { root, say } from './place.mjs'
import { startScript, whenToldToStop } from './run.mjs'

const watched = ['server', 'demo', 'db', 'dist/server']

export function dev(node, args, env) {
  const stopBuilding = buildWatching(node, env)
  let child
  let ending = false
  let timer
  let bundle = bundleMark()
  const start = () => {
    const own = startScript(node, 'server/main.ts', ['--demo', ...args], env)
    child = own
    own.once('exit', (code) => {
      if (ending) process.exit(0)
      if (own === child && code) say('The server ended; it starts again at the next change.')
    })
  }
  const restart = () => {
    const last = child
    if (!last || last.exitCode !== null || last.signalCode !== null) return start()
    last.once('exit', () => {
      if (!ending) start()
    })
    last.kill('SIGTERM')
  }
  start()
  for (const folder of watched)
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || /\.test\.ts$|~$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          if (folder === 'dist/server') {
            const now = bundleMark()
            if (now === bundle || now === '') return
            bundle = now
          }
          say(`Changed: ${path.join(folder, name)}. Starting again…`)
          restart()
          // The build empties its folder and fills it again: wait until it is quiet.
        },
        folder === 'dist/server' ? 700 : 150,
      )
    })
  whenToldToStop((signal) => {
    ending = true
    stopBuilding()
    if (child.exitCode !== null || child.signalCode !== null) process.exit(0)
    child.kill(signal)
  })
}
