import type { Command } from 'commander'

import { wholeNumber } from './command.ts'
import { bench } from '../author/bench.ts'

export const define = (command: Command): Command =>
  command
    .option('--saves <N>', 'so many saves', wholeNumber('--saves', 1), 20)
    .option('--starts <N>', 'so many starts', wholeNumber('--starts', 1), 10)
    .addHelpText(
      'after',
      '\nFor a verdict after a save, and for the first screen. npm start and plain Vitest take turns, each' +
        '\nin a clone of its own, in a terminal of 80 by 24. Milliseconds, medians.',
    )

/** How long a learner waits. */
export const run = (
  root: string,
  _: readonly string[],
  options: { saves: number; starts: number },
): Promise<number> => bench(root, options)
