import * as path from 'node:path'
import ts from 'typescript'
import type { Breach } from './sql-law.ts'

const says =
  'a text as the key of an object: "constructor" is a key of every object. Use a Map, or Object.hasOwn before it; a key that is one of a few names is typed as such'

/**
 * The law of tables: no object is read or written under a key that is any text. What people write (words, handles, names of fields) meets
 * there what every object inherits. A Map has nothing but what was put in; a key whose type is a list of names is none of people's.
 */
export function checkTables(root: string, only?: readonly string[]): Breach[] {
  const read = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, root)
  const wanted = only ?? fileNames.filter(isOurs(root))
  const program = ts.createProgram([...wanted, ...fileNames.filter((name) => name.endsWith('.d.ts'))], {
    ...options,
    noEmit: true,
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  return program
    .getSourceFiles()
    .filter(({ fileName }) => wanted.includes(fileName))
    .flatMap((file) => tablesOf(file, checker, path.relative(root, file.fileName)))
}

const isOurs = (root: string) => (name: string) => {
  const own = path.relative(root, name)
  return /^(?:server|web)\//.test(own) && !/\.test\.tsx?$|\.d\.ts$/.test(own)
}

function tablesOf(file: ts.SourceFile, checker: ts.TypeChecker, name: string): Breach[] {
  const breaches: Breach[] = []
  const visit = (node: ts.Node): void => {
    const access = accessOf(node)
    if (access && !isOwnName(access.key) && isAnyText(checker, access.key) && isTable(checker, access.of) && !isGuarded(node, access, file))
      breaches.push({ at: `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, says })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return breaches
}

interface Access {
  of: ts.Expression
  key: ts.Expression
}

/** `of[key]` and `key in of`. */
function accessOf(node: ts.Node): Access | null {
  if (ts.isElementAccessExpression(node)) return { of: node.expression, key: node.argumentExpression }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword && !ts.isPrivateIdentifier(node.left))
    return { of: node.right, key: node.left }
  return null
}

/** `--x${n}`: begins as nothing does that an object inherits. */
const isOwnName = (key: ts.Expression): boolean => ts.isTemplateExpression(key) && /[^\w]/.test(key.head.text)

const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])

function isAnyText(checker: ts.TypeChecker, key: ts.Expression): boolean {
  return parts(checker.getTypeAtLocation(key)).some(
    (type) => (checker.getBaseConstraintOfType(type) ?? type).flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral),
  )
}

/** A plain object: neither an array nor a text. */
function isTable(checker: ts.TypeChecker, of: ts.Expression): boolean {
  return parts(checker.getTypeAtLocation(of)).some((type) => (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayLikeType(type))
}

/** `Object.hasOwn(of, key) ? of[key] : …`, `Object.hasOwn(of, key) && of[key]`: asked right before. */
function isGuarded(node: ts.Node, { of, key }: Access, file: ts.SourceFile): boolean {
  const asked = `Object.hasOwn(${of.getText(file)}, ${key.getText(file)})`
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isConditionalExpression(at.parent) && at.parent.condition !== at && at.parent.condition.getText(file).includes(asked))
      return true
    if (ts.isBinaryExpression(at.parent) && at.parent.right === at && at.parent.left.getText(file).includes(asked)) return true
    if (ts.isIfStatement(at.parent) && at.parent.expression !== at && at.parent.expression.getText(file).includes(asked)) return true
  }
  return false
}
