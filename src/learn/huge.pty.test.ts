import { beforeAll, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  terminal = clone.start()
  await terminal.waitFor('1 is green')
})

/** Real milliseconds in which a key is answered, on a machine that does four things at once, too. */
const SOON = 2_000

/** Real milliseconds after which no verdict is under way. */
const VERDICT = 1_500

const HUGE = {
  'an error of a megabyte': `throw new Error('x'.repeat(1e6))`,
  'an error of a hundred thousand lines': String.raw`throw new Error('line\n'.repeat(1e5))`,
  'a text of wide characters': `throw '漢字'.repeat(5e5)`,
  'a list of a hundred thousand': `throw Array.from({ length: 1e5 }, (_, index) => 'dish ' + index)`,
  'a line of a megabyte': `console.log('begins ' + 'x'.repeat(1e6))`,
  'lines of wide characters': `for (let n = 0; n < 1e4; n += 1) console.log('漢字'.repeat(9) + n)`,
  'a label of a megabyte': String.raw`print('\x1b[2J' + 'z'.repeat(1e6))`,
  'a hundred thousand labels': `for (let n = 0; n < 1e5; n += 1) print('line ' + n)`,
  'a rejection of a megabyte that nobody hears': `void Promise.reject(new Error('word '.repeat(2e5)))`,
}

test.each(Object.entries(HUGE))('%s keeps no key waiting', async (_what, statement) => {
  clone.putStubsBack()
  await terminal.waitFor('1 is green')
  clone.save('hello-world', `export function main(print: Function) {\n  ${statement}\n}\n`)
  await terminal.waitFor((screen) => !screen.join().includes('is green'))
  // A verdict that comes later would take the pages away that are opened below.
  await terminal.rest(VERDICT)

  for (const [key, words] of [
    ['v', 'esc back'],
    ['\x1b[B', /esc back/],
    ['\x1b', 'q quit'],
    ['?', 'Pictures'],
    // On a page that a late verdict has taken away, q would leave the loop.
    ['\x1b', 'q quit'],
  ] as const) {
    terminal.type(key)
    await terminal.waitFor(words, SOON)
  }
})

test('of a line of a megabyte one sees the beginning', async () => {
  clone.save('hello-world', `export function main() {\n  ${HUGE['a line of a megabyte']}\n}\n`)
  await terminal.waitFor('begins xxx')
  terminal.type('v')

  const screen = await terminal.waitFor('esc back')
  expect(screen.join('\n')).toMatch(/begins\n +x+\n +x+\n/)
})
