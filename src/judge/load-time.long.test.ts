import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { judge } from './judge.ts'
import type { Verdict } from './verdict.ts'
import { root } from '../testing/root.ts'

/** What a file does, or lacks, when it is loaded; what is refused for it lies in test/hostile. */

const course = readCourse(root)
const folder = mkdtempSync(join(tmpdir(), 'async-kata-load-time-'))
afterAll(() => rmSync(folder, { recursive: true }))

const right = (slug: string) =>
  readFileSync(join(root, exerciseNamed(course, slug).solution), 'utf8')

const hello = right('hello-world')
const HELLO_ENDS = hello.split('\n').length

/** Answers by their names: the exercise, and the text. */
const ANSWERS = {
  'a demo call': ['hello-world', `${hello}void main(console.log)\n`],
  'a promise at the top': [
    'hello-world',
    [
      'const start = Date.now()',
      'const second = new Promise((resolve) => setTimeout(resolve, 1_000))',
      'void second.then(() => console.log(String(Date.now() - start)))',
      hello,
    ].join('\n'),
  ],
  'an interval': ['hello-world', `setInterval(() => {}, 1_000)\n${hello}`],
  'a server': [
    'hello-world',
    `import { createServer } from 'node:net'\ncreateServer().listen(0)\n${hello}`,
  ],
  'a type whose import does not say so': [
    'hello-world',
    `import { EventEmitter, EventEmitterOptions } from 'node:events'\n` +
      `export const page = (options: EventEmitterOptions) => new EventEmitter(options)\n${hello}`,
  ],
  'require of its own': [
    'hello-world',
    `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n` +
      `require('node:events')\n${hello}`,
  ],
  'one of two functions': [
    'two-servers',
    right('two-servers').replace('export async function serveTogether', 'async function later'),
  ],
  'a loop at the top': ['hello-world', 'for (;;);\nexport const main = 1\n'],
  'an await at the top': ['hello-world', 'await new Promise(() => {})\nexport const main = 1\n'],
} as const

type Name = keyof typeof ANSWERS

let verdicts: Map<string, Verdict>

beforeAll(async () => {
  const submitted = Object.entries(ANSWERS).map(([name, [slug, text]], index) => {
    const file = join(folder, String(index), `${slug}.ts`)
    mkdirSync(dirname(file))
    writeFileSync(file, text)
    return { name, file, exercise: exerciseNamed(course, slug) }
  })
  const judged = await judge(root, submitted)
  verdicts = new Map(judged.map((verdict, index) => [submitted[index]?.name ?? '', verdict]))
}, 60_000)

function verdictOn(name: Name): Verdict {
  const verdict = verdicts.get(name)
  if (!verdict) throw new Error(`no verdict on ${name}`)
  return verdict
}

test.each([
  ['a demo call', HELLO_ENDS, 'sets a timer of 1 second'],
  ['a promise at the top', 2, 'sets a timer of 1 second'],
  ['an interval', 1, 'sets a timer of 1 second'],
  ['a server', 2, 'starts something'],
] as const)('%s changes no verdict, and is told in a note', (name, line, does) => {
  const { solved, notes } = verdictOn(name)

  expect(solved).toBe(true)
  expect(notes).toEqual([
    expect.stringContaining(
      `runs something when it is loaded, before any test begins: line ${line} ${does}`,
    ),
  ])
})

test('a promise made at the top obeys the clock of a story', () => {
  expect(verdictOn('a promise at the top').printed).toBe('1000  @1\n')
})

test.each(['a type whose import does not say so', 'require of its own'] as const)(
  '%s is nothing to refuse',
  (name) => {
    expect(verdictOn(name)).toMatchObject({ solved: true, notes: [] })
  },
)

test('where one of two functions is missing, the tests of the other say what they think of it', () => {
  const { solved, tests } = verdictOn('one of two functions')
  const inTurn = tests.filter(({ title }) => title.startsWith('in turn'))
  const failures = tests.flatMap(({ failure }) => failure ?? [])

  expect(solved).toBe(false)
  expect(inTurn.length).toBeGreaterThan(1)
  expect(inTurn.map(({ state }) => state)).not.toContain('failed')
  expect(failures.length).toBeGreaterThan(1)
  for (const { kind, sentence } of failures) {
    expect(kind).toBe('load')
    expect(sentence).toMatch(/^\S+ exports no `serveTogether`\./)
  }
})

test.each([
  ['a loop at the top', 'An endless loop: for three whole seconds the code at', 'hello-world.ts:1'],
  ['an await at the top', 'was not loaded after three seconds', 'hello-world.ts'],
] as const)('%s that never ends is told in one sentence', (name, ...words) => {
  const { tests, errors } = verdictOn(name)
  const messages = tests.flatMap(({ failure }) => failure?.sentence.replaceAll('\n', ' ') ?? [])

  expect(errors).toEqual([])
  expect(messages).toHaveLength(1)
  for (const word of words) expect(messages[0]).toContain(word)
  expect(tests.filter((one) => one.state === 'skipped')).toHaveLength(tests.length - 1)
})
