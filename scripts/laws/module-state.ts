import ts from 'typescript'

export interface Finding {
  node: ts.Node
  says: string
}

/** What is made with `new` and cannot change afterwards, or is a table of constants when it is made with its content. */
const settled = new Set(['RegExp', 'URL', 'TextEncoder', 'TextDecoder', 'Error'])
const tables = new Set(['Map', 'Set', 'Array', 'Uint8Array', 'Uint16Array', 'Uint32Array', 'Float64Array'])
/** Calls that change what they are called on. */
const changing = new Set('push pop shift unshift splice sort reverse fill copyWithin set add delete clear append'.split(' '))

const held = 'hold it in the context (ctx.hold)'

/** State that outlives a test and that two contexts share: whatever a module makes when it is loaded and changes afterwards. */
export function moduleState(file: ts.SourceFile): Finding[] {
  const found: Finding[] = []
  const constants = new Map<string, ts.VariableDeclaration>()
  for (const statement of file.statements) {
    if (ts.isClassDeclaration(statement)) found.push(...staticState(statement))
    if (!ts.isVariableStatement(statement)) continue
    if (!(statement.declarationList.flags & ts.NodeFlags.Const)) found.push({ node: statement, says: `state at module level: ${held}` })
    for (const declaration of statement.declarationList.declarations) {
      if (ts.isIdentifier(declaration.name)) constants.set(declaration.name.text, declaration)
      const says = made(declaration.initializer)
      if (says) found.push({ node: statement, says })
    }
  }
  const visit = (node: ts.Node): void => {
    const name = changedBy(node, constants)
    // A table that is filled while the module loads, and never after, is a constant.
    if (name && later(node) && !shadowed(node, name)) found.push({ node, says: `${name} stands at module level and is changed: ${held}` })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Looks through `as const`, `satisfies`, brackets and `Object.freeze`. */
const bare = (node: ts.Expression | undefined): ts.Expression | undefined => {
  if (!node) return undefined
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return bare(node.expression)
  return node
}

function made(initializer: ts.Expression | undefined): string | null {
  const node = bare(initializer)
  if (!node) return null
  if (ts.isNewExpression(node)) {
    const name = node.expression.getText()
    if (settled.has(name) || name.startsWith('Intl.')) return null
    if (tables.has(name) && (node.arguments?.length ?? 0) > 0) return null
    return tables.has(name) || /^(Weak|LRU)/.test(name)
      ? `a store at module level: ${held}`
      : `an object of one's own at module level: ${held}`
  }
  // Called at once: what it declares lives on in what it answers.
  const called = ts.isCallExpression(node) ? bare(node.expression) : undefined
  if (called && (ts.isArrowFunction(called) || ts.isFunctionExpression(called)) && keeps(called.body))
    return `a function called at module level that keeps something: ${held}`
  return null
}

/** Whether a function's own body declares what can change. */
function keeps(body: ts.ConciseBody): boolean {
  return (
    ts.isBlock(body) &&
    body.statements.some(
      (statement) =>
        ts.isVariableStatement(statement) &&
        (!(statement.declarationList.flags & ts.NodeFlags.Const) ||
          statement.declarationList.declarations.some(({ initializer }) => made(initializer) !== null)) &&
        returnsFunction(body),
    )
  )
}

const returnsFunction = (body: ts.Block): boolean =>
  body.statements.some((statement) => {
    const value = ts.isReturnStatement(statement) ? bare(statement.expression) : undefined
    return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isObjectLiteralExpression(value))
  })

function staticState(declaration: ts.ClassDeclaration): Finding[] {
  return declaration.members.flatMap((member) => {
    if (!ts.isPropertyDeclaration(member)) return []
    const kinds = new Set(member.modifiers?.map((modifier) => modifier.kind))
    if (!kinds.has(ts.SyntaxKind.StaticKeyword)) return []
    const says = kinds.has(ts.SyntaxKind.ReadonlyKeyword) ? made(member.initializer) : `a static field that can change: ${held}`
    return says ? [{ node: member, says }] : []
  })
}

/** `a.b[c]` belongs to `a`. */
const rootOf = (node: ts.Expression): string | null => {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node))
    return rootOf(node.expression)
  return null
}
const within = (node: ts.Expression): string | null => (ts.isIdentifier(node) ? null : rootOf(node))

const isAssignment = (kind: ts.SyntaxKind) => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment

/** The module's constant that this node changes, if it does. */
function changedBy(node: ts.Node, constants: Map<string, ts.VariableDeclaration>): string | null {
  let name: string | null = null
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) name = within(node.left)
  else if (ts.isDeleteExpression(node)) name = within(node.expression)
  else if (ts.isPostfixUnaryExpression(node)) name = within(node.operand)
  else if (
    ts.isPrefixUnaryExpression(node) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
  )
    name = within(node.operand)
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: on, name: method } = node.expression
    const [first] = node.arguments
    if (on.getText() === 'Object' && ['assign', 'defineProperty', 'setPrototypeOf'].includes(method.text))
      name = first ? rootOf(first) : null
    else if (changing.has(method.text)) name = rootOf(on)
    else if (method.text === 'test' || method.text === 'exec') name = remembering(rootOf(on), constants)
  }
  const declared = name === null ? undefined : bare(constants.get(name)?.initializer)
  // What was imported, and what a function answered, may be anything: a room's own literal or object is what is meant here.
  const own =
    declared &&
    (ts.isArrayLiteralExpression(declared) ||
      ts.isObjectLiteralExpression(declared) ||
      ts.isNewExpression(declared) ||
      ts.isRegularExpressionLiteral(declared))
  return own ? name : null
}

/** A pattern with `g` or `y` goes on where it last stopped. */
function remembering(name: string | null, constants: Map<string, ts.VariableDeclaration>): string | null {
  const pattern = name === null ? undefined : bare(constants.get(name)?.initializer)
  return pattern && ts.isRegularExpressionLiteral(pattern) && /\/[a-z]*[gy][a-z]*$/.test(pattern.text) ? name : null
}

/** Whether this runs after the module was loaded: inside a function. */
const later = (node: ts.Node): boolean => {
  for (let at = node.parent; at && !ts.isSourceFile(at); at = at.parent) if (ts.isFunctionLike(at)) return true
  return false
}

/** Whether the name means something nearer: a parameter or a variable of a function around it. */
function shadowed(node: ts.Node, name: string): boolean {
  const names = (binding: ts.BindingName): boolean =>
    ts.isIdentifier(binding) ? binding.text === name : binding.elements.some((one) => !ts.isOmittedExpression(one) && names(one.name))
  for (let at: ts.Node | undefined = node; at && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at) && at.parameters.some((parameter) => names(parameter.name))) return true
    const lists = ts.isBlock(at)
      ? at.statements.flatMap((statement) => (ts.isVariableStatement(statement) ? [statement.declarationList] : []))
      : (ts.isForStatement(at) || ts.isForOfStatement(at) || ts.isForInStatement(at)) &&
          at.initializer &&
          ts.isVariableDeclarationList(at.initializer)
        ? [at.initializer]
        : []
    if (lists.some((list) => list.declarations.some((one) => names(one.name)))) return true
  }
  return false
}
