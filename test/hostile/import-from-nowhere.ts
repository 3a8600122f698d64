/** @says imports 'node:timers/promise' on line 2, and Node has no such module. */
import { setTimeout as sleep } from 'node:timers/promise'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
