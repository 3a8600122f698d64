import type { Command } from 'commander'

import { sentences } from '../author/sentences.ts'
import { exerciseNamed, readCourse } from '../course/catalog.ts'

export const define = (command: Command): Command =>
  command.argument('[exercises...]', 'only what is said in these')

/** A page to read: what the tests say of all wrong answers that are known. */
export async function run(root: string, names: readonly string[]): Promise<number> {
  const course = readCourse(root)
  const asked = names.length === 0 ? course : names.map((name) => exerciseNamed(course, name))
  console.log(await sentences(root, asked))
  return 0
}
