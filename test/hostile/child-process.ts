/** @says At test/hostile/child-process.ts:7 your code uses a child process. That takes real time */
import { exec } from 'node:child_process'
import { promisify } from 'node:util'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await promisify(exec)('sleep 1')
  print('World')
}
