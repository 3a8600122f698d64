import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Complaint } from './complaint.ts'
import { writeHandouts, type Handout } from './handouts.ts'
import { openHighlighter, type Highlighter } from './highlight.ts'
import { indexHtml } from './html/index-page.ts'
import { imagesOf } from './laws/images.ts'
import { complaintsAbout, sourcesOf } from './laws/index.ts'
import { sheetsAreOnePage, type Fact } from './laws/one-page.ts'
import { timelinesAreDrawn } from './laws/pictures.ts'
import { solutionsStayHidden } from './laws/solutions.ts'
import { readBook, unitsOf, type Book } from './model/book.ts'
import { PAGES, readPage, type Page } from './model/pages.ts'
import { prepare } from './model/prepare.ts'
import { recordTimelines, type Recordings } from './model/timelines.ts'
import { openPress, type Images, type Press, type Printed } from './typst/compiler.ts'
import { drawable, type Drawable } from './typst/fonts.ts'
import { remarksOn } from './remarks.ts'

/** A file of the handouts. */
export interface Output {
  name: string
  content: string | Uint8Array
}

/** Everything that was made of a course, or why it must not be handed out. */
export interface Assembled {
  outputs: Output[]
  complaints: Complaint[]
  /** What a trainer should know, in sentences. */
  remarks: string[]
}

/** The tools that take time to load; they can serve more than one course. */
export interface Tools {
  press: Press
  highlighter: Highlighter
  /** What the fonts of the press can draw. */
  drawable: Drawable
}

/** Loads Typst and the highlighter. */
export const openTools = async (): Promise<Tools> => {
  const [press, highlighter] = await Promise.all([openPress(), openHighlighter()])
  return { press, highlighter, drawable: drawable(press.fontInfo) }
}

/** Makes all handouts of a course in memory, and applies all laws. */
export async function assemble(root: string, tools: Promise<Tools>): Promise<Assembled> {
  const [recordings, ready] = await Promise.all([recordTimelines(root), tools])
  return assembleFrom(root, recordings, ready)
}

/** The same, when the tests have been run already. */
export function assembleFrom(root: string, recordings: Recordings, tools: Tools): Assembled {
  const book = readBook(root)
  const pages = PAGES.map((name) => readPage(book, name))
  const lessons = unitsOf(book).map((unit) => prepare(unit, recordings))
  const handouts = writeHandouts({ book, highlighter: tools.highlighter }, lessons, pages)
  const early = [
    ...complaintsAbout(book, pages, tools.drawable),
    ...timelinesAreDrawn(book, lessons, recordings),
    ...solutionsStayHidden(book, handouts.filter(isForParticipants)),
  ]
  // Typst stops at the first thing it does not know, so nothing is printed that others complain of.
  const printed = early.length > 0 ? [] : print(tools.press, handouts, imagesIn(book, pages))
  const facts = printed.flatMap((one) => one.facts as Fact[])
  return {
    outputs: outputsOf(handouts, printed),
    complaints: [...early, ...sheetsAreOnePage(book, facts)],
    remarks: remarksOn(book, pages, lessons),
  }
}

const isForParticipants = ({ forTrainers }: Handout): boolean => !forTrainers

const print = (press: Press, handouts: readonly Handout[], images: Images): Printed[] =>
  handouts.map(({ typst }) => press.print(typst, images))

const outputsOf = (handouts: readonly Handout[], printed: readonly Printed[]): Output[] => [
  { name: 'index.html', content: indexHtml(handouts) },
  ...handouts.flatMap(({ name, html }, index) => [
    { name: `${name}.html`, content: html },
    { name: `${name}.pdf`, content: printed[index]?.pdf ?? '' },
  ]),
]

const imagesIn = (book: Book, pages: readonly Page[]): Images =>
  new Map(
    sourcesOf(book, pages)
      .flatMap(imagesOf)
      .filter((file) => existsSync(join(book.root, file)))
      .map((file) => [file, new Uint8Array(readFileSync(join(book.root, file)))]),
  )
