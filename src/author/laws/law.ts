import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'

import { readBook, sourcesOf, unitsOf, type Book, type Unit } from '../../course/book.ts'
import { exerciseAt, relativePath, type Exercise } from '../../course/catalog.ts'
import { lineOf, type Source } from '../../course/lesson.ts'
import type { Violation } from '../../course/violation.ts'

/** The course as the laws look at it. Paths are relative to `root`, with `/`. */
export interface CourseFiles {
  root: string
  /** The exercises that have a folder in any of the mirrors. */
  exercises: readonly Exercise[]
  /** Folders of chapters, and of exercises within them, in whichever mirror they lie. */
  chapters: readonly string[]
  folders: readonly string[]
  /** Every file in the three mirrors. */
  files: readonly string[]
  /** What is written about them. */
  book: Book
}

/** A law that needs nothing but the files. */
export type Law = (course: CourseFiles) => Violation[]

/** What a law has to say of a file: a sentence, and the line where one is meant. */
export type Found = string | [line: number, message: string]

/** A law about every page that is written in Markdown and there. */
export const ofEachSource =
  (check: (source: Source, course: CourseFiles) => Found[]): Law =>
  (course) =>
    sourcesOf(course.book).flatMap((source) => violations(source.file, check(source, course)))

/** A law about one kind of Markdown's nodes, wherever it stands; any kind where none is given. */
export const ofEachNode = <Type extends Nodes['type']>(
  type: Type | undefined,
  check: (
    node: Extract<Nodes, { type: Type }>,
    parent: Parents | undefined,
    source: Source,
    course: CourseFiles,
  ) => string[],
): Law =>
  ofEachSource((source, course) => {
    const found: Found[] = []
    visit(source.tree, (node, _index, parent) => {
      if (type !== undefined && node.type !== type) return
      const sentences = check(node as Extract<Nodes, { type: Type }>, parent, source, course)
      found.push(...sentences.map((sentence): Found => [lineOf(node), sentence]))
    })
    return found
  })

/** A law about one of the pages of an exercise, as far as it is there. */
const ofEach =
  (page: 'lesson' | 'notes') =>
  (check: (source: Source, unit: Unit, course: CourseFiles) => Found[]): Law =>
  (course) =>
    unitsOf(course.book)
      .filter((unit) => unit[page].exists)
      .flatMap((unit) => violations(unit[page].file, check(unit[page], unit, course)))

export const ofEachLesson = ofEach('lesson')
export const ofEachNotes = ofEach('notes')

export const violations = (file: string, found: readonly Found[]): Violation[] =>
  found.map((one) =>
    typeof one === 'string' ? { file, message: one } : { file, line: one[0], message: one[1] },
  )

/** The three trees that hold the same chapters and exercises. */
export const MIRRORS = ['exercises', 'solutions', 'test'] as const

/** What lies beside the chapters: submissions that wish the judge ill, and belong to no exercise. */
const APART = 'test/hostile/'

/** Reads what the laws need to know of a course. */
export function readCourseFiles(root: string): CourseFiles {
  const files = MIRRORS.flatMap((mirror) => filesBelow(root, mirror))
  const parts = files.map((file) => file.split('/').slice(1, -1))
  const chapters = allOf(parts.flatMap(([chapter]) => chapter ?? []))
  const folders = allOf(parts.flatMap(([chapter, name]) => (name ? `${chapter}/${name}` : [])))
  const exercises = folders
    .map((folder) => folder.split('/'))
    .filter((names) => names.every(nameOf))
    .map(([chapter = '', name = '']) => exerciseAt(chapter, name))
  let book: Book | undefined
  return {
    root,
    exercises,
    chapters,
    folders,
    files,
    // Parsed when somebody asks: a name that is refused should be refused at once.
    get book() {
      return (book ??= readBook(root, exercises, chapters))
    },
  }
}

/** What a folder is called: `03-chained-handlers`. */
const FOLDER = /^(\d\d)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

/** Number and slug that a folder's name tells; undefined for a name that tells none. */
export function nameOf(folder: string): { number: number; slug: string } | undefined {
  const [, number, slug = ''] = FOLDER.exec(folder.split('/').at(-1) ?? '') ?? []
  return number === undefined ? undefined : { number: Number(number), slug }
}

const allOf = (names: readonly string[]): string[] => [...new Set(names)].sort()

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== '.DS_Store')
    .map((entry) => relativePath(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(APART))
    .sort()
}
