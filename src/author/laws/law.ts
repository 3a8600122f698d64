import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { readBook, sourcesOf, unitsOf, type Book, type Unit } from '../../course/book.ts'
import { exerciseAt, relativePath, type Exercise } from '../../course/catalog.ts'
import type { Source } from '../../course/lesson.ts'
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
const APART = ['test/hostile']

/** Reads what the laws need to know of a course. */
export function readCourseFiles(root: string): CourseFiles {
  const chapters = allOf(MIRRORS.flatMap((mirror) => foldersIn(root, mirror)))
  const folders = allOf(
    chapters.flatMap((chapter) =>
      MIRRORS.flatMap((mirror) =>
        foldersIn(root, `${mirror}/${chapter}`).map((name) => `${chapter}/${name}`),
      ),
    ),
  )
  const exercises = folders
    .map((folder) => folder.split('/'))
    .filter((names) => names.every(nameOf))
    .map(([chapter = '', name = '']) => exerciseAt(chapter, name))
  const files = MIRRORS.flatMap((mirror) => filesBelow(root, mirror))
  return { root, exercises, chapters, folders, files, book: readBook(root, exercises, chapters) }
}

/** What an exercise's folder is called: `03-chained-handlers`. */
const FOLDER = /^(\d\d)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

/** Number and slug that a folder's name tells; undefined for a name that tells none. */
export function nameOf(folder: string): { number: number; slug: string } | undefined {
  const [, number, slug = ''] = FOLDER.exec(folder.split('/').at(-1) ?? '') ?? []
  return number === undefined ? undefined : { number: Number(number), slug }
}

/** A folder with the first mirror in which it lies, to be named in a violation. */
export const somewhere = (root: string, folder: string): string =>
  `${MIRRORS.find((mirror) => existsSync(join(root, mirror, folder))) ?? 'test'}/${folder}`

const allOf = (names: readonly string[]): string[] => [...new Set(names)].sort()

function foldersIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !APART.includes(`${folder}/${entry.name}`))
    .map((entry) => entry.name)
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== '.DS_Store')
    .map((entry) => relativePath(root, join(entry.parentPath, entry.name)))
    .filter((file) => !APART.some((folder) => file.startsWith(`${folder}/`)))
    .sort()
}
