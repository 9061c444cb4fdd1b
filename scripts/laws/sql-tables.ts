/** Which relations a piece of SQL names, and what it does to them. */
export interface TableUse {
  table: string
  writes: boolean
}

/** What stands for a value or a nested piece in the text given to `tableUses`. */
export const hole = '§'

const tokenShape = /'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]+"|[a-z_][a-z0-9_$]*|\S/gi

function tokens(text: string): string[] {
  return (text.match(tokenShape) ?? [])
    .filter((token) => !token.startsWith('--') && !token.startsWith('/*'))
    .map((token) =>
      token.startsWith('"') ? token.slice(1, -1) : token.startsWith("'") || token.startsWith('$$') ? "'" : token.toLowerCase(),
    )
}

const isName = (token: string | undefined): token is string => token !== undefined && /^[a-z_]/.test(token)

/** Words after which a list of tables has ended. */
const listEnds = new Set(
  'where group order limit having union intersect except returning set window offset fetch for when values select with'.split(' '),
)
/** Words that may stand between the verb and the table's name. */
const fillers = new Set(['only', 'table', 'lateral', 'if', 'exists', 'not', 'concurrently'])

/**
 * Finds tables in a statement or a part of one, by their place in it: after from, join, using, into, update and so on.
 * Names of common table expressions are left out, as are functions, aliases and columns.
 */
export function tableUses(text: string): TableUse[] {
  const list = tokens(text)
  const own = commonNames(list)
  const uses: TableUse[] = []
  /** Notes the table at `i` unless something else stands there; answers where reading goes on. */
  const take = (i: number, writes: boolean): number => {
    let at = i
    while (fillers.has(list[at] ?? '')) at++
    const first = list[at]
    if (!isName(first)) return at
    let name = first
    if (list[at + 1] === '.' && isName(list[at + 2])) {
      // Another schema is not ours, `public` is.
      if (first !== 'public') return at + 2
      at += 2
      name = list[at] ?? ''
    }
    const isFunction = list[at + 1] === '(' && !writes
    if (!isFunction && !own.has(name)) uses.push({ table: name, writes })
    return at
  }
  for (let i = 0; i < list.length; i++) {
    const word = list[i]
    const before = list[i - 1]
    if (word === 'into' && (before === 'insert' || before === 'merge')) i = take(i + 1, true)
    else if (word === 'update' && !['for', 'key', 'do', 'on', 'or', 'then'].includes(before ?? '')) i = take(i + 1, true)
    else if (word === 'from' && before === 'delete') i = take(i + 1, true)
    else if ((word === 'truncate' || word === 'copy') && isName(list[i + 1])) i = take(i + 1, true)
    else if (word === 'table' && ['alter', 'drop', 'lock', 'create'].includes(before ?? '')) i = take(i + 1, true)
    else if (word === 'join') i = take(i + 1, false)
    else if (word === 'using' && list[i + 1] !== '(') i = takeList(list, i + 1, take)
    else if (word === 'from' && !isNoList(list, i)) i = takeList(list, i + 1, take)
  }
  return uses
}

/** Names that `with` gives. */
function commonNames(list: string[]): Set<string> {
  const names = new Set<string>()
  list.forEach((word, i) => {
    if (word !== 'as') return
    let body = i + 1
    if (list[body] === 'not') body++
    if (list[body] === 'materialized') body++
    if (list[body] !== '(' && list[body] !== hole) return
    let at = i - 1
    if (list[at] === ')') while (at > 0 && list[at] !== '(') at--
    if (list[at] === '(') at--
    const name = list[at]
    if (isName(name) && ['with', 'recursive', ',', undefined, hole].includes(list[at - 1])) names.add(name)
  })
  return names
}

/** `from` inside extract(…), substring(…), trim(…) and in `is distinct from` begins no list. */
function isNoList(list: string[], i: number): boolean {
  if (list[i - 1] === 'distinct' && (list[i - 2] === 'is' || list[i - 2] === 'not')) return true
  let depth = 0
  for (let at = i - 1; at >= 0; at--) {
    if (list[at] === ')') depth++
    else if (list[at] === '(') {
      if (depth === 0) return ['extract', 'substring', 'trim', 'overlay', 'position'].includes(list[at - 1] ?? '')
      depth--
    }
  }
  return false
}

/** A list of tables: the first, and each one after a comma at the same depth. */
function takeList(list: string[], from: number, take: (i: number, writes: boolean) => number): number {
  const first = take(from, false)
  let depth = 0
  for (let at = first; at < list.length; at++) {
    const word = list[at] ?? ''
    if (word === '(') depth++
    else if (word === ')') {
      if (depth === 0) break
      depth--
    } else if (depth === 0 && at > first && listEnds.has(word)) break
    else if (depth === 0 && word === ',') take(at + 1, false)
  }
  // Subqueries in the list are read by the caller.
  return list[first] === '(' || !isName(list[first]) ? first - 1 : first
}
