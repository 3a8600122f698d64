import { inject, test as vitestTest, TestRunner, type TestContext } from 'vitest'

import { patchTicks } from './builtins.ts'
import { Clock } from './clock.ts'
import { drawnIn, picturesOf, type Drawn, type Pictures } from './compare.ts'
import { putInForce } from './in-force.ts'
import { replacedSentence, restoreIntrinsics } from './intrinsics.ts'
import { listenForLosses } from './losses.ts'
import { holdsTodo, whySkipped } from './not-started.ts'
import { sentence } from './sentence.ts'
import { abortListenersLeft } from './signals.ts'
import { currentTestFile, problemOf } from './submission.ts'
import { svgOf } from './svg.ts'
import { guarded } from './guarded.ts'
import { SPUN } from './watchdog.ts'
import { Timeline } from './timeline.ts'

/** What a test is given: the recording of its own run, on a virtual clock of its own. */
export interface Scene {
  timeline: Timeline
  /** Vitest's own `annotate`; story time stands still meanwhile. */
  annotate: (message: string) => Promise<void>
}

type Body = (scene: Scene) => Promise<void> | void

const failedFiles = new Set<string>()
/** Endless loops in each file: one may be bad luck, after two the rest would only cost time. */
const loops = new Map<string, number>()
const MOST_LOOPS = 2
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
  timeout?: number,
): void {
  const why = whyNotStarted()
  if (why !== undefined) return declareSkipped(title, why)
  const body = async (context: TestContext) => {
    const file = context.task.file.filepath
    failUnlessLoaded(context, file)
    if (currentTestFile() === file && (loops.get(file) ?? 0) >= MOST_LOOPS) {
      context.skip('not run: the endless loops above have to be ended first')
    }
    try {
      await run(context, { hasFailed: failedFiles.has(file) })
      await sayWhatIsLeftToDo(context, file)
    } catch (error) {
      if (context.task.result?.state !== 'skip') failedFiles.add(file)
      if (error instanceof Error && error.message.startsWith(SPUN)) {
        loops.set(file, (loops.get(file) ?? 0) + 1)
      }
      throw error
    }
  }
  vitestTest(title, timeout === undefined ? {} : { timeout }, body)
}

/** In the UI, which prints no reporter's words: an exercise that is right, and not yet begun. */
async function sayWhatIsLeftToDo(context: TestContext, file: string): Promise<void> {
  const isLast = context.task.file.tasks.at(-1)?.id === context.task.id
  if (!inject('pictures') || !isLast || failedFiles.has(file)) return
  if (holdsTodo(inject('root'), file)) {
    await context.annotate('Right! Delete the TODO comment in your file, and the next one opens.')
  }
}

function whyNotStarted(): string | undefined {
  const file = currentTestFile()
  return file === undefined
    ? undefined
    : whySkipped(inject('root'), file, inject('policy'), inject('named'))
}

/** Skipped already when it is declared, so that Vitest counts the whole file as skipped. */
function declareSkipped(title: string, why: string): void {
  const task = TestRunner.getCurrentSuite().task(title, { skip: true })
  task.result = Object.assign({ state: 'skip' as const }, { note: why })
}

function failUnlessLoaded(context: TestContext, file: string): void {
  const problem = problemOf(file)
  if (problem === undefined) return
  if (toldFiles.has(file)) context.skip('not run: the file has to be mended first')
  toldFiles.add(file)
  throw sentence(problem)
}

async function runOnVirtualClock(context: TestContext, body: Body): Promise<void> {
  const clock = new Clock()
  const timeline = new Timeline(clock)
  // An annotation travels to Vitest's main process and back, of which the clock sees nothing.
  const annotate = async (message: string) => {
    const goOn = clock.hold()
    await context.annotate(message).finally(goOn)
  }
  try {
    await inStory(clock, timeline, async () => {
      await guarded(timeline, () => body({ timeline, annotate }))
      await timeline.rest()
    })
  } finally {
    const { verdict } = timeline
    // Where the drawings are shown, the text of them would only be noise.
    if (verdict && !verdict.same && !inject('pictures'))
      context.task.meta.pictures = picturesOf(verdict)
    if (inject('spans')) context.task.meta.drawn = timeline.verdicts.map(drawnIn)
    await showPictures(context, timeline)
  }
}

/**
 * Runs something while `clock` is in force, and then fails for the first thing that it has left
 * behind. After another failure leftovers stay quiet.
 */
export async function inStory<T>(
  clock: Clock,
  timeline: Timeline,
  run: () => Promise<T>,
): Promise<T> {
  patchTicks()
  const losses = listenForLosses(timeline)
  const withdraw = putInForce(clock)
  // Before anything else is done with what the submission may have broken.
  const mend = () => {
    const replaced = restoreIntrinsics()
    if (replaced !== undefined) timeline.fatal ??= replacedSentence(replaced)
  }
  try {
    const value = await run().finally(mend)
    await losses.heard()
    mend()
    if (timeline.fatal !== undefined) throw sentence(timeline.fatal)
    const left = timeline.leftBehind[0] ?? abortListenersLeft(timeline.signals)[0]
    if (left !== undefined) throw sentence(left)
    return value
  } catch (error) {
    throw timeline.fatal === undefined ? error : sentence(timeline.fatal)
  } finally {
    clock.close()
    await losses.heard()
    withdraw()
    losses.stop()
  }
}

async function showPictures(context: TestContext, timeline: Timeline): Promise<void> {
  const verdict = timeline.verdict
  if (!verdict || !inject('pictures')) return
  const { same, expected, actual } = verdict
  const show = (title: string, spans: typeof actual) =>
    context.annotate(title, 'timeline', {
      contentType: 'image/svg+xml',
      // Bytes, because Vitest would take a text for something that is encoded already.
      body: new TextEncoder().encode(svgOf(title, spans, [...expected, ...actual])),
    })
  if (!same) await show('expected', expected)
  await show('yours', actual)
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a failed comparison showed, as text; for whoever draws it elsewhere. */
    pictures?: Pictures
    /** What each comparison of the test compared, for whoever draws it; see `spans`. */
    drawn?: Drawn[]
  }
  interface ProvidedContext {
    /** Absolute path of the repository. */
    root: string
    policy: 'learner' | 'all'
    /** Test files, relative to the repository, that this run asked for by name. */
    named: string[]
    /** Whether somebody looks who can see an SVG. */
    pictures: boolean
    /** Whether somebody wants the recordings themselves, to draw them elsewhere. */
    spans: boolean
    /** Whether somebody waits for the verdict of virtual time, before the wall clock is asked. */
    announces: boolean
  }
}
