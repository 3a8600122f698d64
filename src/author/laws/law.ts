import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readCourse, relativePath, type Exercise } from '../../course/catalog.ts'

/** Where the course breaks a law, and what to do about it. */
export interface Violation {
  /** The file to write or to mend, relative to the repository, with `/`. */
  file: string
  message: string
}

/** The course as the laws look at it. Paths are relative to `root`, with `/`. */
export interface CourseFiles {
  root: string
  /** What the catalog knows: the exercises that have a folder in `test/`. */
  exercises: readonly Exercise[]
  /** Folders of chapters, and of exercises within them, in whichever mirror they lie. */
  chapters: readonly string[]
  folders: readonly string[]
  /** Every file in the three mirrors. */
  files: readonly string[]
}

/** A law that needs nothing but the files. */
export type Law = (course: CourseFiles) => Violation[]

/** The three trees that hold the same chapters and exercises. */
export const MIRRORS = ['exercises', 'solutions', 'test'] as const

/** What lies beside the chapters: submissions that wish the judge ill, and belong to no exercise. */
const APART = ['test/hostile']

/** Reads what the laws need to know of a course. */
export function readCourseFiles(root: string): CourseFiles {
  const chapters = allOf(MIRRORS.flatMap((mirror) => foldersIn(root, mirror)))
  const folders = chapters.flatMap((chapter) =>
    MIRRORS.flatMap((mirror) =>
      foldersIn(root, `${mirror}/${chapter}`).map((name) => `${chapter}/${name}`),
    ),
  )
  const files = MIRRORS.flatMap((mirror) => filesBelow(root, mirror))
  return { root, exercises: readCourse(root), chapters, folders: allOf(folders), files }
}

/** What an exercise's folder is called: `03-chained-handlers`. */
export const FOLDER = /^(\d\d)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

/** Number and slug that a folder's name tells; undefined for a name that tells none. */
export function nameOf(folder: string): { number: number; slug: string } | undefined {
  const [, number, slug = ''] = FOLDER.exec(folder.split('/').at(-1) ?? '') ?? []
  return number === undefined ? undefined : { number: Number(number), slug }
}

/** A folder with the first mirror in which it lies, to be named in a violation. */
export const somewhere = (root: string, folder: string): string =>
  `${MIRRORS.find((mirror) => existsSync(join(root, mirror, folder))) ?? 'test'}/${folder}`

/** The text of a file, with the line ends of Linux; empty when there is none. */
export function textOf(root: string, file: string): string {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : ''
}

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
