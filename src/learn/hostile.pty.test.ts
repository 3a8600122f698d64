import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

import { reasonsIn } from '../testing/hostile-header.ts'
import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

/**
 * Every way to wish the judge ill is tried without a terminal, in course/hostile.long.test.ts. These end
 * the process in which they run, or hold it, or print: they differ in what the loop has to do.
 */
const KINDS = [
  'process-abort',
  'spins-at-the-top',
  'hoard-in-a-loop',
  'hoard',
  'prints-a-flood',
  'rejects-after-the-test',
  'waits-at-the-top',
]

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal
let count = 0

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  terminal = clone.start()
  await terminal.waitFor('1 is green')
  // To another exercise and back: what was kept ready for the first one is thrown away.
  terminal.type('ny')
  await terminal.waitFor((screen) => /1\.2.*✗/.test(screen.join()))
  terminal.type('l')
  terminal.press('home')
  terminal.press('enter')
  await terminal.waitFor((screen) => /1\.1.*✗/.test(screen.join()))
})

test.each(KINDS)(
  '%s is not solved, for the reason that it names, and a right answer after it is',
  async (kind) => {
    const source = clone.read(`test/hostile/${kind}.ts`)
    const stub = clone.stubOf('hello-world')

    clone.save('hello-world', source)
    const reasons = reasonsIn(source).map((one) => one.replace(`test/hostile/${kind}.ts`, stub))
    await terminal.waitFor((screen) => {
      const shown = squeezed(screen.join(''))
      return reasons.some((reason) => shown.includes(squeezed(reason)))
    })

    clone.save('hello-world', `${clone.solutionOf('hello-world')}// ${(count += 1)}\n`)
    await terminal.waitFor('1.1 Hello world is solved.')
  },
)

test('there is one of each kind', () => {
  const known = readdirSync(clone.path('test/hostile'))

  expect(known).toEqual(expect.arrayContaining(KINDS.map((kind) => `${kind}.ts`)))
})

/** A path may be cut anywhere at the end of a line. */
const squeezed = (text: string): string => text.replaceAll(' ', '')
