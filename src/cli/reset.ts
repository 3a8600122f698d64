import type { Command } from 'commander'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { resetSentence, resetStub } from '../course/stubs.ts'

export const define = (command: Command): Command =>
  command.argument('<exercise>', 'its name or its number: limit, 6.1')

/** The exit code is 1 when it refuses. */
export function run(root: string, [name = '']: readonly string[]): number {
  const exercise = exerciseNamed(readCourse(root), name)
  try {
    console.log(resetSentence(exercise.stub, resetStub(root, exercise)))
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}
