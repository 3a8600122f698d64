import { resolve } from 'node:path'

import { printed } from '../src/course/violation.ts'
import { assemble, openTools, type Output, type Recordings } from './assemble.ts'
import { sizeOf, writeOutputs } from './write.ts'

/** What the command line asks for. */
export interface Options {
  /** Builds, applies the laws, and leaves nothing behind. */
  check?: boolean
  /** Where to put the handouts, if not in `dist/handouts`; relative to where the command was given. */
  out?: string
}

/**
 * Makes the handouts of a course, given what `recordCourse` in `src/author` knows of it, and prints
 * what there is. The exit code is 1 when a law is broken, and then nothing is written.
 */
export async function build(
  root: string,
  recordings: Recordings,
  { check = false, out = resolve(root, 'dist', 'handouts') }: Options,
): Promise<number> {
  const { outputs, violations, remarks } = assemble(root, recordings, await openTools())
  const lines = printed(violations)
  if (lines.length > 0) {
    for (const line of lines) console.error(line)
    console.error(
      `\nNothing was written: ${lines.length} thing${lines.length === 1 ? '' : 's'} to mend.`,
    )
    return 1
  }
  for (const remark of remarks) console.log(remark)
  if (check) console.log(summary(outputs))
  else hand(outputs, resolve(out))
  return 0
}

const summary = (outputs: readonly Output[]): string => {
  const kilobytes = outputs.reduce((sum, output) => sum + sizeOf(output), 0)
  return `${outputs.length} handouts, ${kilobytes} kB, no law broken`
}

function hand(outputs: readonly Output[], folder: string): void {
  writeOutputs(outputs, folder)
  const width = Math.max(...outputs.map(({ name }) => name.length))
  for (const output of outputs) {
    console.log(`${output.name.padEnd(width)}  ${String(sizeOf(output)).padStart(5)} kB`)
  }
  console.log(`\nOpen ${resolve(folder, 'index.html')}`)
}
