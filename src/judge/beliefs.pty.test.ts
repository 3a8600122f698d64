import { beforeAll, expect, test } from 'vitest'

import { headerOf } from '../course/mistake-header.ts'
import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ mistakes: true, goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  terminal = clone.start()
  await terminal.waitFor('1 is green')
})

test.each(['bare-callback', 'hello-after-the-wait', 'in-seconds'])(
  'whoever makes the mistake %s reads which belief is behind it',
  async (mistake) => {
    const file = `test/01-the-post/01-hello-world/mistakes/${mistake}.ts`
    const source = clone.read(file)

    clone.save('hello-world', source.replace(/^\/\*\*.*?\*\/\n/s, ''))

    const { belief } = headerOf(file, source)
    await terminal.waitFor(`This is what happens to those who believe: “${belief}”`)
  },
)

test('at the end of the chapter one reads what one believed before, each with the test that showed it', async () => {
  const chapter = clone.course.filter(({ path }) => path.startsWith('01-'))
  for (const { slug } of chapter) clone.solve(slug)
  await terminal.waitFor(`${chapter.length} of ${clone.course.length} solved`)
  await terminal.waitFor('1.1 Hello world is solved.')
  terminal.type('n')

  const screen = (await terminal.waitFor('What you believed before')).join('\n')
  for (const words of [
    'Chapter 1: The post is done.',
    '“Timers count in seconds',
    'one second later',
  ])
    expect(screen.replace(/\s+/g, ' ')).toContain(words)
  terminal.type('n')
  await terminal.waitFor('2.1 ')
})
