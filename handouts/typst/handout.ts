import type { Book, LeafletName } from '../../src/course/book.ts'
import type { Highlighter } from '../highlight.ts'
import type { Block } from '../model/blocks.ts'
import {
  labelsIn,
  type Booklet,
  type BookletChapter,
  type BookletLesson,
  type Handout,
  type Passage,
} from '../model/handouts.ts'
import type { Leaflet } from '../model/leaflets.ts'
import { tearOff, type Torn } from '../model/sections.ts'
import type { Sheet } from '../model/sheet.ts'
import { WORDS } from '../words.ts'
import { typstOf } from './blocks.ts'
import type { TypstDocument } from './inline.ts'
import { literal } from './literal.ts'

/** A handout in Typst's own language. */
export function typstSourceOf(handout: Handout, book: Book, highlighter: Highlighter): string {
  const { document } = handout
  const typst = { book, highlighter, labels: labelsIn(handout), deeper: 1 }
  switch (document.type) {
    case 'booklet':
      return booklet(handout.title, document, typst)
    case 'sheets':
      return [
        '#import "/sheet.typ": *',
        `#show: sheets.with(${literals(WORDS.course, handout.title, WORDS.subject)})`,
        ...document.sheets.map((one) => sheet(one, typst)),
      ].join('\n\n')
    case 'leaflet':
      return leaflet(document, { ...typst, deeper: 0 })
  }
}

const literals = (...texts: string[]): string => texts.map(literal).join(', ')

const passage = ({ file, blocks }: Passage, typst: TypstDocument): string =>
  typstOf(blocks, { ...typst, file })

/** Title page, contents, how to read the pictures, and the chapters. */
function booklet(
  subtitle: string,
  { forTrainers, legend, chapters }: Booklet,
  typst: TypstDocument,
): string {
  const words = literals(WORDS.course, subtitle, WORDS.subject)
  return [
    '#import "/booklet.typ": *',
    `#show: booklet.with(${words}, ${forTrainers ? '9.6pt' : '10.2pt'})`,
    `#title-page(${words})`,
    '#contents()',
    `#pagebreak()\n#heading(level: 1, ${literal(WORDS.timelines)})`,
    passage(legend, typst),
    ...chapters.map((one) => chapter(one, forTrainers, typst)),
  ].join('\n\n')
}

function chapter(one: BookletChapter, forTrainers: boolean, typst: TypstDocument): string {
  const opening = `#chapter(${literal(one.title)}, <${one.label}>)[\n${passage(one, typst)}\n]`
  if (forTrainers) return [opening, ...one.lessons.map((it) => lesson(it, typst))].join('\n\n')
  const torn = one.lessons.map((it) => withoutAnswers(it))
  return [
    opening,
    ...torn.map((it) => lesson(it.lesson, typst)),
    tearOffs(
      one.title,
      torn.flatMap((it) => it.torn),
      typst,
    ),
  ].join('\n\n')
}

function lesson(one: BookletLesson, typst: TypstDocument): string {
  const { label, title, trainer } = one
  const minutes = trainer ? `, minutes: ${trainer.minutes ?? 'none'}` : ''
  const parts = [
    passage(one, typst),
    ...(trainer ? ['#for-the-trainer()', passage(trainer, typst)] : []),
  ]
  return `#lesson(${literal(title)}, <${label}>${minutes})[\n${parts.join('\n\n')}\n]`
}

/** Something folded, and the lesson from which it was taken. */
interface TornFrom extends Torn {
  lesson: BookletLesson
}

function withoutAnswers(one: BookletLesson): { lesson: BookletLesson; torn: TornFrom[] } {
  const { blocks, torn } = tearOff(one.blocks, (index) => `folded-${one.slug}-${index + 1}`)
  return { lesson: { ...one, blocks }, torn: torn.map((it) => ({ ...it, lesson: one })) }
}

/** One page for each kind of folded text, so that nobody reads the third hint with the first. */
function tearOffs(chapterTitle: string, torn: readonly TornFrom[], typst: TypstDocument): string {
  const entry = ({ label, folded, lesson: { title, file } }: TornFrom) =>
    `#torn(${literal(title)}, <${label}>)[\n${passage({ file, blocks: folded.children }, typst)}\n]`
  return [...new Set(torn.map(({ folded }) => folded.summary))]
    .map((kind, index) => {
      const head = literals(kind === 'Answer' ? 'Answers' : kind, chapterTitle)
      const body = torn.filter(({ folded }) => folded.summary === kind).map(entry)
      return `#tear-off(${index === 0 ? 'true' : 'false'}, ${head})[\n${body.join('\n')}\n]`
    })
    .join('\n\n')
}

function sheet(one: Sheet, typst: TypstDocument): string {
  const print = (blocks: Block[]) => `[${passage({ file: one.file, blocks }, typst)}]`
  return [
    `#sheet(${literals(one.slug, one.title, one.chapter)}, <${one.label}>,`,
    `story: ${print(one.story)},`,
    `question: ${print(one.question)},`,
    `programs: ${print(one.programs)},`,
    `job: ${print(one.job)},`,
    `timeline: ${print(one.timeline)})`,
  ].join('\n')
}

/** Leaflets that have to fit one sheet, as they hang on a wall or lie on a desk: the largest letters. */
const LARGEST: Partial<Record<LeafletName, string>> = {
  typescript: '11pt',
  'cheat-sheet': '11pt',
  misconceptions: '13pt',
}

/** Exercises are named, and lead nowhere, as the booklet is another file. */
function leaflet(document: Leaflet, typst: TypstDocument): string {
  const title = literals(document.title, WORDS.subject)
  const largest = LARGEST[document.name]
  const show = largest
    ? `#poster(${literal(document.name)}, ${title}, ${largest})`
    : `#leaflet(${title})`
  return `#import "/page.typ": *\n${show}[\n${passage(document, typst)}\n]`
}
