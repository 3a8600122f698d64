import type { Command } from 'commander'

import { wholeNumber } from './command.ts'
import { soak } from '../author/soak.ts'

const KINDS = ['accepted', 'mistakes', 'timing'] as const

export const define = (command: Command): Command =>
  command
    .argument('[parts...]', 'only files with one of these in their path')
    .option('--accepted', 'the right answers in other styles, instead of the solutions')
    .option('--mistakes', 'the mistakes that real time alone can tell: every run must catch each')
    .option(
      '--timing',
      'of these one of each exercise that does all at once what goes in turn, and one that does in turn what goes at once',
    )
    .option('--runs <N>', 'so many runs', wholeNumber('--runs', 1), 200)
    .option('--busy <N>', 'beside so many busy processes', wholeNumber('--busy', 0), 0)
    .option('--pause', 'now and then everything is stopped for 3 to 8 seconds; all tests run')

type Options = Partial<Record<(typeof KINDS)[number], boolean>> & {
  runs: number
  busy: number
  pause?: boolean
}

/** Runs the tests in real time again and again, and says how often they were wrong. */
export function run(root: string, parts: readonly string[], options: Options): Promise<number> {
  const { runs, busy, pause = false } = options
  const [kind = 'solutions', another] = KINDS.filter((name) => options[name])
  if (another) throw new Error(`One kind at a time: --${kind} or --${another}.`)
  if (pause && process.platform === 'win32')
    throw new Error('Windows cannot stop a process: no --pause.')
  return soak(root, { kind, runs, busy, pause, parts })
}
