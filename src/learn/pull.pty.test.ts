import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone({ chapters: ['01-the-post'] })

const TEST = 'test/01-the-post/01-hello-world/hello-world.test.ts'
const FIRST = 'says Hello, and one second later World'

/** As git and sed -i do it: written aside, and put in the place of what was there. */
function replace(file: string, change: (text: string) => string): void {
  const path = clone.path(file)
  writeFileSync(`${path}.new`, change(readFileSync(path, 'utf8')))
  renameSync(`${path}.new`, path)
}

test('a test that is pulled is the one that judges, each time', async () => {
  const terminal = clone.start()
  await terminal.waitFor(FIRST)

  for (let time = 1; time <= 10; time += 1) {
    const [before, after] = [time === 1 ? FIRST : `title ${time - 1}`, `title ${time}`]
    replace(TEST, (text) => text.replace(before, after))
    const screen = await terminal.waitFor(new RegExp(`✗ ${after}$`, 'm'), 5_000)
    expect(screen.join('\n')).not.toContain(before + '\n')
  }
})

test('so is whatever the tests are made of', async () => {
  const terminal = clone.start()
  await terminal.waitFor('instead of 1.')

  for (const [before, after] of [
    ['instead of', 'in place of'],
    ['in place of', 'rather than'],
    ['rather than', 'instead of'],
  ] as const) {
    replace('src/timeline/what-differs.ts', (text) => text.replaceAll(before, after))
    await terminal.waitFor(`${after} 1.`, 5_000)
    await terminal.waitFor('The course itself has changed')
  }
})
