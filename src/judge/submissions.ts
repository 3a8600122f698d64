import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { normalizePath, parseSync, type Plugin } from 'vite'

import type { SubmissionFile } from '../harness/submission-file.ts'
import { moduleOf, type Candidates } from './candidates.ts'
import { exerciseOf, readCourse, relativePath, type Exercise } from '../course/catalog.ts'
import { readSubmission, type Reading } from './loadable.ts'

/** Which file stands where a test imports `#exercises/…`. */
export type Target = 'exercises' | 'solutions'

interface Options {
  root: string
  target: Target
  /** Files to be judged by an exercise's tests, each by a copy of these. */
  candidates?: Candidates
  /**
   * Awaited before a submission is read; resolves to what stands for it, or to nothing when the file
   * itself is to be read. Whoever keeps a run waiting lets it go on here.
   */
  sourceOfSubmission?: () => Promise<string | undefined>
}

const EXERCISES = '#exercises/'
const REFERENCE = '#reference/'
const LOADER = '?loader&for='

/**
 * Resolves what tests import. `#exercises/…` leads to the submission, behind a loader that turns
 * everything that can be wrong with a file into one sentence; `#reference/…` always leads to a copy
 * of the reference solution of its own, so that it shares no state with the submission.
 *
 * A candidate is a copy of an exercise's test, in which `#exercises/…` leads to the file that is to
 * be judged.
 */
export function submissions({
  root,
  target,
  candidates = new Map(),
  sourceOfSubmission,
}: Options): Plugin {
  const absolute = (path: string) => normalizePath(join(root, path))
  /** What stands for a submission, by the name of its module: its loader and itself are one reading. */
  const given = new Map<string, string>()
  /** The files behind the names of modules, where the two differ. */
  const files = new Map<string, string>()
  const fileOf = (module: string) => files.get(module) ?? module

  function nameOf(file: string, slug?: string): string {
    const module = moduleOf(root, file, slug)
    if (module !== file) files.set(module, file)
    return module
  }

  return {
    name: 'async-kata:submissions',
    enforce: 'pre',

    resolveId(source, importer) {
      // Left as they are: Vite would follow a symbolic link, and lose them. It writes what lies in
      // the root from there.
      for (const id of [source, absolute(source)]) {
        if (candidates.has(id) || given.has(id) || files.has(id)) return id
      }
      // package.json knows it too, but a candidate may lie outside the package.
      if (source === '#harness') return absolute('src/harness/index.ts')
      if (source.startsWith(REFERENCE)) {
        return `${absolute(`solutions/${source.slice(REFERENCE.length)}`)}?reference`
      }
      if (source.startsWith('.') && importer !== undefined && files.has(importer)) {
        const beside = normalizePath(resolve(dirname(fileOf(importer)), source))
        return existsSync(beside) ? nameOf(beside) : this.resolve(beside)
      }
      if (!source.startsWith(EXERCISES)) return undefined
      const test = importer ?? ''
      const candidate = candidates.get(test)
      const module = candidate
        ? nameOf(normalizePath(resolve(root, candidate.file)), candidate.exercise.slug)
        : absolute(`${target}/${source.slice(EXERCISES.length)}`)
      return `${module}${LOADER}${encodeURIComponent(test)}`
    },

    async load(id) {
      const candidate = candidates.get(id)
      if (candidate) return asItIs(readFileSync(join(root, candidate.exercise.test), 'utf8'))
      const text = given.get(id)
      if (text !== undefined) return asItIs(text)
      const file = files.get(id)
      if (file !== undefined) return asItIs(readFileSync(file, 'utf8'))
      const [module = '', query] = id.split(LOADER)
      if (query === undefined) return undefined
      const test = decodeURIComponent(query)
      const exercise =
        candidates.get(test)?.exercise ??
        exerciseOf(readCourse(root), root, test.split('?')[0] ?? '')
      const reading = read(root, fileOf(module), exercise, await sourceOfSubmission?.())
      given.set(module, 'text' in reading ? reading.text : '')
      const problem = 'problem' in reading ? { problem: reading.problem } : {}
      const exports = exercise ? exportsOf(join(root, exercise.solution)) : {}
      const name = shownPath(root, fileOf(module))
      return asItIs(loaderCode({ file: name, module, root, test, exports, ...problem }))
    },
  }
}

const asItIs = (code: string) => ({ code, map: null })

/** The text of a submission; `source`, if there is one, stands for what the file holds. */
function read(
  root: string,
  file: string,
  exercise: Exercise | undefined,
  source: string | undefined,
): Reading {
  const isStub = exercise && file === normalizePath(join(root, exercise.stub))
  return readSubmission(file, source, {
    name: shownPath(root, file),
    restore: isStub ? ` \`npm run reset -- ${exercise.slug}\` brings the original back.` : '',
    ...(exercise ? { lesson: `exercises/${exercise.path}/README.md` } : {}),
  })
}

function loaderCode(submission: SubmissionFile): string {
  const { root, problem, module, exports } = submission
  const harness = JSON.stringify(normalizePath(join(root, 'src', 'harness', 'submission.ts')))
  // A file that cannot be parsed is not imported either; Vite would fail the whole test file.
  const load = problem ? '() => ({})' : `() => import(${JSON.stringify(module)})`
  return [
    `import { loadSubmission } from ${harness}`,
    `const submission = await loadSubmission(${JSON.stringify(submission)}, ${load})`,
    ...Object.keys(exports).map((name) => `export const ${name} = submission.${name}`),
  ].join('\n')
}

/** A path as people read it: relative to the repository, if it lies there. */
export function shownPath(root: string, file: string): string {
  const path = relativePath(root, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path
}

/** The names that a module exports as values, and what each of them is. */
function exportsOf(file: string): SubmissionFile['exports'] {
  const source = readFileSync(file, 'utf8')
  const names = parseSync(file, source)
    .module.staticExports.flatMap((statement) => statement.entries)
    .filter((entry) => !entry.isType)
    .flatMap((entry) => entry.exportName.name ?? [])
  const isClass = (name: string) => new RegExp(`^export class ${name}\\b`, 'm').test(source)
  return Object.fromEntries(names.map((name) => [name, isClass(name) ? 'class' : 'function']))
}
