import { patchBuiltins } from '../../clock/builtins.ts'
import { rememberIntrinsics } from '../../harness/intrinsics.ts'
import { withoutForeignFrames } from '../../harness/printing.ts'
import { describe } from '../../harness/sentence.ts'
import { Story } from '../../harness/story.ts'
import { problemOf } from '../../harness/submission.ts'
import { SECOND, secondsOf } from '../../timeline/seconds.ts'
import type { Span } from '../../timeline/span.ts'
import { replaceConsole } from '../console.ts'
import { runProgram, type Ending } from '../run-program.ts'
import type { Program } from './program.ts'
import type { PlayEvent } from './state.ts'

/** Story milliseconds that a play goes on after the instant at which the README's story ends. */
const ENCORE = 60 * SECOND
/** Lines, and characters of each, after which no more is sent: nobody can read a flood. */
const MOST_LINES = 1_000
const MOST_CHARACTERS = 500

type Run = () => Promise<void>
type Send = (event: PlayEvent) => void

/**
 * Runs a program at the pace of its story, until nothing is left that could run; `speed` in story
 * seconds for a real one. What happens is sent as it happens; the last event is returned instead.
 * Call it once in a process.
 */
export async function perform(
  program: Program,
  speed: number,
  load: () => Promise<{ default: Run }>,
  send: Send,
): Promise<PlayEvent> {
  patchBuiltins()
  rememberIntrinsics()
  const limit = program.promised + ENCORE
  const story = program.real
    ? new Story({ rate: 1, seesAll: false, limit })
    : new Story({ rate: speed, steps: true, limit })
  sendLines(story, send)
  const loaded = await load().catch((error: unknown) => notLoaded(error))
  if (typeof loaded === 'string') return failed(0, loaded)
  const problem = problemOf(program.test)
  if (problem) return failed(0, problem.sentence)

  let ended = false as boolean
  const onEnd = () => {
    ended = true
    send({ kind: 'ended', at: story.clock.now })
  }
  send({ kind: 'begun', at: 0 })
  sendSpans(story, send)
  // The clock stops at its limit by itself, unless the program waits for what no timer announces.
  const patience = limit / speed + SECOND
  const ending = await runProgram(story, loaded.default, { patience, onEnd })
  const at = story.clock.now
  if (!ending.failure) return { kind: 'over', at }
  if (ending.failure.kind !== 'gave up') return failed(at, sentenceOf(ending, at))
  return ended ? { kind: 'over', at: limit } : failed(at, neverEnds(limit, program.promised))
}

const failed = (at: number, problem: string): PlayEvent => ({ kind: 'failed', at, problem })

const notLoaded = (error: unknown): string => `The program cannot be loaded: ${describe(error)}`

/** What is told of a program that has failed; `at` in story milliseconds. */
function sentenceOf({ failure, thrown }: Ending, at: number): string {
  const rejected = thrown && (failure?.kind === 'value' || failure?.kind === 'error')
  if (!rejected) return failure?.sentence ?? ''
  const when = `The program ended at second ${secondsOf(at)}`
  return `${when} with an error that nobody caught: ${describe(thrown.error)}`
}

/** Both in story milliseconds. */
const neverEnds = (at: number, promised: number): string =>
  `The story should be over at second ${secondsOf(promised)}, and at second ${secondsOf(at)} the ` +
  'program was still running.\nSomewhere a loop or an interval goes on for ever.'

/** Sends the program and its waits as they begin and end. */
function sendSpans({ clock, timeline }: Story, send: Send): void {
  const places = new Map<Span, number>()
  timeline.onSpan = (span) => {
    const index = places.get(span) ?? places.size
    places.set(span, index)
    send({ kind: 'span', at: clock.now, index, span: { ...span } })
  }
}

function sendLines({ clock }: Story, send: Send): void {
  let count = 0
  const print = (lines: string[]) => {
    const cut = lines.slice(0, MOST_LINES).map((line) => line.slice(0, MOST_CHARACTERS))
    for (const line of withoutForeignFrames(cut)) {
      count += 1
      if (count > MOST_LINES) return
      const text = count === MOST_LINES ? LEFT_OUT : line
      send({ kind: 'printed', at: clock.now, text })
    }
  }
  replaceConsole(print, print)
}

const LEFT_OUT = '(The rest of what was printed is left out.)'
