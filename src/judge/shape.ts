import { parseSync } from 'vite'

/** A piece of a source on its outermost level, as its syntax. */
export interface Statement {
  /** What it declares, if that is one thing. */
  name: string | undefined
  /** Its syntax as a text, without comments, white space, types and whatever else does not run. */
  shape: string
  /** Every construct in it, as often as it stands there. */
  constructs: readonly string[]
}

/** What a source is made of; one that cannot be parsed is a single piece. */
export function statementsOf(source: string): Statement[] {
  const { program, errors } = parseSync('submission.ts', source)
  if (errors.length > 0) return [{ name: undefined, shape: source, constructs: [] }]
  return program.body
    .map((statement) =>
      'declaration' in statement ? (statement.declaration ?? statement) : statement,
    )
    .filter(({ type }) => !type.startsWith('TS'))
    .map((statement) => ({
      name: nameIn(statement),
      shape: JSON.stringify(statement, (key, value: unknown) =>
        NOT_RUN.has(key) ? undefined : value,
      ),
      constructs: [...constructsIn(statement as unknown as Node)],
    }))
}

const NOT_RUN = new Set(
  'start end range loc raw typeAnnotation returnType typeParameters typeArguments'.split(' '),
)

const nameIn = (declared: unknown): string | undefined =>
  (declared as { id?: { name?: string } } | null)?.id?.name

interface Node {
  type: string
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Names that tell what somebody tried; whatever else things are called says nothing. */
const TELLTALES = new Set(
  (
    'setTimeout setInterval setImmediate queueMicrotask nextTick Date then catch finally ' +
    'all allSettled any race forEach map reduce push once on off addEventListener AbortController abort'
  ).split(' '),
)

/** Constructs that tell as much. */
const TELLING = new Set(['AwaitExpression', 'TryStatement', 'NewExpression', 'for await'])

function* constructsIn(node: Node): Generator<string> {
  yield node.type
  if (node.type === 'ForOfStatement' && node.await === true) yield 'for await'
  // Called: a variable of that name tells nothing.
  const called = isNode(node.callee) ? (node.callee.property ?? node.callee) : undefined
  if (isNode(called) && TELLTALES.has(String(called.name))) yield String(called.name)
  for (const [key, value] of Object.entries(node)) {
    if (NOT_RUN.has(key)) continue
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) yield* constructsIn(child)
    }
  }
}

/**
 * Whether two people try the same means, function by function: who never sets a timer does not
 * misunderstand timers.
 */
export function tryTheSame(one: readonly Statement[], other: readonly Statement[]): boolean {
  const names = new Set(one.map(({ name }) => name))
  const both = new Set(other.map(({ name }) => name).filter((name) => names.has(name)))
  const part = (all: readonly Statement[], name: string | undefined) =>
    triedIn(all.filter((it) => (both.has(it.name) ? it.name : undefined) === name))
  return [undefined, ...both].every((name) => part(one, name) === part(other, name))
}

const triedIn = (statements: readonly Statement[]): string =>
  [...new Set(statements.flatMap(({ constructs }) => constructs))]
    .filter((it) => TELLTALES.has(it) || TELLING.has(it))
    .sort()
    .join()

/** How much two sources are written alike, from 0 to 1: the constructs that they share, of all that they use. */
export function likeness(one: readonly Statement[], other: readonly Statement[]): number {
  const [mine, theirs] = [countsIn(one), countsIn(other)]
  const all = new Set([...mine.keys(), ...theirs.keys()])
  let [shared, used] = [0, 0]
  for (const construct of all) {
    const [a, b] = [mine.get(construct) ?? 0, theirs.get(construct) ?? 0]
    shared += Math.min(a, b)
    used += Math.max(a, b)
  }
  return used === 0 ? 1 : shared / used
}

function countsIn(statements: readonly Statement[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const construct of statements.flatMap(({ constructs }) => constructs)) {
    counts.set(construct, (counts.get(construct) ?? 0) + 1)
  }
  return counts
}
