import { chai, expect } from 'vitest'

import { compare } from '../timeline/compare.ts'
import { Failed, textOf } from './failure.ts'
import { notAt, notSoOften } from './instants.ts'
import {
  inWords,
  notRejectedSaying,
  notRejectedWith,
  notRejectedWithAll,
  notResolvedTo,
  notTheVery,
  notTheVeryItems,
} from './outcomes.ts'
import type { Timeline } from './timeline.ts'

expect.extend({
  toLookLike(timeline: Timeline, picture: string, words?: { sentence?: string }) {
    const verdict = compare(timeline, picture, words)
    timeline.verdicts.push(verdict)
    const { failure } = verdict
    return { pass: !failure, message: () => (failure ? textOf(failure) : '') }
  },

  toStartAt: (timeline: Timeline, label: string, instant: number) =>
    unless(notAt(timeline, label, 'start', { instant })),
  toEndAt: (timeline: Timeline, label: string, instant: number, { late = 0 } = {}) =>
    unless(notAt(timeline, label, 'end', { instant, late })),
  toStart: (timeline: Timeline, label: string, times: number) =>
    unless(notSoOften(timeline, label, times)),

  toResolveTo(outcome: Outcome, value: unknown) {
    const alike = outcome?.status === 'fulfilled' && this.equals(outcome.value, value)
    return ended(this, () => notResolvedTo(outcome, value, alike))
  },
  toRejectWith(outcome: Outcome, error: unknown) {
    return ended(this, () => notRejectedWith(outcome, error))
  },
  toRejectSaying(outcome: Outcome, words: string) {
    return ended(this, () => notRejectedSaying(outcome, words))
  },
  toRejectWithAll(outcome: Outcome, errors: readonly unknown[], { inAnyOrder = false } = {}) {
    return ended(this, () => notRejectedWithAll(outcome, errors, inAnyOrder))
  },
  toBeTheVery: (value: unknown, wanted: unknown) => unless(notTheVery(value, wanted)),
  /** Hands on what was thrown: the harness wants to know whose it is, and its line. */
  toThrowNothing(call: () => unknown) {
    try {
      call()
      return unless(undefined)
    } catch (error) {
      return { ...unless(`it threw ${inWords(error)}.`), actual: error, expected: undefined }
    }
  },
  toHoldTheVery: (value: unknown, wanted: readonly unknown[]) =>
    unless(notTheVeryItems(value, wanted)),
})

type Outcome = PromiseSettledResult<unknown> | undefined

/** What a matcher returns: whether it holds, and what is wrong when it does not. */
const unless = (complaint: string | undefined) => ({
  pass: complaint === undefined,
  message: () => complaint ?? 'it should be otherwise.',
})

/** The same for an outcome; where a call never ended, the harness says so, and the test besides. */
function ended({ assertion }: { assertion: Chai.Assertion }, judge: () => string | undefined) {
  try {
    return unless(judge())
  } catch (error) {
    const words: unknown = chai.util.flag(assertion, 'message')
    if (!(error instanceof Failed) || typeof words !== 'string') throw error
    throw new Failed({ ...error.failure, besides: words })
  }
}

declare module 'vitest' {
  // Vitest's own type parameter; an extension must repeat it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface Matchers<T = any> {
    /** Compares a recorded timeline with a picture; see `harness/picture.ts` for its signs. */
    toLookLike(picture: string, words?: { sentence?: string }): void
    /** Whether what is called `label` starts at this very instant, in story milliseconds. */
    toStartAt(label: string, instant: number): void
    /** Whether it ends at this very instant, or at most `late` story milliseconds later. */
    toEndAt(label: string, instant: number, options?: { late?: number }): void
    /** Whether it was started so many times. */
    toStart(label: string, times: number): void
    /** Whether an outcome is that of a call which has resolved to such a value, as `toEqual` says. */
    toResolveTo(value: unknown): void
    /** Whether it is that of a call which has rejected with this very error, whatever it is. */
    toRejectWith(error: unknown): void
    /** Whether it is that of a call which has rejected with an Error of these words. */
    toRejectSaying(words: string): void
    /** Whether it is that of a call which has rejected with an AggregateError of these very errors. */
    toRejectWithAll(errors: readonly unknown[], options?: { inAnyOrder?: boolean }): void
    /** Whether a plain call throws nothing: it is called here. */
    toThrowNothing(): void
    /** Whether it is that very thing, and no copy. */
    toBeTheVery(value: unknown): void
    /** Whether a list holds these very things, in this order. */
    toHoldTheVery(items: readonly unknown[]): void
  }
}
