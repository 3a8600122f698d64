/** @says calls require on line 2, as CommonJS does. */
const { setTimeout: sleep } = require('node:timers/promises')

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
