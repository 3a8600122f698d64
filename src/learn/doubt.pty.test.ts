import { rmSync, writeFileSync } from 'node:fs'
import { onTestFinished, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

// Apart from other tests of saving, since nothing else may run meanwhile.
const clone = useClone()

test('where only the wall clock is red, the same saved once more is judged once more', async () => {
  const terminal = clone.start()
  await terminal.waitFor('1 is green')
  const file = clone.path(clone.stubOf('hello-world'))
  // Right, and late as on a machine that is busy, until there is a file of this name: story time stands
  // still while a name is looked up, real time does not.
  const calm = `${file}.calm`
  const answer = clone
    .solutionOf('hello-world')
    .replace(
      '{\n',
      `{\n  if (!existsSync('${calm}')) for (let count = 0; count < 1_250; count += 1) await lookup('localhost')\n`,
    )
  clone.save(
    'hello-world',
    `import { lookup } from 'node:dns/promises'\nimport { existsSync } from 'node:fs'\n${answer}`,
  )
  await terminal.waitFor('✗ holds on the wall clock, too')
  await terminal.waitFor('save once more, and the clock is asked again')
  writeFileSync(calm, '')
  onTestFinished(() => rmSync(calm))
  clone.save('hello-world', clone.read(clone.stubOf('hello-world')))

  await terminal.waitFor('1.1 Hello world is solved.')
})
