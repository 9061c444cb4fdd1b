import * as fs from 'node:fs'
import * as path from 'node:path'
import ts from 'typescript'
import type { Breach } from './sql-law.ts'

/** What grows when written to: made empty at module level it is state that outlives a test and that two contexts share. */
const growing = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'LRUCache', 'Array', 'EventEmitter'])
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
    if (!ts.isVariableStatement(statement)) continue
    if (!(statement.declarationList.flags & ts.NodeFlags.Const))
      breaches.push({ at: at(statement), says: 'state at module level: hold it in the context (ctx.hold)' })
    for (const { initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isNewExpression(initializer) || !growing.has(initializer.expression.getText(file))) continue
      const [first] = initializer.arguments ?? []
      if (first === undefined || initializer.expression.getText(file) === 'LRUCache')
        breaches.push({ at: at(statement), says: 'a store at module level: hold it in the context (ctx.hold)' })
    }
  }
  if (/\/index\.ts$/.test(name) && exported > mostExports)
    breaches.push({ at: name, says: `a face of ${exported} exports: ${mostExports} are enough, the rest belongs inside the room` })
  return breaches
}
