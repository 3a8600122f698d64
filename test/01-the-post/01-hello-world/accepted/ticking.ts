import { setInterval } from 'node:timers/promises'

/** Looks at the clock ten times a second, and lets the loop turn in between. */
export async function main(print: (line: string) => void): Promise<void> {
  const opened = Date.now()
  print('Hello')
  for await (const _ of setInterval(100)) {
    if (Date.now() - opened >= 1_000) break
  }
  print('World')
}
