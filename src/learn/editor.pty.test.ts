import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { expect, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'

const clone = useClone()

/** A folder with programs of these names, to stand first in `PATH`. */
function programs(scripts: Record<string, string>): string {
  const folder = clone.path('.cache/programs')
  mkdirSync(folder, { recursive: true })
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(`${folder}/${name}`, `#!/bin/sh\n${script}\n`)
    chmodSync(`${folder}/${name}`, 0o755)
  }
  return folder
}

test('o lends the terminal to an editor, and its verdict follows when the screen is back', async () => {
  const script = [
    'echo "Editing $1"; read answer',
    'cp solutions/01-the-post/01-hello-world/hello-world.ts "$1"',
  ].join('\n')
  const folder = programs({ nano: script })
  const PATH = `${folder}${delimiter}${process.env.PATH}`
  const terminal = clone.start({ env: { PATH, EDITOR: 'nano' } })
  await terminal.waitFor('1 is green')

  terminal.type('o')
  await terminal.waitFor('Editing')
  expect(terminal.isAlternate).toBe(false)
  expect(terminal.showsCursor).toBe(true)
  // A key of the loop, which now is nothing but a letter.
  terminal.type('q')
  await terminal.waitFor((screen) => screen.join().includes('q'))
  terminal.press('enter')

  await terminal.waitFor('1.1 Hello world is solved.')
  expect(terminal.isAlternate).toBe(true)
  expect(terminal.showsCursor).toBe(false)
  terminal.type('?')
  await terminal.waitFor('never ended')
})

test('an editor that cannot be started is named, and the screen is back', async () => {
  const terminal = clone.start({ env: { EDITOR: 'no-such-folder/vim -f' } })
  await terminal.waitFor('1 is green')

  terminal.type('o')

  await terminal.waitFor('The editor "no-such-folder/vim -f" could not be started')
  expect(terminal.isAlternate).toBe(true)
})

test('an editor with a window of its own leaves the screen alone', async () => {
  const folder = programs({ 'my-editor': 'echo noise; echo "$@" > opened.txt' })
  const terminal = clone.start({ env: { VISUAL: `${folder}/my-editor` } })
  await terminal.waitFor('1 is green')

  terminal.type('o')

  await terminal.waitFor('Opened in your editor.')
  expect(terminal.screen().join('\n')).toContain('✗ says Hello')
  expect(clone.read('opened.txt')).toContain('hello-world.ts')
  expect(terminal.raw).not.toContain('noise')
})

test('without an editor a sentence says what to do', async () => {
  const terminal = clone.start({ env: { PATH: programs({}) } })
  await terminal.waitFor('1 is green')

  terminal.type('o')

  await terminal.waitFor('No editor was found. Open the file above by hand')
})

test('vi, which npm names for whoever has named none, is not opened', async () => {
  const folder = programs({ vi: 'echo "This is vi"; read answer', code: 'echo "$@" > opened.txt' })
  const env = { EDITOR: 'vi', npm_lifecycle_event: 'start', PATH: folder }
  const terminal = clone.start({ env })
  await terminal.waitFor('1 is green')

  terminal.type('o')

  await terminal.waitFor('Opened in your editor.')
  expect(clone.read('opened.txt')).toContain('hello-world.ts')
  expect(terminal.raw).not.toContain('This is vi')
})

test('vi is opened for whoever asks for it', async () => {
  const folder = programs({ vi: 'echo "This is vi"; read answer' })
  const PATH = `${folder}${delimiter}${process.env.PATH}`
  const terminal = clone.start({ env: { VISUAL: 'vi', npm_lifecycle_event: 'start', PATH } })
  await terminal.waitFor('1 is green')

  terminal.type('o')

  await terminal.waitFor('This is vi')
})
