import type { Command } from 'commander'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { touched } from '../course/stubs.ts'
import { TypeService } from '../judge/type-service.ts'

export const define = (command: Command): Command =>
  command
    .argument('[exercises...]', 'only your answers to these; all that differ from their stubs')
    .addHelpText('after', '\nThe exit code is 1 when TypeScript objects to something.')

/** What TypeScript says of answers: it turns none of them red. */
export function run(root: string, names: readonly string[]): number {
  const course = readCourse(root)
  const asked = names.map((name) => exerciseNamed(course, name))
  const files = (names.length > 0 ? asked : touched(root, course)).map(({ stub }) => stub)
  const service = new TypeService(root)
  const lines = files.flatMap((file) =>
    service.objectionsTo(file).map(({ line, message }) => `${file}:${line}  ${message}`),
  )
  if (files.length === 0) console.log('No exercise differs from its stub yet. npm start opens one.')
  else console.log(lines.length === 0 ? 'TypeScript has no objections.' : lines.join('\n'))
  return lines.length === 0 ? 0 : 1
}
