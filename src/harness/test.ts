import { dirname } from 'node:path'
import { inject, test as vitestTest, TestRunner, type TestContext } from 'vitest'

import { drawnIn, type Drawn } from '../timeline/compare.ts'
import { failureOf, isAssertion } from './explained.ts'
import { bounded, Failed, type Failure } from './failure.ts'
import { endPrinting } from './printing.ts'
import { Story } from './story.ts'
import { currentSubmission } from './submission-file.ts'
import { noteOf, problemOf } from './submission.ts'
import { svgOf } from '../timeline/svg.ts'
import type { Timeline } from './timeline.ts'

/** What a test is given: the recording of its own run, on a virtual clock of its own. */
export interface Scene {
  timeline: Timeline
  /** Vitest's own `annotate`; story time stands still meanwhile. */
  annotate: (message: string) => Promise<void>
}

type Body = (scene: Scene) => Promise<void> | void

const failedFiles = new Set<string>()
/** Files in which a loop had to be ended: the rest would only cost time. */
const endlessFiles = new Set<string>()
const toldFiles = new Set<string>()

/**
 * A test that knows about time. Its function runs on a virtual clock, which every source of time
 * that Node offers obeys; afterwards the test fails, with a sentence, for what the submission has
 * left behind: a timer, an unhandled rejection, an error that nobody could catch, an abort listener.
 *
 * A test whose exercise is not started is skipped. Where the submission cannot be loaded, the first
 * test says why and the others are skipped.
 */
export function test(title: string, body: Body): void {
  declareTest(title, (context) => runOnVirtualClock(context, body))
}

/** A test without a clock of its own, for what brings clocks along (see `wall-clock.ts`). */
export function declareTest(
  title: string,
  run: (context: TestContext, file: { hasFailed: boolean }) => Promise<void>,
): void {
  if (inject('notStarted').includes(currentSubmission()?.test ?? '')) {
    return declareSkipped(title, 'not started')
  }
  const body = async (context: TestContext) => {
    const file = context.task.file.filepath
    try {
      failUnlessLoaded(context, file)
      if (currentSubmission()?.test === file && endlessFiles.has(file)) {
        context.skip('not run: the endless loop above has to be ended first')
      }
      await run(context, { hasFailed: failedFiles.has(file) })
      await sayWhatIsLeftToDo(context, file)
    } catch (error) {
      if (context.task.result?.state === 'skip') throw error
      if (!failedFiles.has(file)) await namePlaces(context)
      failedFiles.add(file)
      const failure = bounded(failureOf(error))
      context.task.meta.failure = failure
      if (isWithoutEnd(failure)) endlessFiles.add(file)
      // An assertion stays what it is: Vitest shows the two values side by side.
      throw error instanceof Failed || isAssertion(error) ? error : new Failed(failure)
    } finally {
      endPrinting()
    }
  }
  vitestTest(title, { timeout: NO_TIMEOUT }, body)
}

/** Each such test costs seconds, and says the same again. */
const isWithoutEnd = ({ kind }: Failure): boolean => kind === 'spin' || kind === 'endless'

/** Real milliseconds; the harness ends what takes too long, and knows why (see `story.ts`). */
const NO_TIMEOUT = 600_000

/** In the UI, which prints no reporter's words: an exercise that is right, and not yet begun. */
async function sayWhatIsLeftToDo(context: TestContext, file: string): Promise<void> {
  const isLast = context.task.file.tasks.at(-1)?.id === context.task.id
  if (!inject('pictures') || !isLast || failedFiles.has(file)) return
  if (inject('holdsTodo').includes(file)) {
    await context.annotate('Right! Delete the TODO comment in your file, and the next one opens.')
  }
}

/** In the UI, beside the first red test: where one goes on. */
async function namePlaces(context: TestContext): Promise<void> {
  const file = currentSubmission()?.file
  if (!inject('pictures') || file === undefined) return
  await context.annotate(`Edit ${file}`)
  await context.annotate(`Lesson ${dirname(file)}/README.md`)
}

/** Skipped already when it is declared, so that Vitest counts the whole file as skipped. */
function declareSkipped(title: string, why: string): void {
  const task = TestRunner.getCurrentSuite().task(title, { skip: true })
  task.result = Object.assign({ state: 'skip' as const }, { note: why })
}

function failUnlessLoaded(context: TestContext, file: string): void {
  const note = noteOf(file)
  if (note !== undefined) context.task.meta.note = note
  const problem = problemOf(file)
  if (problem === undefined) return
  if (toldFiles.has(file)) context.skip('not run: the file has to be mended first')
  toldFiles.add(file)
  throw new Failed(problem)
}

async function runOnVirtualClock(context: TestContext, body: Body): Promise<void> {
  const story = new Story()
  const { clock, timeline } = story
  // An annotation travels to Vitest's main process and back, of which the clock sees nothing.
  const annotate = async (message: string) => {
    const goOn = clock.hold()
    await context.annotate(message).finally(goOn)
  }
  try {
    await story.run(async () => {
      await body({ timeline, annotate })
      await timeline.rest()
    })
  } finally {
    if (inject('spans')) context.task.meta.drawn = timeline.verdicts.map(drawnIn)
    await showPictures(context, timeline)
  }
}

async function showPictures(context: TestContext, timeline: Timeline): Promise<void> {
  const verdict = timeline.verdict
  if (!verdict || !inject('pictures')) return
  const { failure, expected, actual } = verdict
  const show = (title: string, spans: typeof actual) =>
    context.annotate(title, 'timeline', {
      contentType: 'image/svg+xml',
      // Bytes, because Vitest would take a text for something that is encoded already.
      body: new TextEncoder().encode(svgOf(title, spans, [...expected, ...actual])),
    })
  if (failure) await show('expected', expected)
  await show('yours', actual)
}

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test has failed. */
    failure?: Failure
    /** What the learner should know of the file, whatever the verdict is. */
    note?: string
    /** What each comparison of the test compared, for whoever draws it; see `spans`. */
    drawn?: Drawn[]
  }
  interface ProvidedContext {
    /** Absolute path of the repository. */
    root: string
    /** Absolute paths of the test files that are skipped, because nobody has started them. */
    notStarted: string[]
    /** Absolute paths of the test files whose exercise still holds its `// TODO`. */
    holdsTodo: string[]
    /** Whether somebody looks who can see an SVG. */
    pictures: boolean
    /** Whether somebody wants the recordings themselves, to draw them elsewhere. */
    spans: boolean
    /** Whether a loop may spin while a debugger is attached; a judge always comes to an end. */
    waitsForDebugger: boolean
    /** How long a loop may spin, as the watchdog counts it; left out, the usual three seconds. */
    checksOfSilence?: number
    /** In so many rounds a difference has to show on the real clock; six when left out. */
    rounds?: number
    /** Whether somebody waits for the verdict of virtual time, before the wall clock is asked. */
    announces: boolean
  }
}
