/** @says too late */
import { setTimeout as captured } from 'node:timers'

// Set while the file is loaded, when no story runs yet: a timer in real time.
captured(() => void Promise.reject(new Error('too late')), 5)

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
