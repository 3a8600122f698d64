import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { main as kata } from './kata.ts'
import { putFile } from '../testing/put-file.ts'
import { mistype } from '../author/typos.ts'
import type { Verdict } from '../judge/verdict.ts'
import { root } from '../testing/root.ts'

const mistake = 'test/01-the-post/01-hello-world/mistakes/missing-await.ts'
let printed: string

const judge = (...args: string[]) => kata(root, ['judge', ...args])

beforeEach(() => {
  printed = ''
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void (printed += `${text}\n`))
  }
})

afterEach(() => vi.restoreAllMocks())

test('a right answer ends with 0', async () => {
  expect(await judge('hello-world', '--solutions')).toBe(0)
  expect(printed).toContain('solved: solutions/01-the-post/01-hello-world/hello-world.ts')
})

test('a wrong answer ends with 1, and says why', async () => {
  expect(await judge('1.1', mistake)).toBe(1)
  expect(printed).toContain(`not solved: ${mistake}`)
  expect(printed).toContain('main ended at second 0 while one wait was still running.')
})

test('the verdict is data, too: sentence, pictures, cause', async () => {
  await judge('1.1', mistake, '--json')

  expect(JSON.parse(printed)).toMatchObject([
    {
      exercise: 'hello-world',
      number: '1.1',
      file: mistake,
      solved: false,
      errors: [],
      printed: '',
      tests: [
        {
          title: 'says Hello, and one second later World',
          state: 'failed',
          failure: {
            kind: 'picture',
            pictures: {
              expected: 'main    >\nHello   |\nWorld   .|',
              yours: 'main    |\nHello   |\nWorld   |',
            },
            cause:
              'a timer was set, but main did not wait for it. An await needs a promise that the timer resolves.',
          },
        },
        { state: 'failed' },
        { state: 'failed' },
        { state: 'skipped' },
      ],
    },
  ])
})

test('an error of the answer itself is data, too, with its place', async () => {
  const { text, line } = mistype(
    readFileSync(`${root}solutions/04-cancellation/04-shield/shield.ts`, 'utf8'),
    { right: '.addEventListener(', wrong: '.addEventListner(' },
  )
  const folder = mkdtempSync(join(tmpdir(), 'async-kata-judge-'))
  const file = join(folder, 'shield.ts')
  writeFileSync(file, text)
  await judge('shield', file, '--json').finally(() => rmSync(folder, { recursive: true }))

  const [verdict] = JSON.parse(printed) as Verdict[]
  const { failure } = verdict?.tests[0] ?? {}
  expect(failure).toMatchObject({
    kind: 'error',
    sentence: `Your code threw TypeError: signal.addEventListner is not a function, at shield.ts:${line}.`,
    at: { file, line },
  })
  expect(failure).not.toHaveProperty('cause')
})

test('an error that an exercise asks for is nothing to be blamed for', async () => {
  await judge(
    '1.6',
    'test/01-the-post/06-lazy-coroutine/mistakes/queues-behind-the-first.ts',
    '--json',
  )

  const [verdict] = JSON.parse(printed) as Verdict[]
  const { failure } = verdict?.tests.find(({ state }) => state === 'failed') ?? {}
  expect(failure).toMatchObject({ kind: 'picture' })
  expect(failure?.sentence).toContain('second rejected at second 3 instead of 1')
})

test('the path of a file says which exercise, and what to judge', async () => {
  expect(await judge(mistake)).toBe(1)
  expect(printed).toContain(`not solved: ${mistake}`)
})

describe('a file from elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'async-kata-elsewhere-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string) => join(folder, name)
  const right = readFileSync(
    join(root, 'solutions/01-the-post/01-hello-world/hello-world.ts'),
    'utf8',
  ).replace("'Hello'", 'word')
  // Windows allows no question mark in a name.
  const odd = process.platform === 'win32' ? [] : ['what?.ts']

  test('is judged by what it holds, whatever it is called', { timeout: 30_000 }, async () => {
    const names = ['a.js', 'a.mjs', 'a.cjs', 'a.txt', 'C#/a.ts', '100%/a.ts', ...odd]
    for (const name of names) {
      putFile(folder, name, `import { word } from './words.ts'\n${right}`)
      putFile(folder, join(dirname(name), 'words.ts'), "export const word = 'Hello'\n")
    }

    expect(await judge('hello-world', ...names.map(file))).toBe(0)
    expect(printed.match(/^solved: /gm)).toHaveLength(names.length)
  })

  test('that is not there, or is none, could not be judged: 2', { timeout: 30_000 }, async () => {
    expect(await judge('hello-world', file('nowhere.ts'))).toBe(2)
    expect(printed).toContain('nowhere.ts is missing')
    expect(await judge('hello-world', folder)).toBe(2)
    expect(printed).toContain('is not a file')
  })
})

test('the list shows every exercise with its state', async () => {
  expect(await kata(root, ['list'])).toBe(0)
  expect(printed).toMatch(/Chapter 1: The post/)
  expect(printed).toMatch(/[✓✗·] 1\.3 chained-handlers +(solved|not solved|not started)/)
})

test('the list is data, too', async () => {
  expect(await kata(root, ['list', '--json'])).toBe(0)
  expect(JSON.parse(printed)).toContainEqual({
    number: '1.3',
    slug: 'chained-handlers',
    title: '1.3 Chained handlers',
    state: expect.stringMatching(/^(solved|not solved|not started)$/) as string,
    path: 'exercises/01-the-post/03-chained-handlers/chained-handlers.ts',
    lesson: 'exercises/01-the-post/03-chained-handlers/README.md',
  })
})
