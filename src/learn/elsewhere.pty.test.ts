import { cpSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ chapters: ['01-the-post'], mistakes: true, goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  clone.solve('hello-world')
  clone.solve('accept-request')
  terminal = clone.start()
  await terminal.waitFor((screen) => screen.join().includes('✗'))
})

const WRONG = 'export const main = async () => undefined\n'

test('it opens on the first exercise that is not solved', () => {
  const screen = terminal.screen()

  expect(screen[0]).toContain('2 of 7 solved')
  expect(screen[1]).toContain('1.3 Chained handlers')
})

test('an exercise that was solved is red again when its file is changed, and the header knows', async () => {
  clone.save('hello-world', WRONG)

  const screen = await terminal.waitFor('1.1 Hello world is red again.')
  expect(screen[0]).toContain('1 of 7 solved')
  expect(screen[1]).toContain('1.3 Chained handlers')
})

test('and it is solved again when its file is', async () => {
  clone.solve('hello-world')

  await terminal.waitFor((screen) => screen[0]?.includes('2 of 7 solved') ?? false)
})

test('two loops in one clone both say the same', async () => {
  const other = clone.start()
  await other.waitFor((screen) => screen.join().includes('✗'))
  clone.solve('chained-handlers')

  await Promise.all([terminal, other].map((one) => one.waitFor('1.3 Chained handlers is solved.')))
  await other.close()
})

test('a new exercise is in the list as soon as its folders are there', async () => {
  for (const mirror of ['exercises', 'solutions', 'test']) {
    const chapter = clone.path(`${mirror}/01-the-post`)
    const ending = mirror === 'test' ? '.test.ts' : '.ts'
    cpSync(`${chapter}/03-chained-handlers`, `${chapter}/08-dessert`, { recursive: true })
    cpSync(
      `${chapter}/08-dessert/chained-handlers${ending}`,
      `${chapter}/08-dessert/dessert${ending}`,
    )
  }

  await terminal.waitFor('The course has 8 exercises now, it had 7.')
  terminal.type('l')
  terminal.press('end')
  await terminal.waitFor(/› . 1\.[38] /)
  expect(terminal.screen()[0]).toContain('of 8 solved')
  // It has no TODO, so somebody must have started it.
  await terminal.waitFor((screen) => !screen.join().includes('being judged'))
})

test('of files that are saved at once, as git does it, one is judged after another', async () => {
  for (const { slug } of clone.course.slice(0, 3)) clone.save(slug, `${WRONG}// all at once\n`)

  let most = 0
  await terminal.waitFor((screen) => {
    const judges = clone.processes().filter((line) => line.includes('kata.cjs judge'))
    most = Math.max(most, judges.length)
    return screen.filter((line) => line.includes('not right yet')).length === 3
  })
  expect(most).toBeLessThanOrEqual(1)
})
