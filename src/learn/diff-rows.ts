import { fileURLToPath } from 'node:url'
import { diffArrays } from 'diff'
import { format, resolveConfig } from 'prettier'
import { parseSync } from 'vite'

import { harmless } from '../harness/sentence.ts'
import type { DiffRow } from './session.ts'

/** Lines that are compared; an answer that is longer is cut, and so is a line. */
const MOST_LINES = 400
const LONGEST_LINE = 300
/** Characters of an answer that is read as TypeScript. */
const LONGEST = 20_000

/** A line of a file: what it says, whatever its comments, blanks and quotes, and what stands above. */
interface Line {
  text: string
  says: string
  /** Lines above it that say nothing: comments and blank ones. */
  above: string[]
}

/**
 * The lines of two files, beside each other as they belong together. Only what matters differs: yours
 * is laid out as the reference is, and comments, blank lines and `1_000` for `1000` are the same.
 */
export async function diffRowsOf(yours: string, reference: string): Promise<DiffRow[]> {
  const [mine, theirs] = [linesOf(await laidOut(yours)), linesOf(reference)]
  const rows: DiffRow[] = []
  const changes = diffArrays(mine, theirs, { comparator: (a, b) => a.says === b.says })
  let [at, there] = [0, 0]
  for (const { count, added, removed } of changes) {
    const left = added ? [] : mine.slice(at, (at += count))
    const right = removed ? [] : theirs.slice(there, (there += count))
    if (added && rows.at(-1)?.reference === undefined) fillIn(rows, right)
    else rows.push(...rowsOf(left, right, !added && !removed))
  }
  return rows
}

/** Rows of lines that are the same, or that only one of the two has. */
function rowsOf(left: readonly Line[], right: readonly Line[], same: boolean): DiffRow[] {
  const lines = left.length > 0 ? left : right
  return lines.flatMap((_, index) => [
    ...beside(left[index]?.above, right[index]?.above),
    { yours: left[index]?.text, reference: right[index]?.text, same },
  ])
}

const beside = (left: readonly string[] = [], right: readonly string[] = []): DiffRow[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    yours: left[index],
    reference: right[index],
    same: true,
  }))

/** What replaces lines stands beside them. */
function fillIn(rows: DiffRow[], right: readonly Line[]): void {
  let at = rows.findLastIndex(({ same }) => same) + 1
  for (const { text, above } of right) {
    rows.splice(at, 0, ...beside([], above))
    at += above.length
    const row = rows[at]
    if (row) row.reference = text
    else rows.push({ yours: undefined, reference: text, same: false })
    at += 1
  }
}

async function laidOut(source: string): Promise<string> {
  if (source.length > LONGEST) return source
  const options = await resolveConfig(SOLUTION)
  return format(source, { ...options, parser: 'typescript' }).catch(() => source)
}

/** For what lies here Prettier is told how the solutions are laid out. */
const SOLUTION = fileURLToPath(new URL('../../solutions/any/any.ts', import.meta.url))

function linesOf(source: string): Line[] {
  const lines: Line[] = []
  const above: string[] = []
  const said = withoutComments(source).split('\n')
  const texts = source.split('\n')
  for (const [index, text] of texts.slice(0, MOST_LINES).entries()) {
    const says = (said[index] ?? '').trim().replace(/(?<=\d)_(?=\d)/g, '')
    const shown = harmless(text.slice(0, LONGEST_LINE)).trimEnd()
    if (says === '') above.push(shown)
    else lines.push({ text: shown, says, above: above.splice(0) })
  }
  const left = texts.length - MOST_LINES
  if (left > 0) lines.push({ text: `… and ${left} more lines`, says: String(left), above: [] })
  return lines
}

/** A source with blanks in the place of its comments, as long as it was. */
function withoutComments(source: string): string {
  if (source.length > LONGEST) return source
  const { comments, errors } = parseSync('answer.ts', source)
  if (errors.length > 0) return source
  return comments.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
    source,
  )
}
