import { visit } from 'unist-util-visit'

import type { Complaint } from '../complaint.ts'
import { lineOf, type Source } from '../model/source.ts'

/** Columns that a lesson has for a line of code: so many fit a terminal, too. */
const WIDEST = 76
/** Columns that a page of the trainer's booklet has for a line of a program. */
const WIDEST_PROGRAM = 88

/** Law: no line of code runs off the page. */
export function fencesFit({ file, tree }: Source): Complaint[] {
  const complaints: Complaint[] = []
  visit(tree, 'code', (code) => {
    complaints.push(...linesFit(file, code.value, lineOf(code) + 1, WIDEST))
  })
  return complaints
}

/** The same for any program; `first` is the number of its first line. */
export const linesFit = (
  file: string,
  program: string,
  first = 1,
  widest = WIDEST_PROGRAM,
): Complaint[] =>
  program.split('\n').flatMap((text, index) => {
    const width = Array.from(text).length
    const sentence = `This line has ${width} columns; break it after at most ${widest}.`
    return width <= widest ? [] : [{ file, line: first + index, sentence }]
  })
