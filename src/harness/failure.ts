import type { Pictures } from '../timeline/compare.ts'
import { ruler } from '../timeline/picture.ts'
import { cut, harmless, wrap } from './sentence.ts'
import { pathOf, type At } from './submission-file.ts'

/** What kind of thing has gone wrong: whoever wants to know asks this, and reads no sentence. */
type FailureKind =
  /** What happened is not what the picture shows. */
  | 'picture'
  /** Another assertion of the test: a value, a reason, an order. */
  | 'value'
  /** The submission threw an error of its own that nobody asked for. */
  | 'error'
  /** A timer or a listener left behind, or an error that nobody could catch. */
  | 'leftover'
  /** A rejection that nobody has handled. */
  | 'unhandled'
  /** A call can never settle. */
  | 'never settled'
  /** A loop that never let the event loop turn, and was ended from outside. */
  | 'spin'
  /** A wait or a chain of timers without an end, or memory that is full. */
  | 'endless'
  /** A call that makes the whole process wait. */
  | 'blocking'
  /** Something that lives outside the story's time. */
  | 'outside'
  /** A built-in was replaced. */
  | 'replaced'
  /** The submission ends the process. */
  | 'exit'
  /** Right in virtual time, and not on the real event loop. */
  | 'wall clock'
  /** Another result, order or length than the reference's, beside real I/O, threads and work. */
  | 'real clock'
  /** The file cannot be loaded, or lacks what the tests call. */
  | 'load'
  /** There is no file that could be read. */
  | 'unreadable'
  /** The test has not come to its end, and nobody knows why. */
  | 'gave up'

/** Why a test has failed. */
export interface Failure {
  kind: FailureKind
  /** What is wrong, in one to three sentences. */
  sentence: string
  /** Where in the learner's file, if that is known. */
  at?: At
  /** What the test has to say besides, where the sentence is about an error or a call. */
  besides?: string
  pictures?: Pictures
  /** The likeliest cause, if the recording shows one. */
  cause?: string
}

/** Characters of a sentence that anybody is shown; it may hold what a learner's code has said. */
const LONGEST = 2_000

/** A failure of a size that can be drawn at every key, and that cannot move the cursor. */
export const bounded = (failure: Failure): Failure => ({
  ...failure,
  sentence: boundedText(failure.sentence),
  ...(failure.besides === undefined ? {} : { besides: boundedText(failure.besides) }),
})

export const boundedText = (text: string): string => harmless(cut(text, LONGEST))

/** A failure that is on its way to whoever reports it; its message is the whole of it as text. */
export class Failed extends Error {
  readonly failure: Failure

  /** `cause` is the error behind it, if there is one. */
  constructor(failure: Failure, cause?: unknown) {
    super(textOf(failure), { cause })
    this.failure = failure
    // No frame of the harness, where there is nothing to see; Vitest links the learner's own.
    this.stack = [`${this.name}: ${this.message}`, ...frameOf(failure)].join('\n')
  }
}

/** The place of a failure as V8 would write it. */
const frameOf = ({ at }: Failure): string[] =>
  at ? [`    at ${pathOf(at)}:${at.line}:${at.column ?? 1}`] : []

/** The failure as one text, at most 80 columns wide: sentence, pictures, cause. */
export function textOf({ sentence, besides, pictures, cause }: Failure): string {
  return [
    wrap(sentence),
    ...(besides === undefined ? [] : [wrap(besides)]),
    ...(pictures ? [picture('expected', pictures), picture('yours', pictures)] : []),
    ...(cause === undefined ? [] : [wrap(causeOf(cause))]),
  ].join('\n\n')
}

/** One of the two pictures below its title and the ruler. */
export function picture(which: 'expected' | 'yours', pictures: Pictures): string {
  const { margin, last } = pictures
  const rows = pictures[which].split('\n').map((row) => (INDENT + row).trimEnd())
  return [which.padEnd(INDENT.length + margin) + ruler(last), ...rows].join('\n')
}

/** What a picture is moved in below its title. */
const INDENT = '  '

/** The cause as it is printed. */
export const causeOf = (cause: string): string => `Likely cause: ${cause}`

/** The same failure, said of one of several runs, if they differ in it: `context` says which. */
export function inContext(failure: Failure, context: string): Failure {
  if (failure.kind === 'load') return failure
  const ownFirst = failure.at !== undefined
  return ownFirst
    ? { ...failure, besides: failure.besides ? `${context}\n${failure.besides}` : ended(context) }
    : { ...failure, sentence: `${context}\n${failure.sentence}` }
}

/** What leads up to something, where nothing follows. */
const ended = (context: string): string => context.replace(/:$/, '.')
