import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'

import { useClone } from '../testing/learners-clone.ts'
import { whyNoTerminal, type PseudoTerminal } from '../testing/pty.ts'

const clone = useClone({ goesOn: true })
let terminal: PseudoTerminal
let file: string
let count = 0

const SOLVED = '1.1 Hello world is solved.'

/** A right answer, and a wrong one that fails in its own way; nobody has judged either before. */
const right = () => `${clone.solutionOf('hello-world')}// ${(count += 1)}\n`
const wrong = (says: string) =>
  `export const main = async () => { throw new Error('${says}') } // ${(count += 1)}\n`

beforeAll(async () => {
  if (whyNoTerminal !== undefined) return
  file = clone.path(clone.stubOf('hello-world'))
  terminal = clone.start()
  await terminal.waitFor('1 is green')
})

test('a file that is deleted is missing, and judged again when it is back', async () => {
  rmSync(file)
  await terminal.waitFor('hello-world.ts is missing.')
  clone.save('hello-world', right())

  await terminal.waitFor(SOLVED)
})

test('an editor may write another file and rename it', async () => {
  writeFileSync(`${file}.tmp`, wrong('renamed'))
  renameSync(`${file}.tmp`, file)

  await terminal.waitFor('renamed')
})

test('an editor may rename the old file and write a new one', async () => {
  renameSync(file, `${file}~`)
  writeFileSync(file, right())
  rmSync(`${file}~`)

  await terminal.waitFor(SOLVED)
})

test('of ten saves at once the last one counts', async () => {
  for (let save = 1; save <= 9; save += 1) clone.save('hello-world', right())
  clone.save('hello-world', wrong('the tenth'))

  await terminal.waitFor('the tenth')
})

test('of two saves within a few milliseconds the last one counts', async () => {
  clone.save('hello-world', wrong('as it was typed'))
  await wait(20)
  clone.save('hello-world', right())

  await terminal.waitFor(SOLVED)
})

test('of ten saves in a second the last one counts', async () => {
  for (let save = 1; save <= 9; save += 1) {
    clone.save('hello-world', wrong(`save ${save}`))
    await wait(100)
  }
  clone.save('hello-world', right())

  await terminal.waitFor(SOLVED)
})

test('a file that is empty for a moment is never said to be', async () => {
  const from = terminal.raw.length
  clone.save('hello-world', '')
  await wait(30)
  clone.save('hello-world', wrong('full again'))
  await terminal.waitFor('full again')

  expect(terminal.raw.slice(from)).not.toContain('is empty')
})

test('a file that stays empty is said to be', async () => {
  clone.save('hello-world', '')

  await terminal.waitFor('hello-world.ts is empty.')
})

test('a syntax error is one sentence with its line', async () => {
  clone.save('hello-world', 'export async function main() {\n  print("a"\n}\n')

  await terminal.waitFor('hello-world.ts has a syntax error on line 3: Expected')
})

test('a right answer that still holds its TODO says what to delete, and is not solved', async () => {
  clone.save('hello-world', `// TODO: still here\n${right()}`)

  const screen = await terminal.waitFor('Now delete the TODO comment.')
  expect(screen[0]).toMatch(/\b0 of \d+ solved/)
})

test('what the answer imports belongs to the answer', async () => {
  const words = file.replace('hello-world.ts', 'words.ts')
  onTestFinished(() => rmSync(words))
  writeFileSync(words, "export const word = 'Goodbye'\n")
  clone.save(
    'hello-world',
    `import { word } from './words.ts'\n${right().replace("'Hello'", 'word')}`,
  )
  await terminal.waitFor('Goodbye')
  writeFileSync(words, "export const word = 'Hello'\n")

  await terminal.waitFor(SOLVED)
})

test('what else is written beside the file does no harm', async () => {
  writeFileSync(`${file}.swp`, 'x')
  writeFileSync(`${file}~`, 'x')
  clone.save('hello-world', right())

  await terminal.waitFor(SOLVED)
})
