import { rmSync } from 'node:fs'
import { expect, test, vi } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import type { PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ mistakes: true })

/** A loop that has shown its first verdict, and goes on judging the known mistakes in the background. */
const started = async (): Promise<PseudoTerminal> => {
  rmSync(clone.path('.cache'), { recursive: true, force: true })
  const terminal = clone.start()
  await terminal.waitFor('1 is green')
  return terminal
}

function expectAsItWas(terminal: PseudoTerminal): void {
  expect(terminal.isAlternate).toBe(false)
  expect(terminal.showsCursor).toBe(true)
}

test.each([
  ['SIGTERM', (terminal: PseudoTerminal) => terminal.signal('TERM'), 128 + 15],
  ['SIGHUP', (terminal: PseudoTerminal) => terminal.signal('HUP'), 128 + 1],
])('%s leaves the terminal as it was, and no process behind', async (_way, leave, code) => {
  const terminal = await started()

  leave(terminal)

  expect(await terminal.exited).toBe(code)
  expectAsItWas(terminal)
  expect(await clone.stragglers()).toEqual([])
})

test('Ctrl-Z, where no shell waits for it, is a blink; Ctrl-C leaves the terminal as it was', async () => {
  const terminal = await started()
  const from = terminal.raw.length

  terminal.press('ctrl-z')
  const written = () => terminal.raw.slice(from)
  await terminal.waitFor(() => written().indexOf(LEAVES) < written().lastIndexOf(ENTERS))
  await terminal.waitFor('1 is green')
  terminal.type('?')
  await terminal.waitFor('never ended')
  expect(terminal.isAlternate).toBe(true)
  terminal.press('ctrl-c')

  expect(await terminal.exited).toBe(0)
  expectAsItWas(terminal)
  expect(await clone.stragglers()).toEqual([])
})

test('Ctrl-Z gives the terminal back to the shell, and fg brings the screen back', async () => {
  const terminal = clone.start({ command: ['sh', '-i'], env: { PS1: 'shell> ' } })
  await terminal.waitFor('shell>')
  terminal.type('npm start\r')
  await terminal.waitFor('1 is green')

  terminal.press('ctrl-z')
  await terminal.waitFor(/Stopped|Suspended/i)
  expectAsItWas(terminal)
  terminal.type('echo "I am $((2 * 3))"\r')
  await terminal.waitFor('I am 6')

  terminal.type('fg\r')
  await terminal.waitFor('1 is green')
  expect(terminal.isAlternate).toBe(true)
  terminal.type('q')
  await terminal.waitFor('npm start goes on with 1.1 Hello world.')
  terminal.type('exit\r')
  await terminal.exited
  expect(await clone.stragglers()).toEqual([])
})

test.each(['SIGTERM', 'SIGKILL'])('%s to npm alone ends the loop, too', async (signal) => {
  const terminal = clone.start({ command: ['sh', '-i'], env: { PS1: 'shell> ' } })
  await terminal.waitFor('shell>')
  terminal.type('npm start\r')
  await terminal.waitFor('1 is green')
  const inClone = (words: string) => clone.processes().filter((line) => line.includes(words))

  const [npm = ''] = inClone('npm start')
  process.kill(Number.parseInt(npm, 10), signal)

  await vi.waitFor(() => expect(inClone('kata.cjs start')).toEqual([]), SOON)
  await vi.waitFor(() => expectAsItWas(terminal), SOON)
  terminal.type('exit\r')
  await terminal.exited
  expect(await clone.stragglers()).toEqual([])
})

test.each([
  ['the window is closed', (terminal: PseudoTerminal) => terminal.hangUp()],
  ['the program is killed', (terminal: PseudoTerminal) => terminal.signal('KILL')],
])('when %s no process stays behind, not even one that loops', async (_way, leave) => {
  const terminal = await started()
  clone.save('hello-world', 'for (;;);\nexport const main = async () => undefined\n')
  await terminal.waitFor('judging …')

  leave(terminal)

  expect(await clone.stragglers()).toEqual([])
})

test('the worker may crash: the loop stays, and q leaves the terminal as it was', async () => {
  const terminal = await started()
  clone.save('hello-world', clone.read('test/hostile/process-abort.ts'))
  await terminal.waitFor('ends the process in which it runs')

  terminal.type('q')

  expect(await terminal.exited).toBe(0)
  expectAsItWas(terminal)
  expect(await clone.stragglers()).toEqual([])
})

test('it can be left while it judges for the first time', async () => {
  const terminal = clone.start()
  await terminal.waitFor('q quit')
  terminal.type('q')

  expect(await terminal.exited).toBe(0)
  expectAsItWas(terminal)
  expect(await clone.stragglers()).toEqual([])
})

/** Real milliseconds in which whoever is left alone has to be gone. */
const SOON = { timeout: 10_000 }

/** Out of the alternative screen, and into it. */
const LEAVES = '\x1b[?1049l'
const ENTERS = '\x1b[?1049h'
