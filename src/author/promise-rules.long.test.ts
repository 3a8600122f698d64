import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { originalStub } from '../course/stubs.ts'
import { root } from '../testing/root.ts'

const STUB = 'exercises/01-the-post/01-hello-world/hello-world.ts'
const IN_FRONT = `const job = async (): Promise<number> => Promise.resolve(1)
const list = [1, 2]
`

/** What lint says of a file of exercises with this text, by line. */
function lint(text: string, file = STUB): Message[] {
  const args = ['--stdin', '--stdin-filename', join(root, file), '--format=json']
  const { stdout } = spawnSync(process.execPath, [ESLINT, ...args], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  })
  return (JSON.parse(stdout) as [{ messages: Message[] }])[0].messages
}

interface Message {
  message: string
  line: number
}

/** What lint says of each of these lines. */
function saidOf(lines: readonly string[]): string[] {
  const messages = lint(`${IN_FRONT}${lines.join('\n')}\n`)
  const before = IN_FRONT.split('\n').length - 1
  return lines.map((_, index) =>
    messages
      .filter(({ line }) => line === before + index + 1)
      .map(({ message }) => message)
      .join(),
  )
}

const ESLINT = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js')

const KINDS: [line: string, said: string][] = [
  ['job()', '`job()` is a promise that nobody awaits. Exercise 1.3 (chained-handlers)'],
  ['Promise.all(list.map(job))', 'Exercise 1.3 (chained-handlers)'],
  ['list.map(job)', 'is a list of promises, and nobody awaits them. Exercise 2.1 (gather)'],
  ['list.forEach(async () => await job())', 'Exercise 1.4 (two-servers)'],
  ['await new Promise(async (resolve) => resolve(await job()))', 'Exercise 1.2 (accept-request)'],
  ['setTimeout(async () => await job(), 10)', 'Exercise 3.4 (background-tasks)'],
  ['if (job()) list.pop()', '`job()` is a promise, or returns one, and that counts as true'],
  ['list.filter(async () => true).pop()', 'is a promise, or returns one, and that counts as true'],
  ['await job()', ''],
  ['await 3', 'Unexpected `await`'],
]

test('lint says of each kind of forgotten promise which exercise explains it', () => {
  const said = saidOf(KINDS.map(([line]) => line))

  for (const [index, [, sentence]] of KINDS.entries()) expect(said[index]).toContain(sentence)
  expect(said.at(-2)).toBe('')
})

test('a stub that nobody has touched is not complained about', () => {
  const exercise = exerciseNamed(readCourse(root), 'background-tasks')
  const stub = originalStub(root, exercise)

  expect(lint(stub, exercise.stub)).toEqual([])
  expect(
    lint(`${stub}\nexport const more = 1\n`.replace('TODO', 'DONE'), exercise.stub),
  ).not.toEqual([])
})
