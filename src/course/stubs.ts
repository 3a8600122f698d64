import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { holdsTodo, isStarted, type Exercise } from './catalog.ts'

/** Where a learner's file is kept when the stub takes its place; git ignores the folder. */
const KEPT = 'kept'
/** Stubs as they were when the first command was given: not every clone has a git that could tell. */
const STUBS = join('.cache', 'stubs')
/** Versions of a file that are looked through for its stub. */
const MOST_VERSIONS = 100

/** What a reset came to; paths are relative to the repository. */
export interface Reset {
  /** Where the learner's file is kept now; undefined when there was none, or it was the stub. */
  kept: string | undefined
}

/**
 * Puts the stub of an exercise back. What was there is copied first, and never lost.
 *
 * @throws Error that says what to do when the stub is nowhere to be found.
 */
export function resetStub(root: string, exercise: Exercise, now: Date = new Date()): Reset {
  const file = join(root, exercise.stub)
  const stub = originalStub(root, exercise)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (before === stub) return { kept: undefined }
  const kept = before === undefined ? undefined : keep(root, exercise, before, now)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stub)
  return { kept }
}

/** What a reset did, for the learner. */
export const resetSentence = (stub: string, { kept }: Reset): string =>
  kept === undefined
    ? `${stub} is as it was handed out.`
    : `${stub} is as it was handed out. Yours is kept in ${kept}.`

/** Remembers the stubs that are untouched, in case that nobody else knows them any more. */
export function rememberStubs(root: string, course: readonly Exercise[]): void {
  try {
    for (const exercise of course) remember(root, exercise)
  } catch {
    // A folder without rights: nobody changes a stub there.
  }
}

function remember(root: string, exercise: Exercise): void {
  const copy = join(root, STUBS, exercise.stub)
  if (existsSync(copy) || isStarted(root, exercise)) return
  mkdirSync(dirname(copy), { recursive: true })
  copyFileSync(join(root, exercise.stub), copy)
}

/**
 * Exercises in which somebody has written something, in course order: those whose stub is not as it
 * came. Where nobody knows how it came, one that still holds its `// TODO` counts as untouched.
 */
export function touched(root: string, course: readonly Exercise[]): Exercise[] {
  const changed = changedSinceHead(root)
  return course.filter(({ stub }) => {
    const text = textIn(join(root, stub))
    if (text === undefined || !holdsTodo(text)) return true
    const remembered = textIn(join(root, STUBS, stub))
    if (remembered === text) return false
    return changed ? changed.has(stub) : remembered !== undefined
  })
}

const textIn = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined

/** What differs from the newest commit in `exercises/`; nothing where git cannot tell. */
function changedSinceHead(root: string): ReadonlySet<string> | undefined {
  const names = git(root, 'diff', '--name-only', '--relative', 'HEAD', '--', 'exercises')
  return names === undefined ? undefined : new Set(names.split('\n'))
}

/** Where the stub of an exercise is remembered, relative to the repository; undefined where it is not. */
export function rememberedStub(root: string, { stub }: Exercise): string | undefined {
  const copy = join(STUBS, stub)
  return existsSync(join(root, copy)) ? copy : undefined
}

export function originalStub(root: string, { stub }: Exercise): string {
  const text = fromGit(root, stub) ?? textIn(join(root, STUBS, stub))
  if (text !== undefined) return text
  const now = textIn(join(root, stub))
  if (now !== undefined && holdsTodo(now)) return now
  throw new Error(
    `How ${stub} was handed out is nowhere to be found: it was changed before the first command of ` +
      'the course, and no git can tell how it was. Copy it from a fresh download.',
  )
}

/** The newest version of a file in the history that still says that it is not started. */
function fromGit(root: string, file: string): string | undefined {
  const commits = git(root, 'log', '--format=%H', `--max-count=${MOST_VERSIONS}`, '--', file)
  for (const commit of commits?.split('\n').filter(Boolean) ?? []) {
    const text = git(root, 'show', `${commit}:./${file}`)
    if (text !== undefined && holdsTodo(text)) return text
  }
  return undefined
}

function git(root: string, ...args: string[]): string | undefined {
  try {
    // A clone that belongs to somebody else, as it is in a container or on a drive that is shared, is
    // as good as any other: it is only read.
    return execFileSync('git', ['-c', 'safe.directory=*', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

function keep(root: string, { slug }: Exercise, text: string, now: Date): string {
  mkdirSync(join(root, KEPT), { recursive: true })
  for (let copy = 0; ; copy += 1) {
    const name = `${slug}-${stampOf(now)}${copy === 0 ? '' : `-${copy}`}.ts`
    const path = join(root, KEPT, name)
    if (existsSync(path)) continue
    writeFileSync(path, text, { flag: 'wx' })
    return `${KEPT}/${name}`
  }
}

/** Local time, as a name sorts by it: `2026-05-01-174500`. */
function stampOf(now: Date): string {
  const two = (count: number) => String(count).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `${day}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')}`
}
