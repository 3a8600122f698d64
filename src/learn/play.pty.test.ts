import { beforeAll, expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  clone.solve('hello-world')
  terminal = clone.start({ args: ['1.1'] })
  await terminal.waitFor('1.1 Hello world is solved.')
})

test('p plays the program: Hello, and a second later World', async () => {
  terminal.type('p')
  await terminal.waitFor('Play 1.1 Hello world')
  const hello = await terminal.waitFor('Hello @0')
  const from = performance.now()
  await terminal.waitFor('World @1')

  expect(hello.join()).not.toContain('World @')
  expect(performance.now() - from).toBeGreaterThan(500)
  await terminal.waitFor('The program reached its end at second 1, and nothing was left running.')
  terminal.press('escape')
  await terminal.waitFor('1.1 Hello world is solved.')
})

test('when it is over all keys work as on every other page', async () => {
  for (const [key, words] of [
    ['h', 'Hint 1 of 3'],
    ['?', 'Pictures'],
    ['v', 'Your code has printed nothing.'],
    ['l', 'type to search'],
    ['p', 'preparing'],
  ] as const) {
    terminal.type('p')
    await terminal.waitFor('reached its end at second 1,')
    terminal.type(key)
    await terminal.waitFor(words)
    terminal.press('escape')
    await terminal.waitFor('1.1 Hello world is solved.')
  }
})

test('a save shows its verdict, while a play goes on and when it is over', async () => {
  const right = clone.solutionOf('hello-world')
  const wrong = right.replace('1_000', '1')
  terminal.type('p')
  await terminal.waitFor('reached its end at second 1,')

  clone.save('hello-world', wrong)
  await terminal.waitFor('main resolved at second 0 instead of 1.')

  terminal.type('p')
  await terminal.waitFor('Hello @0')
  clone.save('hello-world', right)
  await terminal.waitFor('1.1 Hello world is solved.')
})

test('a play can be stopped in the middle, and begun again', async () => {
  terminal.type('p')
  await terminal.waitFor('Hello @0')
  terminal.type('p')
  await terminal.waitFor('1.1 Hello world is solved.')
  terminal.type('p')

  await terminal.waitFor('Hello @0')
  terminal.press('escape')
  await terminal.waitFor('1.1 Hello world is solved.')
})

test('whoever is impatient with p does no harm, and can leave', async () => {
  terminal.type('ppppp')
  await terminal.waitFor('Play 1.1 Hello world')
  terminal.press('ctrl-c')

  expect(await terminal.exited).toBe(0)
  expect(await clone.stragglers()).toEqual([])
})

test('a play that is left before it begins keeps nobody from leaving', async () => {
  const other = clone.start({ args: ['1.1'] })
  await other.waitFor('1.1 Hello world is solved.')
  other.type('p')
  other.press('ctrl-c')

  expect(await other.exited).toBe(0)
  expect(await clone.stragglers()).toEqual([])
})
