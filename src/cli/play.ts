import { parseArgs } from 'node:util'

import { exerciseNamed, readCourse, type Exercise } from '../course/catalog.ts'
import { programOf } from '../run/play/program.ts'
import { playInTerminal } from '../learn/play/in-terminal.ts'
import { playLineByLine } from '../learn/play/line-by-line.ts'

const USAGE = `npm run play -- EXERCISE     the program of its README, with your answer, at the story's pace

  EXERCISE    its name or its number: hello-world, 1.1
  --speed N   N times as fast: 10, or 0.5
  --help

The exit code is 0 when the program ran to its end, 1 when it failed, 2 when it could not begin.`

/** The fastest play: a story second lasts a millisecond. */
const FASTEST = 1_000

/** `npm run play`: one sees the program of a lesson run, in the time that it takes. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readRequest(args)
    if (values.help) {
      console.log(USAGE)
      return 0
    }
    const exercise = exerciseToPlay(root, positionals)
    const show = hasTerminal() ? playInTerminal : playLineByLine
    return await show(root, exercise, speedOf(values.speed))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

const readRequest = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: { speed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  })

function exerciseToPlay(root: string, names: readonly string[]): Exercise {
  const [name, another] = names
  if (name === undefined) throw new Error(`Which exercise?\n\n${USAGE}`)
  if (another !== undefined) throw new Error(`One exercise at a time.\n\n${USAGE}`)
  const exercise = exerciseNamed(readCourse(root), name)
  const program = programOf(root, exercise)
  if (typeof program === 'string') throw new Error(program)
  return exercise
}

function speedOf(text: string): number {
  const speed = text.trim() === '' ? NaN : Number(text)
  if (speed > 0 && speed <= FASTEST) return speed
  throw new Error(`--speed takes a number above 0 and at most ${FASTEST}, not "${text}".`)
}

/** Somewhere to draw, and keys to end it with. */
const hasTerminal = (): boolean =>
  process.stdin.isTTY && process.stdout.isTTY && process.env.TERM !== 'dumb'
