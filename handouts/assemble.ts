import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from 'unist-util-visit'

import { readBook, sourcesOf, unitsOf, type Book } from '../src/course/book.ts'
import { besides } from '../src/course/links.ts'
import type { Violation } from '../src/course/violation.ts'
import { openHighlighter, type Highlighter } from './highlight.ts'
import { htmlOf } from './html/handout.ts'
import { indexHtml } from './html/index-page.ts'
import { charactersAreDrawn } from './laws/characters.ts'
import { sheetsAreOnePage } from './laws/one-page.ts'
import { solutionsStayHidden } from './laws/solutions.ts'
import { isPicture } from './model/blocks.ts'
import { handoutsOf, isForTrainers, type Handout } from './model/handouts.ts'
import { leafletsOf, whatIsAwaited } from './model/leaflets.ts'
import { prepare, type Prepared, type Spans } from './model/prepare.ts'
import { drawable, type Drawable } from './typst/fonts.ts'
import { typstSourceOf } from './typst/handout.ts'
import { openTypst, type Images, type Pdf, type Typst } from './typst/typst.ts'

/** What the handouts have to be told of the course, as they run no tests themselves. */
export interface Recordings {
  spans: Spans
  /** What is wrong with the course already; nothing is handed out then. */
  violations: readonly Violation[]
}

/** A file of the handouts. */
export interface Output {
  name: string
  content: string | Uint8Array
}

/** Everything that was made of a course, or why it must not be handed out. */
export interface Assembled {
  outputs: Output[]
  violations: Violation[]
  /** What a trainer should know, in sentences. */
  remarks: string[]
}

/** The tools that take time to load; they can serve more than one course. */
export interface Tools {
  typst: Typst
  highlighter: Highlighter
  /** What the fonts of the printer can draw. */
  drawable: Drawable
}

/** Loads Typst and the highlighter. */
export const openTools = async (): Promise<Tools> => {
  const [typst, highlighter] = await Promise.all([openTypst(), openHighlighter()])
  return { typst, highlighter, drawable: drawable(typst.fontInfo) }
}

/** Makes all handouts of a course in memory, and applies the laws of paper. */
export function assemble(root: string, { spans, violations }: Recordings, tools: Tools): Assembled {
  const book = readBook(root)
  const lessons = unitsOf(book).map((unit) => prepare(unit, spans))
  const leaflets = leafletsOf(book)
  const handouts = handoutsOf(book, lessons, leaflets)
  const written = handouts.map((handout) => write(handout, book, tools))
  const early = [
    ...violations,
    ...charactersAreDrawn(book, tools.drawable),
    ...solutionsStayHidden(
      book,
      written.filter(({ forTrainers }) => !forTrainers),
    ),
  ]
  // Typst stops at the first thing it does not know, so nothing is set that a law refuses.
  const images = imagesIn(book)
  const pdfs = early.length > 0 ? [] : written.map(({ typst }) => tools.typst.print(typst, images))
  const facts = pdfs.flatMap((pdf) => pdf.facts)
  return {
    outputs: [
      { name: 'index.html', content: indexHtml(handouts) },
      ...written.flatMap((one, index) => filesOf(one, pdfs[index])),
    ],
    violations: [...early, ...sheetsAreOnePage(book, facts)],
    remarks: [...leaflets.flatMap(whatIsAwaited), ...lessons.flatMap(onTheRealClock)],
  }
}

/** A handout in both languages of the printers. */
interface Written {
  name: string
  html: string
  typst: string
  forTrainers: boolean
}

const write = (handout: Handout, book: Book, { highlighter }: Tools): Written => ({
  name: handout.name,
  html: htmlOf(handout, book, highlighter),
  typst: typstSourceOf(handout, book, highlighter),
  forTrainers: isForTrainers(handout),
})

const filesOf = ({ name, html }: Written, pdf: Pdf | undefined): Output[] => [
  { name: `${name}.html`, content: html },
  { name: `${name}.pdf`, content: pdf?.bytes ?? '' },
]

/** Timelines that no run on the story's clock has drawn; a law says that the tests hold them. */
const onTheRealClock = ({ unit, story, sections }: Prepared): string[] =>
  [...story, ...sections.flatMap(({ blocks }) => blocks)]
    .filter(isPicture)
    .filter(({ spans }) => spans === undefined)
    .map(
      ({ line }) =>
        `${unit.lesson.file}:${line} runs on the real clock; its timeline is shown as text.`,
    )

/** The images of all pages, by their paths in the repository. */
function imagesIn(book: Book): Images {
  const images = new Map<string, Uint8Array>()
  for (const { file, tree } of sourcesOf(book)) {
    visit(tree, 'image', ({ url }) => {
      const path = besides(file, url)
      if (existsSync(join(book.root, path)))
        images.set(path, new Uint8Array(readFileSync(join(book.root, path))))
    })
  }
  return images
}
