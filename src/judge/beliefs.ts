import { basename } from 'node:path'
import { parseSync } from 'vite'

import type { Failure } from '../harness/failure.ts'
import type { Verdict } from './verdict.ts'

/** A wrong answer that is known, and how it fails. */
export interface KnownMistake {
  /** The belief behind it, in one sentence. */
  belief: string
  fingerprint: string
  shape: string
}

/**
 * How a submission fails, as a text: which tests passed and failed, and every word and picture of
 * the failures. Two submissions with the same one cannot be told apart by looking at the screen.
 * Nothing for one that does not fail by a test.
 */
export function fingerprintOf({ file, tests, errors, solved }: Verdict): string | undefined {
  const failed = tests.some(({ state }) => state === 'failed')
  if (solved || errors.length > 0 || !failed) return undefined
  const said = tests.map(({ title, state, failure }) => [
    title,
    state,
    failure && withoutPlaces(failure, file),
  ])
  return JSON.stringify(said)
}

/** A failure without the line that it names, which differs from file to file. */
function withoutPlaces({ at, ...failure }: Failure, file: string): Failure {
  if (!at) return failure
  const places = [`${file}:${at.line}`, `${at.file}:${at.line}`, `${basename(at.file)}:${at.line}`]
  const sentence = places.reduce((text, place) => text.replaceAll(place, ''), failure.sentence)
  return { ...failure, sentence }
}

/** A source without comments, white space and whatever else cannot be seen in its syntax tree. */
export function shapeOf(source: string): string {
  const { program, errors } = parseSync('submission.ts', source)
  if (errors.length > 0) return source
  return JSON.stringify(program, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}

const PLACES = new Set(['start', 'end', 'range', 'loc', 'raw'])

/** Words that tell what somebody tried: one who never set a timer does not misunderstand timers. */
const TELLTALES = new RegExp(
  '"name":"(?:' +
    'setTimeout|setInterval|setImmediate|queueMicrotask|nextTick|Date|Promise|then|catch|finally|' +
    'all|allSettled|any|race|forEach|map|reduce|once|on|off|addEventListener|AbortController|abort' +
    ')"|"type":"(?:AwaitExpression|TryStatement|NewExpression)"',
  'g',
)

const telltalesOf = (shape: string): Set<string> => new Set(shape.match(TELLTALES) ?? [])

/**
 * What somebody believes whose submission fails exactly like this one, and tries no less than the
 * known mistake does. Where several known mistakes fail alike, the one that is written alike speaks;
 * where none is, all of them do, as possibilities.
 */
export function beliefsOf(
  verdict: Verdict,
  source: string,
  known: readonly KnownMistake[],
): string[] {
  const fingerprint = fingerprintOf(verdict)
  if (fingerprint === undefined) return []
  const shape = shapeOf(source)
  const tried = telltalesOf(shape)
  const alike = known.filter(
    (mistake) =>
      mistake.fingerprint === fingerprint &&
      [...telltalesOf(mistake.shape)].every((word) => tried.has(word)),
  )
  const written = alike.filter((mistake) => mistake.shape === shape)
  return (written.length > 0 ? written : alike).map(({ belief }) => belief)
}
