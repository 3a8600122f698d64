import type { Table, TableCell, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

import type { Complaint } from '../complaint.ts'
import { blocksOf, type Block } from './blocks.ts'
import { unitsOf, type Book, type Unit } from './book.ts'
import { EXERCISE } from './links.ts'
import { lineOf, readSource, type Source } from './source.ts'

/** The pages that stand beside the booklets, in the order in which they are listed. */
export const PAGES = ['plan', 'cheat-sheet', 'misconceptions'] as const
export type PageName = (typeof PAGES)[number]

/** What has to fit one sheet of paper, because it hangs on a wall or lies beside a keyboard. */
export const ONE_PAGE: readonly PageName[] = ['cheat-sheet', 'misconceptions']

/** A page with its exercises found. */
export interface Page {
  name: PageName
  source: Source
  blocks: Block[]
  /** Rows that were left out, because none of their exercises is there yet. */
  leftOut: number
  /** Slugs of exercises that are not there yet. */
  awaited: string[]
  complaints: Complaint[]
}

/** Where the source of a page lies. */
export const pageFile = (name: PageName): string => `handouts/pages/${name}.md`

/** Reads a page and finds the exercises that its tables name. */
export function readPage(book: Book, name: PageName): Page {
  const source = readSource(book.root, pageFile(name))
  const page: Page = { name, source, blocks: [], leftOut: 0, awaited: [], complaints: [] }
  visit(source.tree, 'table', (table) => resolveTable(book, page, table))
  return { ...page, blocks: blocksOf(source), awaited: [...new Set(page.awaited)] }
}

function resolveTable(book: Book, page: Page, table: Table): void {
  const [head, ...rows] = table.children
  const titles = head?.children.map((cell) => toString(cell)) ?? []
  const column = titles.findIndex((title) => /^Exercises?$/.test(title))
  if (!head || column < 0) return
  const kept = rows.filter((row) => {
    const cell = row.children[column]
    if (!cell) return true
    const names = slugsIn(page, cell)
    const units = unitsOf(book).filter(({ exercise }) => names.includes(exercise.slug))
    complainOfMinutes(page, row, titles.indexOf('Minutes'), units)
    cell.children = linksTo(units)
    return units.length > 0 || names.length === 0 || page.name !== 'misconceptions'
  })
  page.leftOut += rows.length - kept.length
  const found = new Set(unitsOf(book).map(({ exercise }) => exercise.slug))
  page.awaited = page.awaited.filter((slug) => !found.has(slug))
  table.children = [head, ...kept]
}

/** The slugs in a cell; whatever else is in it is complained of. */
function slugsIn(page: Page, cell: TableCell): string[] {
  const slugs = cell.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []))
  page.awaited.push(...slugs)
  const rest = cell.children.filter((node) => node.type !== 'inlineCode')
  if (rest.every((node) => node.type === 'text' && /^[\s,]*$/.test(node.value))) return slugs
  page.complaints.push({
    file: page.source.file,
    line: lineOf(cell),
    sentence: `"${toString(cell)}" should be names of exercises in backticks, with commas between.`,
  })
  return slugs
}

function complainOfMinutes(page: Page, row: TableRow, column: number, units: Unit[]): void {
  const cell = row.children[column]
  if (!cell || units.length === 0) return
  const planned = toString(cell)
  const needed = units.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  if (planned === String(needed)) return
  const names = units.map(({ exercise }) => `${exercise.number} ${exercise.slug}`).join(' and ')
  page.complaints.push({
    file: page.source.file,
    line: lineOf(row),
    sentence: `The plan gives ${names} ${planned} minutes, and the trainer's notes say ${needed}.`,
  })
}

const linksTo = (units: readonly Unit[]): TableCell['children'] =>
  units.flatMap(({ exercise }, index) => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ', ' }]),
    {
      type: 'link' as const,
      url: `${EXERCISE}${exercise.slug}`,
      children: [{ type: 'text' as const, value: `${exercise.number}\u00A0${exercise.slug}` }],
    },
  ])
