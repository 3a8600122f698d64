/** @says imports `sleep` from 'node:timers/promises' on line 2, and there is no such thing in it. It has setTimeout */
import { sleep } from 'node:timers/promises'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
