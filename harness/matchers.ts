import { expect } from 'vitest'

import { compare } from './compare.ts'
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

declare module 'vitest' {
  // Vitest's own type parameter; an extension must repeat it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface Matchers<T = any> {
    /** Compares a recorded timeline with a picture; see `harness/picture.ts` for its signs. */
    toLookLike(picture: string, words?: { sentence?: string; cause?: string }): void
  }
}
