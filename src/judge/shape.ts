import { parseSync } from 'vite'

/** A piece of a source on its outermost level, as its syntax. */
export interface Statement {
  /** What it declares, if that is one thing. */
  name: string | undefined
  /** Its syntax tree as a text, without comments, white space and whatever else cannot be seen in it. */
  shape: string
}

/** What a source is made of, types left out; one that cannot be parsed is a single piece. */
export function statementsOf(source: string): Statement[] {
  const { program, errors } = parseSync('submission.ts', source)
  if (errors.length > 0) return [{ name: undefined, shape: source }]
  return program.body
    .map((statement) =>
      'declaration' in statement ? (statement.declaration ?? statement) : statement,
    )
    .filter(({ type }) => !type.startsWith('TS'))
    .map((statement) => ({
      name: nameIn(statement),
      shape: JSON.stringify(statement, (key, value: unknown) =>
        PLACES.has(key) ? undefined : value,
      ),
    }))
}

const PLACES = new Set(['start', 'end', 'range', 'loc', 'raw'])

const nameIn = (declared: unknown): string | undefined =>
  (declared as { id?: { name?: string } } | null)?.id?.name

/** Names that tell what somebody tried; whatever else things are called says nothing. */
const TELLTALES =
  'setTimeout|setInterval|setImmediate|queueMicrotask|nextTick|Date|Promise|then|catch|finally|' +
  'all|allSettled|any|race|forEach|map|reduce|push|once|on|off|addEventListener|AbortController|abort'

const FEATURES = new RegExp(`"name":"(?:${TELLTALES})"|"type":"\\w+"`, 'g')
const TRIED = new RegExp(
  `"name":"(?:${TELLTALES})"|"type":"(?:AwaitExpression|TryStatement|NewExpression)"`,
  'g',
)

/** Whether two people try the same means: who never sets a timer does not misunderstand timers. */
export function tryTheSame(one: readonly Statement[], other: readonly Statement[]): boolean {
  const [mine, theirs] = [one, other].map((all) => new Set(textOf(all).match(TRIED)))
  return mine?.size === theirs?.size && [...(mine ?? [])].every((word) => theirs?.has(word))
}

/** How much two sources are written alike, from 0 to 1: the constructs that they share, of all that they use. */
export function likeness(one: readonly Statement[], other: readonly Statement[]): number {
  const [mine, theirs] = [countsIn(textOf(one)), countsIn(textOf(other))]
  const all = new Set([...mine.keys(), ...theirs.keys()])
  let [shared, used] = [0, 0]
  for (const feature of all) {
    const [a, b] = [mine.get(feature) ?? 0, theirs.get(feature) ?? 0]
    shared += Math.min(a, b)
    used += Math.max(a, b)
  }
  return used === 0 ? 1 : shared / used
}

const textOf = (statements: readonly Statement[]): string =>
  statements.map(({ shape }) => shape).join()

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [feature] of text.matchAll(FEATURES))
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}
