import type { Table, TableCell } from 'mdast'

import { unitsOf, type Book, type LeafletName, type Unit } from '../../src/course/book.ts'
import { exerciseRows } from '../../src/course/exercise-rows.ts'
import { blocksOf, plain, type Block } from './blocks.ts'
import { EXERCISE } from './links.ts'

/** A page beside the booklets, with its exercises found. */
export interface Leaflet {
  type: 'leaflet'
  name: LeafletName
  title: string
  file: string
  blocks: Block[]
  /** Rows that were left out, because none of their exercises is there yet. */
  leftOut: number
  /** Slugs of exercises that are not there yet. */
  awaited: string[]
}

/** The leaflets of a book; in their tables the names of exercises have become links. */
export const leafletsOf = (book: Book): Leaflet[] =>
  book.leaflets.map(({ name, source }) => {
    const { title, file } = source
    const counts = { leftOut: 0, awaited: [] }
    const leaflet: Leaflet = { type: 'leaflet', name, title, file, blocks: [], ...counts }
    const blocks = blocksOf(source).map((block) =>
      block.type === 'table' ? resolved(block, book, leaflet) : block,
    )
    return { ...leaflet, blocks, awaited: [...new Set(leaflet.awaited)] }
  })

/** A table whose exercises are found; what is missing is noted in the leaflet. */
function resolved(table: Table, book: Book, leaflet: Leaflet): Table {
  const found = new Map(
    exerciseRows(table).map(({ row, cell, slugs }) => {
      const units = unitsOf(book).filter(({ exercise }) => slugs.includes(exercise.slug))
      const isThere = (slug: string) => units.some(({ exercise }) => exercise.slug === slug)
      leaflet.awaited.push(...slugs.filter((slug) => !isThere(slug)))
      const left = units.length === 0 && slugs.length > 0 && leaflet.name === 'misconceptions'
      if (left) leaflet.leftOut += 1
      const children = row.children.map((one) =>
        one === cell ? { ...cell, children: linksTo(units) } : one,
      )
      return [row, left ? [] : [{ ...row, children }]]
    }),
  )
  return { ...table, children: table.children.flatMap((row) => found.get(row) ?? [row]) }
}

const linksTo = (units: readonly Unit[]): TableCell['children'] =>
  units.flatMap(({ exercise }, index) => [
    ...(index === 0 ? [] : [plain(', ')]),
    {
      type: 'link' as const,
      url: `${EXERCISE}${exercise.slug}`,
      children: [plain(`${exercise.number}\u00A0${exercise.slug}`)],
    },
  ])

/** What a trainer should know of a leaflet that awaits exercises; nothing of any other. */
export const whatIsAwaited = ({ file, leftOut, awaited }: Leaflet): string[] =>
  awaited.length === 0
    ? []
    : [
        `${file}: ${leftOut} row${leftOut === 1 ? '' : 's'} left out, whose exercises are ` +
          `not there yet; awaited: ${awaited.join(', ')}.`,
      ]
