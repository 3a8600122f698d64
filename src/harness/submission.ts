import { Failed, type Failure } from './failure.ts'
import { framesOf, type Frame } from './frames.ts'
import { currentClock } from '../clock/current-clock.ts'
import { ownErrorSentence } from './own-errors.ts'
import { endPrinting } from './printing.ts'
import { inWords, listed } from '../timeline/span.ts'
import { Story } from './story.ts'
import { describe } from './sentence.ts'
import {
  isSubmissionCalling,
  ownerOf,
  placeIn,
  placeOf,
  setCurrentSubmission,
  type SubmissionFile,
} from './submission-file.ts'
import type { Timeline } from './timeline.ts'

type Module = Record<string, unknown>

/** Real milliseconds of work after which a module that is still loading is given up. */
const LOADING_TAKES_TOO_LONG = 3_000

const problems = new Map<string, Failure>()
const notes = new Map<string, string>()

/**
 * Loads a submission on behalf of a test. What is wrong with the file as a whole becomes one failure,
 * which `problemOf` returns to the test; in the place of a single function that is missing stands one
 * that says so, and the tests of the others run.
 */
export async function loadSubmission(
  submission: SubmissionFile,
  load: () => Promise<Module>,
): Promise<Module> {
  setCurrentSubmission(submission)
  problems.delete(submission.test)
  notes.delete(submission.test)
  try {
    if (submission.problem) throw new Failed(problemFailure(submission))
    return withStandIns(submission, await loading(submission, load))
  } catch (error) {
    problems.set(submission.test, (error as Failed).failure)
    return {}
  } finally {
    endPrinting()
  }
}

/** Called before each test file. */
export function forgetSubmission(): void {
  setCurrentSubmission(undefined)
}

/** Why the tests in this file cannot judge the submission. */
export const problemOf = (file: string): Failure | undefined => problems.get(file)

/** What the learner should know of the submission, whatever the tests in this file say. */
export const noteOf = (file: string): string | undefined => notes.get(file)

function problemFailure({ file, problem }: SubmissionFile): Failure {
  const { kind = 'load', sentence = '', line } = problem ?? {}
  return { kind, sentence, ...(line === undefined ? {} : { at: { file, line } }) }
}

/**
 * Loads the module on a story's clock of its own, and lets what it starts meanwhile run to its end
 * there, before any test begins: so a demo call at the bottom disturbs nobody, and a promise made at
 * the top obeys the story's clock.
 *
 * @throws Failed
 */
async function loading(submission: SubmissionFile, load: () => Promise<Module>): Promise<Module> {
  const { file } = submission
  const story = new Story()
  const { timeline } = story
  const started = watchStarts(story)
  let loaded = false
  let thrown: unknown
  try {
    const run = async () => {
      const module = await load().catch((error: unknown) => {
        thrown = error
        throw error
      })
      loaded = true
      // Most files start nothing; and the clock waits a while for modules, of which this is one.
      if (started.length > 0 || timeline.outside.length > 0) await timeline.rest()
      return module
    }
    // Whoever fetches modules meanwhile keeps to real time.
    const module = await story.run(run, {
      patience: LOADING_TAKES_TOO_LONG,
      obeyedBy: isSubmissionCalling,
    })
    for (const { at } of timeline.outside) {
      if (at) started.push({ line: at.line, what: 'starts something that takes real time' })
    }
    if (started.length > 0) notes.set(submission.test, runsAtLoad(file, started))
    return module
  } catch (error) {
    throw new Failed(loadFailure(file, loaded, thrown ?? error, timeline, error))
  }
}

/** Where the file, while it is loaded, starts what takes time: a line each. */
function watchStarts({ clock, timeline: { observer } }: Story): { line: number; what: string }[] {
  const started: { line: number; what: string }[] = []
  clock.observe({
    ...observer,
    waitStarted(timer) {
      const at = outermost(framesOf(new Error()))
      if (at && started.length < MOST_STARTS)
        started.push({ line: at.line, what: `sets a timer of ${inWords(timer.delay)}` })
      observer.waitStarted(timer)
    },
  })
  return started
}

const MOST_STARTS = 20

/** The submission's frame that called all others: the line at the top level. */
function outermost(frames: readonly Frame[]) {
  const own = frames.filter((frame) => ownerOf(frame) === 'submission').at(-1)
  return own && placeOf(own)
}

function runsAtLoad(file: string, started: readonly { line: number; what: string }[]): string {
  const [first] = started
  const others = new Set(started.map(({ line }) => line).filter((line) => line !== first?.line))
  const lines = listed([...others].map(String), 3)
  return (
    `${file} runs something when it is loaded, before any test begins: line ${first?.line} ${first?.what}` +
    `${others.size === 0 ? '' : `, and there is more on line ${lines}`}.\n` +
    'The tests call your functions themselves; such a call belongs in a file of its own.'
  )
}

/** `thrown` is what the module itself threw, `told` what the story made of it. */
function loadFailure(
  file: string,
  loaded: boolean,
  thrown: unknown,
  timeline: Timeline,
  told: unknown,
): Failure {
  const failure = told instanceof Failed ? told.failure : undefined
  if (failure?.kind === 'exit') return exits(file, failure)
  if (failure && AS_IT_IS.has(failure.kind)) return failure
  if (failure?.kind === 'gave up') return { kind: 'load', sentence: hangs(file) }
  return loaded ? failsLater(file, failure, timeline) : failsWhileLoading(file, thrown)
}

/** What says all there is to say, whenever it happens. */
const AS_IT_IS = new Set<Failure['kind']>(['spin', 'endless', 'blocking', 'replaced'])

const exits = (file: string, { at, ...failure }: Failure): Failure => ({
  ...failure,
  sentence:
    `${file} runs something when it is loaded, and that ends the whole process, with process.exit` +
    `${at ? ` on line ${at.line}` : ''}.\nThe tests call your functions themselves: take the call out.`,
  ...(at ? { at } : {}),
})

const hangs = (file: string) =>
  `${file} was not loaded after three seconds: an await outside every function never ends there. ` +
  'Move it into a function.'

function failsLater(file: string, failure: Failure | undefined, { thrown }: Timeline): Failure {
  const [own] = thrown
  const what = own ? ownErrorSentence(own) : (failure?.sentence ?? '')
  return {
    kind: 'load',
    sentence:
      `${file} runs something when it is loaded, and that fails. ${what}\n` +
      'The tests call your functions themselves: take the call out, or mend it.',
    ...(own ? { at: own.at } : {}),
  }
}

function failsWhileLoading(file: string, error: unknown): Failure {
  const message = error instanceof Error ? error.message : ''
  const missing =
    /(?:Failed to resolve import|Cannot find (?:module|package)) ["']([^"']+)["']/.exec(message)
  if (missing) {
    return {
      kind: 'load',
      sentence:
        `${file} imports '${missing[1]}', which does not exist. ` +
        'An exercise needs nothing but what Node has built in: remove the import, or mend its name.',
    }
  }
  const at = placeIn(framesOf(error))
  const where = at ? `, on line ${at.line}${at.file === file ? '' : ` of ${at.file}`}` : ''
  return {
    kind: 'load',
    sentence: `${file} throws while it is loaded${where}: ${describe(error)}`,
    ...(at ? { at } : {}),
  }
}

/** The module, with a function that says what is missing wherever an export is missing or wrong. */
function withStandIns(submission: SubmissionFile, module: Module): Module {
  const wrong = Object.entries(submission.exports).flatMap(([name, kind]) => {
    const sentence = wrongExport(submission.file, name, kind, module[name])
    return sentence === undefined ? [] : [[name, { kind: 'load', sentence }] as [string, Failure]]
  })
  const [first] = wrong
  if (!first) return module
  if (wrong.length === Object.keys(submission.exports).length) throw new Failed(first[1])
  return {
    ...module,
    ...Object.fromEntries(wrong.map(([name, failure]) => [name, standIn(failure)])),
  }
}

function standIn(failure: Failure) {
  return function missing() {
    const failed = new Failed(failure)
    throw currentClock()?.stop(failed) ?? failed
  }
}

function wrongExport(
  file: string,
  name: string,
  kind: 'function' | 'class',
  value: unknown,
): string | undefined {
  if (value === undefined) return `${file} exports no \`${name}\`. ${HOW[kind](name)}`
  if (kindOf(value) === kind || (kind === 'class' && kindOf(value) === 'function')) return undefined
  return `${file} exports \`${name}\` as ${article(kindOf(value))}. ${HOW[kind](name)}`
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
