import type { Table, TableCell, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** A row of a leaflet's table, and the exercises that it names. */
export interface ExerciseRow {
  row: TableRow
  /** The cell in which the names stand. */
  cell: TableCell
  slugs: string[]
  /** Whether anything stands there beside names in backticks and commas. */
  isMixed: boolean
  /** What the row says of minutes; undefined in a table without them. */
  minutes: string | undefined
}

/** The rows of a table that has a column called `Exercise`; none of any other table. */
export function exerciseRows({ children: [head, ...rows] }: Table): ExerciseRow[] {
  const titles = head?.children.map((cell) => toString(cell)) ?? []
  const column = titles.findIndex((title) => /^Exercises?$/.test(title))
  return rows.flatMap((row) => {
    const cell = row.children[column]
    if (!cell) return []
    const minutes = row.children[titles.indexOf('Minutes')]
    return [{ row, cell, ...namesIn(cell), minutes: minutes && toString(minutes) }]
  })
}

const namesIn = ({ children }: TableCell): Pick<ExerciseRow, 'slugs' | 'isMixed'> => ({
  slugs: children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])),
  isMixed: children.some(
    (node) => node.type !== 'inlineCode' && !(node.type === 'text' && /^[\s,]*$/.test(node.value)),
  ),
})
