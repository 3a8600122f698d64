import { visit } from 'unist-util-visit'

import { unitsOf } from '../../course/book.ts'
import { lineOf } from '../../course/lesson.ts'
import { ofEachSource, violations, type Found, type Law } from './law.ts'

/** Columns that a handout and a terminal have for a line of code. */
const WIDEST = 76
/** Columns that a page of the trainer's booklet has for a line of a program. */
const WIDEST_PROGRAM = 88

/** Law: no line of code runs off the page. */
export const fencesFit = ofEachSource(({ tree }) => {
  const found: Found[] = []
  visit(tree, 'code', (code) => {
    found.push(...tooWide(code.value, lineOf(code) + 1, WIDEST))
  })
  return found
})

/** Law: a solution fits the trainer's booklet. */
export const solutionsFit: Law = ({ book }) =>
  unitsOf(book).flatMap(({ exercise, solution }) =>
    violations(exercise.solution, tooWide(solution, 1, WIDEST_PROGRAM)),
  )

/** `first` is the number of the first line. */
const tooWide = (program: string, first: number, widest: number): Found[] =>
  program.split('\n').flatMap((text, index): Found[] => {
    const width = Array.from(text).length
    if (width <= widest) return []
    return [[first + index, `This line has ${width} columns; break it after at most ${widest}.`]]
  })
