import { beforeAll, test } from 'vitest'

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
