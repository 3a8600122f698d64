import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { main } from './judge.ts'
import { main as list } from './list.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const mistake = 'test/01-the-post/01-hello-world/mistakes/missing-await.ts'
let printed: string

beforeEach(() => {
  printed = ''
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void (printed += `${text}\n`))
  }
})

afterEach(() => vi.restoreAllMocks())

test('a right answer ends with 0', async () => {
  expect(await main(root, ['hello-world', '--solutions'])).toBe(0)
  expect(printed).toContain('solved: solutions/01-the-post/01-hello-world/hello-world.ts')
})

test('a wrong answer ends with 1, and says why', async () => {
  expect(await main(root, ['1.1', mistake])).toBe(1)
  expect(printed).toContain(`not solved: ${mistake}`)
  expect(printed).toContain('main settled at second 0 while one wait was still running.')
})

test('the verdict is data, too: sentence, pictures, cause', async () => {
  await main(root, ['1.1', mistake, '--json'])

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
              'the timer was set, but main did not wait for it. An await needs a promise that the timer resolves.',
          },
        },
        { state: 'failed' },
        { state: 'failed' },
        { state: 'skipped' },
      ],
    },
  ])
})

test.each([
  [['limbo'], 'There is no exercise called "limbo". There are: 1.1 hello-world'],
  [[], 'Which exercise?'],
  [['hello-world', '--colour'], "Unknown option '--colour'"],
])('%j cannot be judged: 2, and one sentence', async (args, sentence) => {
  expect(await main(root, args)).toBe(2)
  expect(printed).toContain(sentence)
})

test('the list shows every exercise with its state', async () => {
  expect(await list(root)).toBe(0)
  expect(printed).toMatch(/Chapter 1: The post/)
  expect(printed).toMatch(/[✓✗·] 1\.3 chained-handlers +(solved|not solved|not started)/)
})
