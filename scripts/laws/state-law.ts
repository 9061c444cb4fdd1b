import * as fs from 'node:fs'
import * as path from 'node:path'
import ts from 'typescript'
import { moduleState } from './module-state.ts'
import type { Breach } from './sql-law.ts'

const mostExports = 15

/** The law of state: rooms keep none at module level; and a face stays small. */
export function checkState(root: string): Breach[] {
  const rooms = path.join(root, 'server/rooms')
  if (!fs.existsSync(rooms)) return []
  return fs
    .readdirSync(rooms, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => stateOf(path.relative(root, file), fs.readFileSync(file, 'utf8')))
}

function stateOf(name: string, text: string): Breach[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const breaches: Breach[] = []
  const at = (node: ts.Node) => `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  let exported = 0
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause) && !statement.isTypeOnly)
      exported += statement.exportClause.elements.filter((element) => !element.isTypeOnly).length
  }
  for (const { node, says } of moduleState(file)) breaches.push({ at: at(node), says })
  if (/\/index\.ts$/.test(name) && exported > mostExports)
    breaches.push({ at: name, says: `a face of ${exported} exports: ${mostExports} are enough, the rest belongs inside the room` })
  return breaches
}
