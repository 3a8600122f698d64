import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone()

test('a fresh clone greets in at most five lines, and its first exercise is red, in pictures; the greeting goes with the first key', async () => {
  const terminal = clone.start({ command: ['npm', 'start', '--silent'] })

  const screen = await terminal.waitFor('1 is green')

  const welcome = screen.findIndex((line) => line.includes('Welcome!'))
  const verdict = screen.findIndex((line) => line.includes('✗'))
  expect(verdict - welcome).toBeLessThanOrEqual(5)
  expect(screen[1]).toBe(' 1.1 Hello world')
  expect(screen.join('\n')).toMatch(/expected {2}0 +yours {5}0/)
  expect(screen.join('\n')).toMatch(/World {3}\.\| +World {3}\|/)
  expect(screen.at(-1)).toBe(
    ' n next  h hint  s solution  p play  l list  r reset  o open  ? help  q quit',
  )
  expect(terminal.isAlternate).toBe(true)
  expect(terminal.showsCursor).toBe(false)
  terminal.press('down')
  await terminal.waitFor((now) => !now.join().includes('Welcome!'))
})

test.each([
  ['1.4', '1.4 Two servers'],
  ['two-servers', '1.4 Two servers'],
])(
  'npm start -- %s opens that exercise, without a greeting',
  async (name, title) => {
    const terminal = clone.start({ args: [name] })

    const screen = await terminal.waitFor('✗')

    expect(screen[1]).toContain(title)
    expect(screen.join('\n')).not.toContain('Welcome!')
  },
  30_000,
)

test('where the only exercise that was started is solved, the next one opens', async () => {
  clone.solve('hello-world')
  const terminal = clone.start()

  const screen = await terminal.waitFor((now) => now.join().includes('✗'))
  expect(screen[0]).toMatch(/\b1 of \d+ solved/)
  expect(screen[1]).toBe(' 1.2 Accept request')
})

test.each([
  [['sushi'], 'There is no exercise called "sushi". There are: 1.1 hello-world'],
  [['1.1', '1.2'], 'One exercise at a time, please.'],
])(
  'npm start -- %j ends with a sentence and exit code 2',
  async (args, sentence) => {
    const terminal = clone.start({ args })

    expect(await terminal.exited).toBe(2)
    expect(terminal.screen().join('\n')).toContain(sentence)
    expect(terminal.raw).not.toContain('\x1b[?1049h')
  },
  30_000,
)
