import type { Complaint } from '../complaint.ts'
import { unitsOf, type Book, type Unit } from '../model/book.ts'
import type { Page } from '../model/pages.ts'
import type { Source } from '../model/source.ts'
import type { Drawable } from '../typst/fonts.ts'
import { charactersAreDrawn, undrawn } from './characters.ts'
import { constructsAreKnown } from './constructs.ts'
import { fencesFit, linesFit } from './fences.ts'
import { imagesSpeak } from './images.ts'
import { linksLead } from './links.ts'

/** The Markdown files from which handouts are made. */
export const sourcesOf = (book: Book, pages: readonly Page[]): Source[] => [
  ...book.chapters.map(({ page }) => page),
  ...unitsOf(book).flatMap(({ lesson, notes }) => [lesson, notes]),
  ...pages.map(({ source }) => source),
]

/** The laws that need nothing but the sources. */
export function complaintsAbout(
  book: Book,
  pages: readonly Page[],
  drawable: Drawable,
): Complaint[] {
  return [
    ...sourcesOf(book, pages).flatMap((source) => [
      ...isThere(source),
      ...constructsAreKnown(source),
      ...imagesSpeak(source, book.root),
      ...linksLead(source, book),
      ...fencesFit(source),
      ...charactersAreDrawn(source, drawable),
    ]),
    ...unitsOf(book).flatMap((unit) => [
      ...programsFit(unit, drawable),
      ...minutesAreGiven(unit),
      ...beliefsAreDrawn(unit, drawable),
    ]),
    ...pages.flatMap(({ complaints }) => complaints),
  ]
}

/** Law: what the handouts are made of is there, and has a title. */
const isThere = ({ file, exists, title }: Source): Complaint[] =>
  exists && title !== ''
    ? []
    : [{ file, line: 1, sentence: exists ? 'This page has no title.' : 'This file is missing.' }]

/** Law: the trainer's notes say how long an exercise takes. */
const minutesAreGiven = ({ minutes, notes }: Unit): Complaint[] =>
  minutes !== undefined || !notes.exists
    ? []
    : [{ file: notes.file, line: 1, sentence: 'A line such as "Minutes: 15" is missing.' }]

function programsFit({ exercise, solution, stub }: Unit, drawable: Drawable): Complaint[] {
  const { solution: answer, stub: start } = exercise
  return [
    ...linesFit(answer, solution),
    ...undrawn(answer, solution, 1, 'code', drawable),
    ...undrawn(start, stub, 1, 'code', drawable),
  ]
}

const beliefsAreDrawn = ({ mistakes }: Unit, drawable: Drawable): Complaint[] =>
  mistakes.flatMap(({ file, belief, says }) =>
    undrawn(file, [belief, ...says].join(' '), 1, 'prose', drawable),
  )
