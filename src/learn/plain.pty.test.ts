import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone()

const ESCAPE = '\x1b'

/** A sequence that changes colours or weights. */
const PAINT = new RegExp(`${ESCAPE}\\[[0-9;]*m`)

test('colours are there unless somebody says that they are not wanted', async () => {
  const bright = clone.start()
  const plain = [{ NO_COLOR: '1' }, { FORCE_COLOR: '0' }].map((env) => clone.start({ env }))
  await Promise.all([bright, ...plain].map((terminal) => terminal.waitFor('1 is green')))

  expect(bright.raw).toMatch(PAINT)
  for (const { raw } of plain) expect(raw).not.toMatch(PAINT)
})

test('a dumb terminal is written to line by line: no escape sequence, and nothing twice', async () => {
  const terminal = clone.start({ env: { TERM: 'dumb' }, rows: 200 })
  await terminal.waitFor('1 is green')
  clone.solve('hello-world')
  await terminal.waitFor('1.1 Hello world is solved.')
  terminal.type('n')
  await terminal.waitFor(/1\.2 Accept request[^]*✗/)
  terminal.type('s')
  await terminal.waitFor('The reference solution opens here when yours is right.')
  terminal.type('q')

  expect(await terminal.exited).toBe(0)
  expect(terminal.raw).not.toContain(ESCAPE)
  const screen = terminal.screen().join('\n')
  expect(screen).toMatch(/✗ says Hello[^]*1\.1 Hello world is solved\.[^]*1\.2 Accept/)
  expect(screen.split('✗ says Hello')).toHaveLength(2)
  expect(screen.split('✓ 1.1 Hello world is solved.')).toHaveLength(2)
})

test('without a terminal the screen is printed once, with nothing but text', async () => {
  const terminal = clone.start({
    command: ['sh', '-c', 'node bin/kata.cjs start > out.txt 2> errors.txt < /dev/null'],
  })

  expect(await terminal.exited).toBe(0)
  const text = clone.read('out.txt')
  expect(text).toMatch(/0 of \d+ solved[^]*Welcome[^]*✗ says Hello[^]*expected[^]*yours/)
  expect(text).not.toContain(ESCAPE)
  expect(text.split('✗ says Hello')).toHaveLength(2)
  expect(clone.read('errors.txt')).toBe('')
})

test.each([
  ['the output', '| cat'],
  ['the input', '< /dev/null'],
])('where only %s is no terminal, no key is offered', async (_which, redirected) => {
  const terminal = clone.start({
    command: ['sh', '-c', `node bin/kata.cjs start ${redirected}`],
    rows: 60,
  })
  await terminal.waitFor('1 is green')

  const text = terminal.screen().join('\n')
  expect(text).toContain(redirected === '| cat' ? 'the answer is printed here' : 'type npm start')
  expect(text).not.toContain('h gives a hint')
  expect(terminal.isAlternate).toBe(false)
  terminal.type('\x04')
  expect(await terminal.exited).toBe(0)
  expect(await clone.stragglers()).toEqual([])
})

test('where the output is no terminal, each save is answered below, until the input ends', async () => {
  const terminal = clone.start({
    command: ['sh', '-c', 'node bin/kata.cjs start | cat'],
    rows: 200,
  })
  await terminal.waitFor('1 is green')
  clone.save('hello-world', "export const main = async () => console.log('Hello')\n")
  await terminal.waitFor('World: never; should be at second 1')
  clone.solve('hello-world')
  await terminal.waitFor('npm start, typed anew, opens the next exercise.')

  terminal.type('\x04')

  expect(await terminal.exited).toBe(0)
  const screen = terminal.screen().join('\n')
  expect(screen).not.toMatch(/ n opens/)
  expect(screen.split('✗ says Hello')).toHaveLength(3)
  expect(screen).toMatch(/1 of \d+ solved\. npm start goes on with 1\.2/)
})

test('--plain asks for lines, and for pictures in words; the keys are there', async () => {
  const terminal = clone.start({ args: ['--plain'], rows: 200 })
  await terminal.waitFor('1 is green')
  const screen = terminal.screen().join('\n')
  terminal.type('?')
  await terminal.waitFor('Keys')
  terminal.type('qq')

  expect(await terminal.exited).toBe(0)
  expect(screen).toContain('- World: at second 0; should be at second 1')
  expect(screen).toContain('h gives a hint')
  expect(terminal.raw).not.toContain('\x1b[?1049h')
})

test('a terminal that does not know its size is taken for one of 80 × 24', async () => {
  const terminal = clone.start({
    command: ['sh', '-c', 'stty rows 0 cols 0; exec node bin/kata.cjs start'],
  })

  const screen = await terminal.waitFor('1 is green')

  expect(screen.at(-1)).toContain('q quit')
})
