/** @says execSync at test/hostile/blocks-at-the-top.ts:4 blocks the whole process */
import { execSync } from 'node:child_process'

execSync('sleep 1')

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
