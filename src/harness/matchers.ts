import { chai, expect } from 'vitest'

import { compare } from '../timeline/compare.ts'
import { textOf } from './failure.ts'
import type { Timeline } from './timeline.ts'

expect.extend({
  toLookLike(timeline: Timeline, picture: string, words?: { sentence?: string; cause?: string }) {
    const verdict = compare(timeline, picture, words)
    timeline.verdicts.push(verdict)
    const { failure } = verdict
    return { pass: !failure, message: () => (failure ? textOf(failure) : '') }
  },
})

const KEEPS_THROWN = Symbol.for('async-kata.keeps-thrown')

/**
 * The assertion of `toThrow` holds only the text of what was thrown; where a listener of the
 * submission has thrown it, the harness wants to know its line.
 */
chai.use(({ Assertion }, utils) => {
  const shelf = globalThis as { [KEEPS_THROWN]?: boolean }
  if (shelf[KEEPS_THROWN]) return
  shelf[KEEPS_THROWN] = true
  const keepThrown = (original: Asserts): Asserts =>
    function (...args) {
      const run: unknown = utils.flag(this, 'object')
      const { heard, thrown } = listening(run as () => unknown)
      if (typeof run === 'function') utils.flag(this, 'object', heard)
      try {
        original.apply(this, args)
      } catch (assertion) {
        if (thrown.length > 0) (assertion as Error).cause = thrown[0]
        throw assertion
      }
    }
  utils.overwriteMethod(Assertion.prototype, 'throws', keepThrown)
})

type Asserts = (this: Chai.AssertionStatic, ...args: unknown[]) => void

/** A function that does as `run` does, and what it has thrown. */
function listening(run: () => unknown): { heard: () => unknown; thrown: unknown[] } {
  const thrown: unknown[] = []
  const heard = () => {
    try {
      return run()
    } catch (error) {
      thrown.push(error)
      throw error
    }
  }
  return { heard, thrown }
}

declare module 'vitest' {
  // Vitest's own type parameter; an extension must repeat it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface Matchers<T = any> {
    /** Compares a recorded timeline with a picture; see `harness/picture.ts` for its signs. */
    toLookLike(picture: string, words?: { sentence?: string; cause?: string }): void
  }
}
