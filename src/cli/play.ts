import type { Command } from 'commander'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { programOf } from '../run/play/program.ts'
import { playInTerminal } from '../learn/play/in-terminal.ts'
import { playLineByLine } from '../learn/play/line-by-line.ts'

export const define = (command: Command): Command =>
  command
    .argument('<exercise>', 'its name or its number: hello-world, 1.1')
    .option('--speed <N>', 'N times as fast: 10, or 0.5', speedOf, 1)
    .addHelpText(
      'after',
      '\nThe exit code is 0 when the program ran to its end, 1 when it failed, 2 when it could not begin.',
    )

/** The fastest play: a story second lasts a millisecond. */
const FASTEST = 1_000

function speedOf(text: string): number {
  const speed = text.trim() === '' ? NaN : Number(text)
  if (speed > 0 && speed <= FASTEST) return speed
  throw new Error(`--speed takes a number above 0 and at most ${FASTEST}, not "${text}".`)
}

/** One sees the program of a lesson run, in the time that it takes. */
export async function run(
  root: string,
  [name = '']: readonly string[],
  { speed }: { speed: number },
): Promise<number> {
  const exercise = exerciseNamed(readCourse(root), name)
  const program = programOf(root, exercise)
  if (typeof program === 'string') throw new Error(program)
  return (hasTerminal() ? playInTerminal : playLineByLine)(root, exercise, speed)
}

/** Somewhere to draw, and keys to end it with. */
const hasTerminal = (): boolean =>
  process.stdin.isTTY && process.stdout.isTTY && process.env.TERM !== 'dumb'
