import { existsSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { normalizePath, parseSync, type Plugin } from 'vite'

import type { SubmissionFile } from '../harness/submission.ts'
import { exerciseOf, readCourse, relativePath, type Exercise } from './catalog.ts'

/** Which file stands where a test imports `#exercises/…`. */
export type Target = 'exercises' | 'solutions'

interface Options {
  root: string
  target: Target
  /** Files to be judged by an exercise's tests, each run as if it were a test file of its own. */
  candidates?: ReadonlyMap<string, Exercise>
  /**
   * Awaited before a submission is read; resolves to what stands for it, or to nothing when the file
   * itself is to be read. Whoever keeps a run waiting lets it go on here.
   */
  sourceOfSubmission?: () => Promise<string | undefined>
}

const EXERCISES = '#exercises/'
const REFERENCE = '#reference/'
const GUARD = '?guard&for='
const SUBMISSION = '?submission'

/**
 * Resolves what tests import. `#exercises/…` leads to the submission, behind a guard that turns
 * everything that can be wrong with a file into one sentence; `#reference/…` always leads to a copy
 * of the reference solution of its own, so that it shares no state with the submission.
 *
 * A candidate is a file that is run like a test: what is loaded under its name is the exercise's
 * test, in which `#exercises/…` leads to the file itself.
 */
export function submissions({
  root,
  target,
  candidates = new Map(),
  sourceOfSubmission,
}: Options): Plugin {
  const absolute = (path: string) => normalizePath(join(root, path))
  /** What stands for a file. The guard and the submission are one reading of it. */
  const given = new Map<string, string>()

  return {
    name: 'async-kata:submissions',
    enforce: 'pre',

    resolveId(source, importer) {
      // Left as it is: Vite would follow a symbolic link, and lose the candidate.
      if (candidates.has(source)) return source
      // Vite writes what lies in the root from there, and finds it again only if it exists.
      if (candidates.has(absolute(source))) return absolute(source)
      // package.json knows it too, but a candidate may lie outside the package.
      if (source === '#harness') return absolute('harness/index.ts')
      if (source.startsWith(REFERENCE)) {
        return `${absolute(`solutions/${source.slice(REFERENCE.length)}`)}?reference`
      }
      if (!source.startsWith(EXERCISES)) return undefined
      const test = importer?.split('?')[0] ?? ''
      const file = candidates.has(test)
        ? test
        : absolute(`${target}/${source.slice(EXERCISES.length)}`)
      return `${file}${GUARD}${encodeURIComponent(test)}`
    },

    async load(id) {
      const candidate = candidates.get(id)
      if (candidate) return testCodeFor(root, candidate)
      if (id.endsWith(SUBMISSION)) {
        const code = given.get(id.slice(0, -SUBMISSION.length))
        return code === undefined ? undefined : { code, map: null }
      }
      const [file = '', test] = id.split(GUARD)
      if (test === undefined) return undefined
      const source = await sourceOfSubmission?.()
      if (source === undefined) given.delete(file)
      else given.set(file, source)
      const code = guardCode(root, { file, source, test: decodeURIComponent(test) }, candidates)
      return { code, map: null }
    },
  }
}

/** The test of an exercise, to be run under the name of a candidate. */
function testCodeFor(root: string, exercise: Exercise) {
  return { code: readFileSync(join(root, exercise.test), 'utf8'), map: null }
}

interface Guarded {
  file: string
  /** What stands for the file; undefined when it is to be read. */
  source: string | undefined
  test: string
}

function guardCode(
  root: string,
  { file, source, test }: Guarded,
  candidates: ReadonlyMap<string, Exercise>,
): string {
  const exercise = candidates.get(file) ?? exerciseOf(readCourse(root), root, file)
  const problem = whyNotLoadable(root, { file, source }, exercise)
  const submission: SubmissionFile = {
    file: shownPath(root, file),
    test,
    exports: exercise ? exportsOf(join(root, exercise.solution)) : {},
    ...(problem === undefined ? {} : { problem }),
  }
  const admit = JSON.stringify(normalizePath(join(root, 'harness', 'submission.ts')))
  // A file that cannot be parsed is not imported either; Vite would fail the whole test file.
  const load =
    problem === undefined ? `() => import(${JSON.stringify(file + SUBMISSION)})` : '() => ({})'
  return [
    `import { admit } from ${admit}`,
    `const submission = await admit(${JSON.stringify(submission)}, ${load})`,
    ...Object.keys(submission.exports).map((name) => `export const ${name} = submission.${name}`),
  ].join('\n')
}

/** A path as people read it: relative to the repository, if it lies there. */
export function shownPath(root: string, file: string): string {
  const path = relativePath(root, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path
}

/** Why a submission cannot be loaded, as a sentence that says what to do. */
function whyNotLoadable(
  root: string,
  { file, source }: Pick<Guarded, 'file' | 'source'>,
  exercise: Exercise | undefined,
): string | undefined {
  const name = shownPath(root, file)
  const restore =
    exercise && file === normalizePath(join(root, exercise.stub))
      ? ` \`git checkout ${name}\` brings the original back.`
      : ''
  if (source === undefined && !existsSync(file)) return `${name} is missing.${restore}`
  if (source === undefined && !statSync(file).isFile()) return `${name} is not a file.${restore}`
  const text = (source ?? readFileSync(file, 'utf8')).replace(/^\uFEFF/, '')
  if (text.trim() === '') return `${name} is empty.${restore}`
  if (text.includes('\0')) return `${name} is not a text file.${restore}`
  const [error] = parseSync(file, text).errors
  if (!error) return undefined
  const line = text.slice(0, error.labels[0]?.start ?? 0).split('\n').length
  return `${name} has a syntax error on line ${line}: ${error.message}. Mend that line and save.`
}

/** The names that a module exports as values, and what each of them is. */
export function exportsOf(file: string): SubmissionFile['exports'] {
  const source = readFileSync(file, 'utf8')
  const names = parseSync(file, source)
    .module.staticExports.flatMap((statement) => statement.entries)
    .filter((entry) => !entry.isType)
    .flatMap((entry) => entry.exportName.name ?? [])
  const isClass = (name: string) => new RegExp(`^export class ${name}\\b`, 'm').test(source)
  return Object.fromEntries(names.map((name) => [name, isClass(name) ? 'class' : 'function']))
}
