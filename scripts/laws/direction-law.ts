import * as fs from 'node:fs'
import * as path from 'node:path'
import ts from 'typescript'
import type { Breach } from './sql-law.ts'

/** Members that hold somebody's own words wherever they stand. */
const always = new Set(['displayName', 'bio', 'pronouns', 'excerpt'])
/** Members that do so in some things: the last name before the dot, then the member. */
const sometimes: Readonly<Record<string, readonly string[]>> = {
  title: ['note', 'shown', 'version', 'board', 'content', 'card', 'draft'],
  text: ['note', 'shown', 'version', 'content', 'comment', 'item'],
  words: ['item', 'removal', 'decision', 'event'],
  detail: ['report'],
  notice: ['note', 'card'],
  name: ['topic', 'key', 'picture', 'filter'],
  value: ['filter'],
  place: ['account', 'me'],
  about: ['person'],
}

/**
 * The law of direction: what somebody wrote is laid out by its own letters, not by the page around it. Where a screen shows such words, the element
 * right around them says `dir`, or is a `bdi`; within a sentence they go through `isolated` (web/lib/direction.ts).
 */
export function checkDirection(root: string): Breach[] {
  const web = path.join(root, 'web')
  if (!fs.existsSync(web)) return []
  return fs
    .readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx') && !entry.name.endsWith('.test.tsx'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => directionOf(path.relative(root, file), fs.readFileSync(file, 'utf8')))
}

function directionOf(name: string, text: string): Breach[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const breaches: Breach[] = []
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node) && isSomebodys(node) && isShown(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const says = `${node.getText()} is shown without a direction of its own (decision 248): give the element dir="auto", or use isolated()`
      breaches.push({ at: `${name}:${line}`, says })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return breaches
}

function isSomebodys({ name, expression }: ts.PropertyAccessExpression): boolean {
  if (always.has(name.text)) return true
  const of = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''
  return Object.hasOwn(sometimes, name.text) && (sometimes[name.text]?.includes(of) ?? false)
}

/** Whether it becomes text of the page in an element that says nothing of direction. */
function isShown(node: ts.Node): boolean {
  let at: ts.Node = node
  for (let up = node.parent; up; at = up, up = up.parent) {
    if (ts.isJsxElement(up)) return !saysDirection(up.openingElement)
    if (ts.isJsxFragment(up) || ts.isParenthesizedExpression(up)) continue
    if (ts.isJsxExpression(up)) {
      if (ts.isJsxAttribute(up.parent)) return false
      continue
    }
    // Asked, not shown.
    if (ts.isConditionalExpression(up) && up.condition === at) return false
    if (ts.isBinaryExpression(up) && up.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && up.left === at) return false
    if (ts.isBinaryExpression(up) || ts.isConditionalExpression(up) || ts.isTemplateSpan(up) || ts.isTemplateExpression(up)) continue
    return false
  }
  return false
}

const saysDirection = (element: ts.JsxOpeningElement): boolean =>
  element.tagName.getText() === 'bdi' || element.attributes.properties.some((one) => ts.isJsxAttribute(one) && one.name.getText() === 'dir')
