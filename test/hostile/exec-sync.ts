/** @says execSync at test/hostile/exec-sync.ts:6 blocks the whole process: nobody else can be served meanwhile */
import { execSync } from 'node:child_process'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  execSync('sleep 1')
  print('World')
}
