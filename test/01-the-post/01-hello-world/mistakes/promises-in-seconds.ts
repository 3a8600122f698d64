/**
 * @belief sleep counts in seconds, as it does in Python.
 * @says main resolved at second 0 instead of 1
 * @says Timers count in milliseconds
 */
import { setTimeout as sleep } from 'node:timers/promises'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1)
  print('World')
}
