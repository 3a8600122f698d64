import { isDeepStrictEqual } from 'node:util'

import { Failed } from './failure.ts'
import { inspected, oneLine } from './sentence.ts'

/** Values that a careless question takes for none. */
export const EMPTY = Object.freeze([undefined, null, 0, '', false])

/** What a call came to; undefined where the test has never come to that call. */
type Outcome = PromiseSettledResult<unknown> | undefined

/**
 * Both sides of what a call comes to: `timeline.outcome` without a recording. A function is called
 * here, and one that throws counts as one that rejects.
 */
export async function outcomeOf<T>(
  call: PromiseLike<T> | (() => PromiseLike<T> | T),
): Promise<PromiseSettledResult<T>> {
  const promise = typeof call === 'function' ? (async () => call())() : call
  const [outcome] = await Promise.allSettled([promise])
  return outcome
}

/**
 * What a call came to, in words that tell what is empty from what is not there: `resolved to 'tea'`,
 * `resolved to undefined`, `rejected with Error: burnt`.
 *
 * @throws Failed when it did not come to an end at all; so do the matchers below.
 */
export function endingOf(outcome: Outcome): string {
  if (!outcome) return 'was never called'
  if (outcome.status === 'fulfilled') return `resolved to ${inWords(outcome.value)}`
  const reason: unknown = outcome.reason
  if (reason instanceof Failed) throw reason
  return `rejected with ${inWords(reason)}`
}

/** What is wrong with an outcome or a value; undefined when nothing is. */
type Complaint = string | undefined

/** Whether a call has resolved to a value like this one. */
export function notResolvedTo(outcome: Outcome, value: unknown, same: boolean): Complaint {
  if (outcome?.status === 'fulfilled' && same) return undefined
  return `it ${endingOf(outcome)}, where it should have resolved to ${inWords(value)}.`
}

/** Whether a call has rejected with this very error, or whatever else it is. */
export function notRejectedWith(outcome: Outcome, wanted: unknown): Complaint {
  const ending = endingOf(outcome)
  const reason: unknown = outcome?.status === 'rejected' ? outcome.reason : outcome
  if (Object.is(reason, wanted)) return undefined
  return ending === `rejected with ${inWords(wanted)}`
    ? `it rejected with another error that says the same, ${inWords(wanted)}. It has to be that very one.`
    : `it ${ending}, where it should have rejected with ${inWords(wanted)}.`
}

/** Whether a call has rejected with an Error of these words. */
export function notRejectedSaying(outcome: Outcome, words: string): Complaint {
  const ending = endingOf(outcome)
  const reason: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined
  if (reason instanceof Error && reason.message === words) return undefined
  return `it ${ending}, where it should have rejected with an Error that says "${words}".`
}

/** Whether a call has rejected with an AggregateError of these very errors. */
export function notRejectedWithAll(
  outcome: Outcome,
  wanted: readonly unknown[],
  inAnyOrder: boolean,
): Complaint {
  const ending = endingOf(outcome)
  const reason: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined
  if (!(reason instanceof AggregateError)) {
    return `it ${ending}, where it should have rejected with an AggregateError of ${list(wanted)}.`
  }
  const came: readonly unknown[] = reason.errors
  if (isSameList(came, wanted) || (inAnyOrder && isSameBag(came, wanted))) return undefined
  const why = isSameBag(came, wanted)
    ? 'That is another order.'
    : list(came) === list(wanted)
      ? 'The words are the same, and the errors are not: they have to be those very ones.'
      : ''
  return (
    'the errors of its AggregateError are not the ones they should be.\n' +
    `They should be: ${list(wanted)}\nThey are:       ${list(came)}${why && `\n${why}`}`
  )
}

/** Whether this is that very thing, and no copy of it. */
export function notTheVery(value: unknown, wanted: unknown): Complaint {
  if (Object.is(value, wanted)) return undefined
  return isDeepStrictEqual(value, wanted)
    ? `this is another one with the same in it, ${inWords(value)}. It has to be that very one, and no copy.`
    : `it is ${inWords(value)}, where it should be ${inWords(wanted)}.`
}

/** Whether a list holds these very things, in this order. */
export function notTheVeryItems(value: unknown, wanted: readonly unknown[]): Complaint {
  if (!Array.isArray(value)) return `this is ${inWords(value)}, and no list.`
  if (isSameList(value, wanted)) return undefined
  const places = value.map((item) => wanted.indexOf(item))
  const named = places.map((place, index) => {
    if (place >= 0) return `number ${place + 1}`
    return isDeepStrictEqual(value[index], wanted[index]) ? 'a copy' : 'something else'
  })
  return (
    `it should hold ${wanted.length === 1 ? 'one thing' : `${wanted.length} things, number 1 to ${wanted.length}`}, ` +
    `as they are. It holds ${named.join(', ') || 'nothing'}.`
  )
}

const isSameList = (came: readonly unknown[], wanted: readonly unknown[]): boolean =>
  came.length === wanted.length && came.every((one, index) => Object.is(one, wanted[index]))

function isSameBag(came: readonly unknown[], wanted: readonly unknown[]): boolean {
  const left = [...wanted]
  for (const one of came) {
    const place = left.indexOf(one)
    if (place < 0) return false
    left.splice(place, 1)
  }
  return left.length === 0
}

const list = (errors: readonly unknown[]): string => errors.map(inWords).join(', ') || 'no errors'

/** Errors of an AggregateError that are looked at, to show it. */
const MOST = 20

/** A value as one line; an error as its name and message. */
export function inWords(value: unknown): string {
  if (value instanceof AggregateError)
    return oneLine(`AggregateError of [${list(value.errors.slice(0, MOST))}]`)
  return value instanceof Error ? oneLine(String(value)) : inspected(value)
}
