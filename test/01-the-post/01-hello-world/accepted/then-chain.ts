import { setTimeout as sleep } from 'node:timers/promises'

export const main = (print: (line: string) => void): Promise<void> => {
  print('Hello')
  return sleep(1_000, 'World').then(print)
}
