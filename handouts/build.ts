import { resolve } from 'node:path'

import { assemble, openTools, type Output } from './assemble.ts'
import { printed } from './complaint.ts'
import { sizeOf, writeOutputs } from './write.ts'

/** What the command line asks for. */
export interface Options {
  /** Builds, applies the laws, and leaves nothing behind. */
  check: boolean
  /** Where to put the handouts; relative to where the command was given. */
  out?: string
}

/**
 * `npm run handouts`: makes the handouts of the course. The exit code is 1 when a law of the
 * handouts is broken, and then nothing is written.
 */
export async function main(root: string, options: Options): Promise<number> {
  const { outputs, complaints, remarks } = await assemble(root, openTools())
  if (complaints.length > 0) {
    for (const line of printed(complaints)) console.error(line)
    const count = printed(complaints).length
    console.error(`\nNothing was written: ${count} thing${count === 1 ? '' : 's'} to mend.`)
    return 1
  }
  for (const remark of remarks) console.log(remark)
  if (options.check) console.log(summary(outputs))
  else hand(outputs, resolve(options.out ?? resolve(root, 'dist', 'handouts')))
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
