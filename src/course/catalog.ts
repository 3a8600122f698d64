import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { closestMatch } from 'leven'

/** An exercise as its folders tell it. Paths are relative to the repository, with `/`. */
export interface Exercise {
  /** The name used in commands, unique in the course: `limit`. */
  readonly slug: string
  /** What people say: `6.1`. */
  readonly number: string
  /** Where it lies in each mirror: `06-coordination/01-limit`. */
  readonly path: string
  /** The only file that a learner edits. */
  readonly stub: string
  readonly solution: string
  readonly test: string
}

/** A folder of the course; a cloud drive's copy, "01-limit 2", is none. */
const NUMBERED = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/

/**
 * The course in its order, read from the folders of `test/`: a learner may delete what is in
 * `exercises/`, and the course must still know what is missing.
 */
export function readCourse(root: string): Exercise[] {
  const tests = join(root, 'test')
  return numbered(tests).flatMap((chapter) =>
    numbered(join(tests, chapter)).map((folder) => exerciseAt(chapter, folder)),
  )
}

/** The exercise to which a file belongs, in whichever mirror it lies. */
export function exerciseOf(
  course: readonly Exercise[],
  root: string,
  file: string,
): Exercise | undefined {
  const [, chapter, folder] = relativePath(root, file).split('/')
  return course.find((exercise) => exercise.path === `${chapter}/${folder}`)
}

/**
 * The exercise that somebody means: `limit`, `Limit`, `6.1`, or the path of its folder or of a file
 * in it, in whichever mirror and with whichever slashes.
 *
 * @throws Error with a sentence that lists what there is.
 */
export function exerciseNamed(course: readonly Exercise[], name: string): Exercise {
  const said = name.toLowerCase().replaceAll('\\', '/').replace(/\/+$/, '')
  const found = course.find(isCalled(said))
  if (found) return found
  const names = course.map(({ number, slug }) => `${number} ${slug}`).join(', ')
  throw new Error(
    `There is no exercise called "${name}". There are: ${names}.${likelyMeant(course, said)}`,
  )
}

const isCalled =
  (said: string) =>
  ({ slug, number, path }: Exercise): boolean =>
    [slug, number, basename(path), `${slug}.ts`].includes(said) || `/${said}/`.includes(`/${path}/`)

/** Three letters may be wrong. */
function likelyMeant(course: readonly Exercise[], said: string): string {
  const word = basename(said, '.ts').replace(/^\d+-/, '')
  const slugs = course.map(({ slug }) => slug)
  const meant = closestMatch(word, slugs, { maxDistance: 3 })
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

/** A path as the course writes it: relative to the repository, with `/` on every system. */
export const relativePath = (root: string, file: string): string =>
  relative(root, file).split(sep).join('/')

/** The wrong answers that the tests of an exercise must catch: paths relative to the repository. */
export const mistakesOf = (root: string, exercise: Exercise): string[] =>
  filesIn(root, `test/${exercise.path}/mistakes`)

/** The right answers in other styles that the tests must accept. */
export const acceptedOf = (root: string, exercise: Exercise): string[] =>
  filesIn(root, `test/${exercise.path}/accepted`)

const MODULE = /\.[cm]?[jt]sx?$|\.json$/

/** Names that begin with a dot belong to editors and systems: locks, shadows of a Mac's files. */
const isOurs = (name: string): boolean => !name.startsWith('.')

/** Whether a file is the stub, or something that a learner has put beside it and may import. */
export const isPartOfAnswer = ({ stub }: Exercise, file: string): boolean =>
  dirname(file) === dirname(stub) && MODULE.test(file) && isOurs(basename(file))

/**
 * Folders that look like a chapter or an exercise and are none: paths relative to the repository. A
 * cloud drive calls its copies so.
 */
function strayFolders(root: string): string[] {
  const inside = (folder: string): string[] =>
    foldersIn(join(root, folder)).map((name) => `${folder}/${name}`)
  const isStray = (path: string) => /^\d+-/.test(basename(path)) && !NUMBERED.test(basename(path))
  return ['exercises', 'solutions', 'test'].flatMap((mirror) =>
    inside(mirror).flatMap((chapter) => [chapter, ...inside(chapter)].filter(isStray)),
  )
}

/** What a learner is told of such folders; empty where there are none. */
export function strayNotice(root: string): string {
  const [first, ...more] = strayFolders(root)
  if (first === undefined) return ''
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return `${first}${others} is no exercise, and is left alone: a folder is called like 01-limit.`
}

/** A stub that still holds its `// TODO` has not been started; a missing one was deleted by someone. */
export function isStarted(root: string, exercise: Exercise): boolean {
  const file = join(root, exercise.stub)
  return !existsSync(file) || !holdsTodo(readFileSync(file, 'utf8'))
}

/** Whether a source still says that it is not started. */
export const holdsTodo = (source: string): boolean => /^\s*\/\/\s*TODO\b/m.test(source)

/** The exercise that waits for the learner: the first one in course order that is not started. */
export const firstNotStarted = (root: string, course: readonly Exercise[]): Exercise | undefined =>
  course.find((exercise) => !isStarted(root, exercise))

/** The exercise of a folder that is called like one. */
export function exerciseAt(chapter: string, folder: string): Exercise {
  const [, chapterNumber = ''] = NUMBERED.exec(chapter) ?? []
  const [, number = '', slug = ''] = NUMBERED.exec(folder) ?? []
  const path = `${chapter}/${folder}`
  return {
    slug,
    number: `${Number(chapterNumber)}.${Number(number)}`,
    path,
    stub: `exercises/${path}/${slug}.ts`,
    solution: `solutions/${path}/${slug}.ts`,
    test: `test/${path}/${slug}.test.ts`,
  }
}

const numbered = (folder: string): string[] =>
  foldersIn(folder).filter((name) => NUMBERED.test(name))

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && isOurs(name))
    .sort()
    .map((name) => `${folder}/${name}`)
}
