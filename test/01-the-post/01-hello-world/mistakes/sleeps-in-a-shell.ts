/**
 * @belief A program that waits has nothing else to do, so it may stand still.
 * @says execSync
 * @says blocks the whole process
 */
import { execSync } from 'node:child_process'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  execSync('sleep 1')
  print('World')
}
