import { Failed, type Failure } from './failure.ts'
import { ownError, ownErrorsIn, ownErrorSentence, type OwnError } from './own-errors.ts'
import { describe } from './sentence.ts'
import type { Thrown, Timeline } from './timeline.ts'

/**
 * What a test has failed with, as data. What the submission itself has thrown comes first, with its
 * line; then what it uses that the story's clock cannot hold; the test's own words stand below.
 * Beside either of them no cause is guessed.
 */
export function explained(error: unknown, timeline: Timeline): Failure {
  const { fatal } = timeline
  const isOutcome = fatal && OUTCOMES.has(fatal.kind) && timeline.thrown.some(isTyposOutcome)
  if (fatal && !isOutcome) return fatal
  const said = fatal ?? failureOf(error, timeline)
  const own = tellingError(error, said, timeline)
  // Made on purpose, and heard by nobody: that nobody hears it is what is wrong.
  if (own && !own.tripped && said.kind === 'unhandled') return { ...said, at: own.at }
  if (own) {
    const itself = own.error === error || saysLess(said, own)
    return above(said, { kind: 'error', sentence: ownErrorSentence(own), at: own.at }, !itself)
  }
  const [outside] = timeline.outside
  return outside ? above(said, outside, said.kind !== 'never settled') : said
}

/** What goes on for ever, perhaps because an error has kept somebody from ending it. */
const OUTCOMES = new Set<Failure['kind']>(['endless', 'gave up'])

/** A typo's error that nobody has heard: whoever depended on that code still waits. */
const isTyposOutcome = ({ tripped, loose }: Thrown): boolean => tripped && loose

/**
 * Whether a failure only says that nothing came, where the error says why. To whom an error is lost
 * that was thrown on purpose, one has to say so.
 */
const saysLess = ({ kind }: Failure, { tripped }: OwnError): boolean =>
  kind === 'never settled' ||
  OUTCOMES.has(kind) ||
  (tripped && (kind === 'leftover' || kind === 'unhandled'))

/** A failure with something more telling above it. */
const above = (said: Failure, first: Failure, keepsWords: boolean): Failure => ({
  ...first,
  ...(keepsWords ? { besides: said.sentence } : {}),
  ...(said.pictures ? { pictures: said.pictures } : {}),
})

/** An error as a failure, whatever threw it. */
export function failureOf(error: unknown, timeline?: Timeline): Failure {
  if (error instanceof Failed) return error.failure
  if (!isAssertion(error)) return { kind: 'value', sentence: describe(error) }
  const pictured = timeline?.verdicts.at(-1)?.failure
  return pictured ?? { kind: 'value', sentence: error.message }
}

/** Vitest's assertions, and those of its own matchers, hold the two values that they compare. */
export const isAssertion = (error: unknown): error is Error =>
  error instanceof Error && 'actual' in error && 'expected' in error

/** The submission's own error that tells why a test has failed, if there is one. */
function tellingError(error: unknown, said: Failure, timeline: Timeline): OwnError | undefined {
  return (
    timeline.thrown.find(({ tripped }) => tripped) ??
    // An error that was thrown on purpose may hold one that was not, and so may an assertion.
    ownErrorsIn(error).find(({ tripped }) => tripped) ??
    ownError(error) ??
    timeline.thrown.find((thrown) => thrown.loose || isUnexpected(thrown, said, timeline))
  )
}

/** Whether the picture wants the call to end otherwise: some exercises ask for errors of one's own. */
function isUnexpected({ call }: Thrown, said: Failure, timeline: Timeline): boolean {
  if (!call || said.kind !== 'picture') return false
  const expected = timeline.verdicts.at(-1)?.expected ?? []
  const wanted = expected.filter((span) => span.label === call.label)
  // A span of no length does not show how it is to settle.
  return wanted.length > 0 && wanted.every(({ kind, how }) => kind !== 'mark' && how !== 'rejected')
}
