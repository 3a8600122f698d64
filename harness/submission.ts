import { replacedSentence, restoreIntrinsics } from './intrinsics.ts'
import { real } from './real.ts'
import { spinSentence, Watchdog } from './watchdog.ts'

/** What is known of a submission before it is loaded; the resolver writes it (course/submissions.ts). */
export interface SubmissionFile {
  /** Path relative to the repository, for sentences. */
  file: string
  /** Absolute path of the test that imports it. */
  test: string
  /** What each name that the reference exports is: a plain function or a class. */
  exports: Record<string, 'function' | 'class'>
  /** Why it cannot be loaded at all, as a sentence. */
  problem?: string
}

type Module = Record<string, unknown>

/** Real milliseconds after which a module that is still loading is given up. */
const LOADING_TAKES_TOO_LONG = 3_000

const problems = new Map<string, string>()
let testFile: string | undefined

/**
 * Loads a submission on behalf of a test. Whatever is wrong with it becomes one sentence, which
 * `problemOf` returns to the test; the imports are then undefined.
 */
export async function admit(
  submission: SubmissionFile,
  load: () => Promise<Module>,
): Promise<Module> {
  const found = submission.problem ?? (await loading(submission.file, load))
  const replaced = restoreIntrinsics()
  const problem =
    replaced !== undefined
      ? replacedSentence(replaced)
      : typeof found === 'string'
        ? found
        : wrongExports(submission, found)
  testFile = submission.test
  if (problem === undefined) problems.delete(submission.test)
  else problems.set(submission.test, problem)
  return typeof found === 'string' ? {} : found
}

/** The exercise's test file whose tests are being declared; undefined for any other test. */
export const currentTestFile = (): string | undefined => testFile

/** Called before each test file. */
export function forgetSubmission(): void {
  testFile = undefined
}

/** Why the tests in this file cannot judge the submission, as a sentence. */
export const problemOf = (file: string): string | undefined => problems.get(file)

async function loading(file: string, load: () => Promise<Module>): Promise<Module | string> {
  let stopWatching: () => void = () => undefined
  let alarm: NodeJS.Timeout | undefined
  const spin = new Promise<string>((resolve) => {
    stopWatching = Watchdog.get().watch((frames) => resolve(spinSentence(frames)))
  })
  const tooLong = new Promise<string>((resolve) => {
    alarm = real.setTimeout(resolve, LOADING_TAKES_TOO_LONG, hangs(file))
  })
  try {
    return await Promise.race([load(), spin, tooLong])
  } catch (error) {
    return throwsWhileLoading(file, error)
  } finally {
    stopWatching()
    real.clearTimeout(alarm)
  }
}

const hangs = (file: string) =>
  `${file} was not loaded after three seconds: an await outside every function never ends there. ` +
  'Move it into a function.'

function throwsWhileLoading(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const missing =
    /(?:Failed to resolve import|Cannot find (?:module|package)) ["']([^"']+)["']/.exec(message)
  if (missing) {
    return (
      `${file} imports '${missing[1]}', which does not exist. ` +
      'An exercise needs nothing but what Node has built in: remove the import, or mend its name.'
    )
  }
  const line = lineIn(file, error)
  const at = line === undefined ? '' : `, on line ${line}`
  return `${file} throws while it is loaded${at}: ${message.split('\n')[0]}`
}

function lineIn(file: string, error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frame = stack.split('\n').find((line) => line.replaceAll('\\', '/').includes(file))
  return /:(\d+):\d+\)?$/.exec(frame ?? '')?.[1]
}

function wrongExports({ file, exports }: SubmissionFile, module: Module): string | undefined {
  for (const [name, kind] of Object.entries(exports)) {
    const value = module[name]
    if (value === undefined) return `${file} exports no \`${name}\`. ${HOW[kind](name)}`
    if (kindOf(value) !== kind && !(kind === 'class' && kindOf(value) === 'function')) {
      return `${file} exports \`${name}\` as ${article(kindOf(value))}. ${HOW[kind](name)}`
    }
  }
  return undefined
}

const HOW = {
  function: (name: string) =>
    `The tests call it as a function: let there be an \`export function ${name}(…)\`, or an ` +
    `\`export const ${name} = …\` that holds one.`,
  class: (name: string) =>
    `The tests make objects of it: let there be an \`export class ${name}\`.`,
}

function kindOf(value: unknown): string {
  if (typeof value !== 'function') return value === null ? 'null' : typeof value
  return /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function'
}

const article = (kind: string): string =>
  kind === 'null' ? kind : `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
