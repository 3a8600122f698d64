import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'

import { Clone, type Wanted } from './clone.ts'
import { whyNoTerminal } from './pty.ts'

export type { Clone }

/** Real milliseconds for a test; on a machine that has other things to do a loop may be slow. */
const PATIENCE = 120_000

/**
 * For tests: a learner's clone in a folder of its own for all the tests of a file. Before each of
 * them every exercise is as it was handed out. Where there are no pseudo-terminals they are skipped.
 */
export function useClone(wanted: Wanted = {}): Clone {
  const clone = new Clone()
  vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })
  beforeAll(() => {
    if (whyNoTerminal === undefined) clone.make(wanted)
  })
  beforeEach(({ skip }) => skip(whyNoTerminal !== undefined, whyNoTerminal))
  if (!wanted.goesOn) afterEach(() => clone.tidyUp())
  afterAll(async () => {
    vi.resetConfig()
    await clone.tidyUp().finally(() => clone.remove())
  })
  return clone
}
