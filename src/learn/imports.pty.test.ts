import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ chapters: ['01-the-post'] })

const SLEEP = (ms: string) =>
  `export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ${ms}))\n`
const ANSWER = `import { sleep } from '../../../lib/sleep.ts'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await sleep(1_000)
  print('World')
}
`

test('an answer is judged anew when a file changes that it imports, wherever that lies', async () => {
  const lib = clone.path('lib/sleep.ts')
  mkdirSync(dirname(lib), { recursive: true })
  writeFileSync(lib, SLEEP('ms'))
  const terminal = clone.start()
  await terminal.waitFor('1 is green')
  clone.save('hello-world', ANSWER)
  await terminal.waitFor(/1\.1 .* is solved/)

  // Again and again: each time in the very moment in which the next run is being made ready.
  for (let time = 0; time < 5; time += 1) {
    writeFileSync(lib, SLEEP('2 * ms'))
    await terminal.waitFor('instead of 1')
    writeFileSync(lib, SLEEP('ms'))
    await terminal.waitFor(/1\.1 .* is solved/)
  }
})

test('what an editor or a cloud puts beside the stub disturbs nobody', async () => {
  const terminal = clone.start()
  await terminal.waitFor('1 is green')
  const stub = clone.path(clone.stubOf('hello-world'))
  writeFileSync(stub.replace('hello-world.ts', '._hello-world.ts'), '\u0000')
  mkdirSync(stub.replace('hello-world.ts', 'old.ts'))

  clone.solve('hello-world')

  await terminal.waitFor(/1\.1 .* is solved/)
})
