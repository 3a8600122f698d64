import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Output } from './assemble.ts'

/** Kilobytes of an output, rounded up. */
export const sizeOf = ({ content }: Output): number => Math.ceil(Buffer.byteLength(content) / 1_000)

/**
 * Writes the handouts into a folder, which may hold other files as well. Each of them appears when
 * all of them are on the disk, so that nobody finds half of them there.
 */
export function writeOutputs(outputs: readonly Output[], folder: string): void {
  const scratch = join(folder, '.unfinished')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  try {
    for (const { name, content } of outputs) writeFileSync(join(scratch, name), content)
    for (const { name } of outputs) renameSync(join(scratch, name), join(folder, name))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
