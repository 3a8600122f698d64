import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

import { inWords, notTheVery } from './outcomes.ts'

/**
 * Vitest's plain matchers, judging as they always do, in words for learners: values in a sentence,
 * behind the words that the test has given. Those that are not here say what a learner should never
 * read, and a law keeps it out.
 */
expect.extend({
  toEqual(value: unknown, wanted: unknown) {
    const alike = this.equals(value, wanted, [...this.customTesters, this.utils.iterableEquality])
    return judged({ pass: alike, value, wanted }, this.isNot ? shouldNotBe : shouldBe)
  },
  toBe(value: unknown, wanted: unknown) {
    const pass = Object.is(value, wanted)
    const isCopy = !pass && isDeepStrictEqual(value, wanted)
    const complain = isCopy
      ? () => notTheVery(value, wanted) ?? ''
      : this.isNot
        ? shouldNotBe
        : shouldBe
    return judged({ pass, value, wanted }, complain)
  },
  toContain(value: readonly unknown[], wanted: unknown) {
    const complain = this.isNot
      ? () => `${inWords(wanted)} should not be in ${inWords(value)}.`
      : () => `${inWords(wanted)} is missing in ${inWords(value)}.`
    return judged({ pass: value.includes(wanted), value, wanted }, complain)
  },
  toHaveLength: (value: { length: number }, wanted: number) =>
    judged({ pass: value.length === wanted, value: value.length, wanted }, shouldBe),
  toBeLessThan: (value: number, wanted: number) =>
    judged(
      { pass: value < wanted, value, wanted },
      () => `${value}, where it should be less than ${wanted}.`,
    ),
  toBeUndefined(value: unknown) {
    const complain = this.isNot ? shouldNotBe : shouldBe
    return judged({ pass: value === undefined, value, wanted: undefined }, complain)
  },
  toBeInstanceOf(value: unknown, wanted: new () => unknown) {
    const complain = this.isNot
      ? shouldNotBe
      : () => `${inWords(value)}, which is no ${wanted.name}.`
    return judged({ pass: value instanceof wanted, value, wanted: wanted.name }, complain)
  },
})

interface Judged {
  pass: boolean
  value: unknown
  wanted: unknown
}

/** With both values, which Vitest shows beside each other. */
const judged = (
  { pass, value, wanted }: Judged,
  complain: (value: unknown, wanted: unknown) => string,
) => ({ pass, message: () => complain(value, wanted), actual: value, expected: wanted })

/** Columns that are left to two values on one line. */
const ROOM = 44

/** Long values stand below each other, as pictures do. */
function shouldBe(value: unknown, wanted: unknown): string {
  const [is, should] = [inWords(value), inWords(wanted)]
  if (is === should) return `${is}, which is another one than it should be.`
  return is.length + should.length <= ROOM
    ? `${is}, where it should be ${should}.`
    : `\nexpected  ${should}\nyours     ${is}`
}

const shouldNotBe = (value: unknown): string => `${inWords(value)}, and it should not be.`
