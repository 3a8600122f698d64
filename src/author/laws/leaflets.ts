import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

import { unitsOf, type Book } from '../../course/book.ts'
import { exerciseRows, type ExerciseRow } from '../../course/exercise-rows.ts'
import { lineOf, minutesOf } from '../../course/lesson.ts'
import { violations, type Found, type Law } from './law.ts'

/** Law: the pages beside the booklets are there; they name exercises, and give them their minutes. */
export const leafletsAreRight: Law = ({ book }) =>
  book.leaflets.flatMap(({ source: { file, exists, title, tree } }) => {
    const found: Found[] = []
    if (!exists) found.push('The file is missing: write this page of the handouts.')
    else if (title === '') found.push('This page has no title.')
    visit(tree, 'table', (table) => {
      found.push(...exerciseRows(table).flatMap((row) => wrongRow(row, book)))
    })
    return violations(file, found)
  })

function wrongRow({ row, cell, slugs, isMixed, minutes }: ExerciseRow, book: Book): Found[] {
  const found: Found[] = []
  if (isMixed) {
    const words = toString(cell)
    found.push([
      lineOf(cell),
      `"${words}" should be names of exercises in backticks, with commas between.`,
    ])
  }
  const units = unitsOf(book).filter(({ exercise }) => slugs.includes(exercise.slug))
  // Where the notes do not say, another law complains.
  const needed = units.reduce((sum, { notes }) => sum + (minutesOf(notes) ?? NaN), 0)
  if (units.length === 0 || Number.isNaN(needed)) return found
  if (minutes === undefined || minutes === String(needed)) return found
  const names = units.map(({ exercise }) => `${exercise.number} ${exercise.slug}`).join(' and ')
  const message = `The plan gives ${names} ${minutes} minutes, and the trainer's notes say ${needed}.`
  return [...found, [lineOf(row), message]]
}
