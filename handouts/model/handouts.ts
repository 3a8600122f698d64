import type { Book, Chapter, LeafletName, Unit } from '../../src/course/book.ts'
import { minutesOf } from '../../src/course/lesson.ts'
import { WORDS } from '../words.ts'
import { blocksOf, type Block } from './blocks.ts'
import type { Leaflet } from './leaflets.ts'
import { LEGEND } from './legend.ts'
import { chapterLabel, exerciseLabel } from './links.ts'
import { lessonBlocks, type Prepared } from './prepare.ts'
import { sheetOf, type Sheet } from './sheet.ts'
import { timeTable, trainerBlocks } from './trainer.ts'

/** A handout as data: what stands in it, in which order, for every printer. */
export interface Handout {
  /** Its files are called `name.html` and `name.pdf`. */
  name: string
  title: string
  /** For whom it is, and what is in it. */
  about: string
  document: Booklet | Sheets | Leaflet
}

/** Blocks, and the file in which their links and images are read. */
export interface Passage {
  file: string
  blocks: Block[]
}

export interface Booklet {
  type: 'booklet'
  /** Whether solutions may stand in it; otherwise answers and hints are torn off in print. */
  forTrainers: boolean
  legend: Passage
  chapters: BookletChapter[]
}

export interface BookletChapter extends Passage {
  label: string
  title: string
  lessons: BookletLesson[]
}

export interface BookletLesson extends Passage {
  label: string
  slug: string
  title: string
  /** What stands below the lesson in the trainer's booklet. */
  trainer?: Passage & { minutes: number | undefined }
}

interface Sheets {
  type: 'sheets'
  sheets: Sheet[]
}

/** All handouts, in the order in which the index lists them. */
export const handoutsOf = (
  book: Book,
  lessons: readonly Prepared[],
  leaflets: readonly Leaflet[],
): Handout[] => [
  {
    name: 'participant',
    title: WORDS.participant,
    about: 'All lessons. Answers and hints are folded; in print they stand on pages of their own.',
    document: booklet(book, lessons, false),
  },
  {
    name: 'sheets',
    title: WORDS.sheets,
    about: 'Story, programs, job and timeline, to lie beside the keyboard.',
    document: { type: 'sheets', sheets: sheets(book, lessons) },
  },
  ...leaflets.map((document) => ({
    name: document.name,
    title: document.title,
    about: ABOUT[document.name],
    document,
  })),
  {
    name: 'trainer',
    title: WORDS.trainer,
    about: 'With solutions, minutes, what to ask, and the beliefs behind the mistakes.',
    document: booklet(book, lessons, true),
  },
]

const ABOUT: Record<LeafletName, string> = {
  plan: 'Half a day, one day or two.',
  typescript: 'One page for whoever knows Python.',
  'cheat-sheet': 'One page for the desk.',
  misconceptions: 'One page for the wall.',
}

const booklet = (
  { chapters }: Book,
  lessons: readonly Prepared[],
  forTrainers: boolean,
): Booklet => ({
  type: 'booklet',
  forTrainers,
  legend: { file: '', blocks: LEGEND },
  chapters: chapters.map((chapter) => ({
    label: chapterLabel(chapter.folder),
    title: chapter.page.title,
    file: chapter.page.file,
    blocks: [...blocksOf(chapter.page), ...(forTrainers ? timeTable(chapter) : [])],
    lessons: inChapter(chapter, lessons).map((lesson) => ({
      label: exerciseLabel(lesson.unit.exercise.slug),
      slug: lesson.unit.exercise.slug,
      title: lesson.unit.lesson.title,
      file: lesson.unit.lesson.file,
      blocks: lessonBlocks(lesson),
      ...(forTrainers ? { trainer: forTheTrainer(lesson.unit) } : {}),
    })),
  })),
})

const forTheTrainer = (unit: Unit): BookletLesson['trainer'] & object => ({
  minutes: minutesOf(unit.notes),
  file: unit.notes.file,
  blocks: trainerBlocks(unit),
})

const sheets = ({ chapters }: Book, lessons: readonly Prepared[]): Sheet[] =>
  chapters.flatMap((chapter) =>
    inChapter(chapter, lessons).map((lesson) => sheetOf(lesson, chapter.page.title)),
  )

const inChapter = ({ units }: Chapter, lessons: readonly Prepared[]): Prepared[] =>
  lessons.filter(({ unit }) => units.includes(unit))

/** The places of a document to which a link within it can lead. */
export function labelsIn({ document }: Handout): Set<string> {
  switch (document.type) {
    case 'booklet':
      return new Set(
        document.chapters.flatMap(({ label, lessons }) => [
          label,
          ...lessons.map((one) => one.label),
        ]),
      )
    case 'sheets':
      return new Set(document.sheets.map(({ label }) => label))
    case 'leaflet':
      return new Set()
  }
}

/** Whether participants must not see it. */
export const isForTrainers = ({ document }: Handout): boolean =>
  document.type === 'booklet' && document.forTrainers
