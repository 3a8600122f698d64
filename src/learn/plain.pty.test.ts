import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone()

const ESCAPE = '\x1b'

/** A sequence that changes colours or weights. */
const PAINT = new RegExp(`${ESCAPE}\\[[0-9;]*m`)

test('colours are there unless NO_COLOR says that they are not wanted', async () => {
  const bright = clone.start()
  const plain = clone.start({ env: { NO_COLOR: '1' } })
  await Promise.all([bright, plain].map((terminal) => terminal.waitFor('1 is green')))

  expect(bright.raw).toMatch(PAINT)
  expect(plain.raw).not.toMatch(PAINT)
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
  expect(text).toMatch(/0 of 21 solved[^]*Welcome[^]*✗ says Hello[^]*expected[^]*yours/)
  expect(text).not.toContain(ESCAPE)
  expect(text.split('✗ says Hello')).toHaveLength(2)
  expect(clone.read('errors.txt')).toBe('')
})

test('where only the input is no terminal, it is a screen that can be left with a signal', async () => {
  const terminal = clone.start({
    command: ['sh', '-c', 'exec node bin/kata.cjs start < /dev/null'],
  })
  await terminal.waitFor('1 is green')

  terminal.signal('TERM')

  expect(await terminal.exited).toBe(128 + 15)
  expect(terminal.isAlternate).toBe(false)
})
