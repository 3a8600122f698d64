import { fileURLToPath } from 'node:url'

import { ClockStopped } from '../clock/clock.ts'
import { inLetters, inWords } from '../timeline/span.ts'
import { Failed, type Failure } from './failure.ts'
import { framesOf } from './frames.ts'
import { placeIn, type At } from './submission-file.ts'
import { FULL, SECONDS_OF_SILENCE, type Place } from './watchdog.ts'

/** What is said of whatever has no end: loops, timers, memory, patience. */

/** Why a clock has stopped, as a failure. */
export function stopFailure(why: Error): Failure {
  if (why instanceof Failed) return why.failure
  if (!(why instanceof ClockStopped)) return { kind: 'gave up', sentence: why.message }
  if (why.why === 'busy loop') return busyLoop(placeIn(framesOf(why)))
  if (why.why === 'no end') return { kind: 'endless', sentence: NO_END }
  return {
    kind: 'gave up',
    sentence: `After ${inWords(why.at)} of the story it was still running.`,
  }
}

const busyLoop = (at: At | undefined): Failure => ({
  kind: 'endless',
  sentence:
    `The code${at ? ` at ${at.file}:${at.line}` : ''} asks for the time again and again and never ` +
    'lets anybody else have a turn: a busy loop. While it spins, nothing else can run, and no ' +
    'timer can ring. Await a timer instead.',
  ...(at ? { at } : {}),
})

const NO_END =
  'A whole day of the story has gone by, or 100,000 timers have fired, and there is still no end: ' +
  'somewhere a loop or an interval goes on for ever.'

/** Timers that have rung in a test that takes too long, above which they are what takes so long. */
const MANY_TIMERS = 10_000

/**
 * For a run that took too long; `patience` in real milliseconds, `open` says what is in flight, `rung`
 * is how many timers have rung.
 */
export function gaveUpFailure(patience: number, open: string, rung: number): Failure {
  const late = `The test was still running after ${patience / 1_000} real seconds`
  const stillOpen = `Still open: ${open || 'nothing'}.`
  if (rung > MANY_TIMERS) {
    return {
      kind: 'endless',
      sentence:
        `${late}, and ${rung.toLocaleString('en')} timers had rung by then: somewhere a loop or an ` +
        `interval goes on and on.\n${stillOpen}`,
    }
  }
  return {
    kind: 'gave up',
    sentence:
      `${late}. ${stillOpen}\n` +
      'Somebody waits for something outside the story, or a chain of callbacks never ends.',
  }
}

/** For a learner whose code spun; `frames` are the learner's own, innermost first. */
export function spinFailure(frames: readonly Place[]): Failure {
  const [place] = frames
  const at = place && { file: relativePath(place.url), line: place.line }
  const where = at ? `${at.file}:${at.line}` : 'a place that cannot be named'
  return {
    kind: 'spin',
    sentence:
      `An endless loop: for ${inLetters(SECONDS_OF_SILENCE)} whole seconds the code at ${where} never let anybody ` +
      'else have a turn, so it was stopped.\nNothing else can run while a loop spins. Give it an end, or await a timer.',
    ...(at ? { at } : {}),
  }
}

function relativePath(url: string): string {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url
  const root = process.cwd()
  return path.startsWith(root) ? path.slice(root.length + 1).replaceAll('\\', '/') : path
}

/** Why a process was ended because its memory was full, if its error output says so. */
export function memoryFailure(errorOutput: string): Failure | undefined {
  const line = errorOutput.split('\n').find((text) => text.startsWith(FULL))
  if (line === undefined) return undefined
  const { at } = JSON.parse(line.slice(FULL.length)) as { at?: At }
  return {
    kind: 'endless',
    sentence:
      'The memory is full: more than a gigabyte was taken and not given back' +
      `${at ? `, at ${at.file}:${at.line}` : ''}.`,
    ...(at ? { at } : {}),
  }
}
